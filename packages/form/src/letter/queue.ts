/**
 * Sealed letters that wait for a line: ciphertext and nothing else, so that whoever finds this device finds nothing. In IndexedDB
 * where the browser gives one; else in memory, and the page says so.
 */
import type { SealedLetter } from "./post.ts";

export interface Queue {
  /** Whether it will still be there when the page has been closed. */
  readonly add: (letter: SealedLetter) => Promise<"kept" | "in memory">;
  readonly all: () => Promise<readonly SealedLetter[]>;
  readonly remove: (letter: SealedLetter) => Promise<void>;
}

const STORE = "sealed";

export function openQueue(factory: IDBFactory | undefined): Queue {
  const inMemory = new Map<string, SealedLetter>();

  function opened(): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      if (!factory) throw new Error("no IndexedDB here");
      const asking = factory.open("letters", 1);
      asking.onupgradeneeded = () => asking.result.createObjectStore(STORE, { keyPath: "id" });
      asking.onsuccess = () => resolve(asking.result);
      asking.onerror = () => reject(asking.error ?? new Error("IndexedDB refused"));
    });
  }

  /** undefined: this browser keeps nothing (a private window, a full disk). */
  async function tried<T>(
    mode: IDBTransactionMode,
    ask: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T | undefined> {
    try {
      const database = await opened();
      return await new Promise<T>((resolve, reject) => {
        const transaction = database.transaction(STORE, mode);
        const asking = ask(transaction.objectStore(STORE));
        // Kept only when the transaction is: a full disk fails after the request succeeded.
        transaction.oncomplete = () => resolve(asking.result);
        transaction.onabort = () => reject(transaction.error ?? new Error("IndexedDB refused"));
      }).finally(() => database.close());
    } catch {
      return undefined;
    }
  }

  return {
    async add(letter) {
      inMemory.set(letter.id, letter);
      return (await tried("readwrite", (store) => store.put(letter))) === undefined ? "in memory" : "kept";
    },
    async all() {
      const kept: readonly SealedLetter[] = (await tried("readonly", (store) => store.getAll())) ?? [];
      return [...new Map([...kept, ...inMemory.values()].map((one) => [one.id, one])).values()];
    },
    async remove({ id }) {
      inMemory.delete(id);
      await tried("readwrite", (store) => store.delete(id));
    },
  };
}
