/**
 * The device's own secret, in a database of its own: made once and never shown. The browser signs with it and gives nobody its bytes, so
 * a copied disk alone opens nothing; forgotten, no copy of the keep opens, on this disk or on any other.
 */
import { answer, cleared } from "./indexed-db.ts";

export interface KeptSecret {
  readonly key: () => Promise<CryptoKey>;
  /** Also where there is none yet: whoever panics at an empty door can begin anew on this browser. */
  readonly forget: () => Promise<void>;
}

const SHELF = "secret";

export function keptSecret(factory: IDBFactory, name: string, make: () => Promise<CryptoKey>): KeptSecret {
  /** The shelf is made by whoever opens it first: a database that was once opened without it would have none for good. */
  async function open(): Promise<IDBDatabase> {
    const opening = factory.open(name, 1);
    opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore(SHELF));
    return answer(opening);
  }

  return {
    async key() {
      const database = await open();
      const kept = () =>
        answer<unknown>(database.transaction(SHELF).objectStore(SHELF).get("key")).then((found) =>
          found instanceof CryptoKey ? found : undefined,
        );
      try {
        const found = await kept();
        if (found) return found;
        const made = await make();
        const writing = database.transaction(SHELF, "readwrite").objectStore(SHELF);
        // Two tabs on the first day: the one who came first is kept.
        await answer(writing.add(made, "key")).catch(() => undefined);
        const first = await kept();
        if (!first) throw new Error("the disk keeps no device key");
        return first;
      } finally {
        database.close();
      }
    },
    async forget() {
      const database = await open();
      await cleared(database, SHELF).finally(() => database.close());
    },
  };
}
