/**
 * The store in the browser: one object store a drawer, one transaction a write. Durability is strict (the browser waits
 * for the disk) where a person's words would be lost: keep, outbox, drafts, files. The rest the server has too.
 */
import { drawers, StoreFull, type Change, type Drawer, type Kept, type Store } from "./store.ts";

/** 2: the drawers of files and of letters. */
const VERSION = 2;
const PAGE = 2000;
const STRICT: ReadonlySet<Drawer> = new Set<Drawer>(["keep", "outbox", "drafts", "files"]);

export async function indexedDbStore(factory: IDBFactory, name: string): Promise<Store> {
  const database = await openDatabase(factory, name);
  // Another tab that wipes or upgrades must not wait for us.
  database.addEventListener("versionchange", () => database.close());

  async function page(drawer: Drawer, range: IDBKeyRange): Promise<readonly Kept[]> {
    const drawn = database.transaction(drawer, "readonly").objectStore(drawer);
    const [keys, texts] = await Promise.all([
      answer(drawn.getAllKeys(range, PAGE)),
      answer(drawn.getAll(range, PAGE)),
    ]);
    return keys.map((key, at) => ({ key: textOf(key), text: textOf(texts[at]) }));
  }

  return {
    async get(drawer, key) {
      const text: unknown = await answer(
        database.transaction(drawer, "readonly").objectStore(drawer).get(key),
      );
      return typeof text === "string" ? text : undefined;
    },
    async *list(drawer, prefix = "") {
      const end = `${prefix}\uffff`;
      let range = IDBKeyRange.bound(prefix, end);
      for (;;) {
        const found = await page(drawer, range);
        const last = found.at(-1);
        if (!last) return;
        yield found;
        if (found.length < PAGE) return;
        range = IDBKeyRange.bound(last.key, end, true);
      }
    },
    async write(changes) {
      if (changes.length === 0) return;
      const touched = [...new Set(changes.map((change) => change.drawer))];
      const durability = touched.some((drawer) => STRICT.has(drawer)) ? "strict" : "relaxed";
      try {
        const transaction = database.transaction(touched, "readwrite", { durability });
        const done = finished(transaction);
        put(transaction, changes);
        await done;
      } catch (cause) {
        if (cause instanceof DOMException && cause.name === "QuotaExceededError")
          throw new StoreFull({ cause });
        throw cause;
      }
    },
    async wipe() {
      const refused: unknown[] = [];
      for (const drawer of drawers) await cleared(database, drawer).catch((cause) => refused.push(cause));
      if (refused.length > 0) throw new AggregateError(refused, "the disk kept some of it");
    },
    close: () => database.close(),
  };
}

/** One that the disk does not let go of keeps none of the others. */
export async function cleared(database: IDBDatabase, drawer: string): Promise<void> {
  const transaction = database.transaction(drawer, "readwrite", { durability: "strict" });
  transaction.objectStore(drawer).clear();
  await finished(transaction);
}

function put(transaction: IDBTransaction, changes: readonly Change[]): void {
  try {
    for (const { drawer, key, text } of changes) {
      if (text === undefined) transaction.objectStore(drawer).delete(key);
      else transaction.objectStore(drawer).put(text, key);
    }
  } catch {
    transaction.abort(); // else what was put before it would stand; `finished` rejects
  }
}

function openDatabase(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  const request = factory.open(name, VERSION);
  request.addEventListener("upgradeneeded", () => {
    for (const drawer of drawers) {
      if (!request.result.objectStoreNames.contains(drawer)) request.result.createObjectStore(drawer);
    }
  });
  return answer(request);
}

/** Keys and texts are strings: nothing else is ever put in. */
function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("the store did not answer")));
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () =>
      reject(transaction.error ?? new Error("the store broke off a write")),
    );
  });
}
