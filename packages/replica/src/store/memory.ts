/** A store in memory: for tests, and for a device that must leave nothing behind. */
import { drawers, type Change, type Drawer, type Kept, type Store } from "./store.ts";

const PAGE = 1000;

export function memoryStore(): Store {
  const kept = new Map<Drawer, Map<string, string>>(drawers.map((drawer) => [drawer, new Map()]));
  const of = (drawer: Drawer) => kept.get(drawer) ?? new Map<string, string>();

  function put({ drawer, key, text }: Change): void {
    if (text === undefined) of(drawer).delete(key);
    else of(drawer).set(key, text);
  }

  return {
    get: async (drawer, key) => of(drawer).get(key),
    async *list(drawer, prefix = "") {
      const found: Kept[] = [];
      for (const [key, text] of of(drawer)) if (key.startsWith(prefix)) found.push({ key, text });
      found.sort((a, b) => (a.key < b.key ? -1 : 1));
      for (let at = 0; at < found.length; at += PAGE) yield found.slice(at, at + PAGE);
    },
    async write(changes) {
      changes.forEach(put);
    },
    async wipe() {
      for (const drawer of drawers) of(drawer).clear();
    },
    close: () => undefined,
  };
}
