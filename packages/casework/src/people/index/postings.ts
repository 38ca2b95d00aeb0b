/**
 * Which records stand under which key. Built in one pass into two flat arrays; what comes later goes into a small list
 * beside them. A record that moved away from a key may still be listed there: whoever reads compares again anyway.
 */
import { openNumbers } from "./numbers.ts";

export interface Postings {
  readonly add: (key: number, record: number) => void;
  readonly count: (key: number) => number;
  readonly each: (key: number, visit: (record: number) => void) => void;
  readonly first: (key: number, most: number) => readonly number[];
  readonly settle: () => void;
}

export function openPostings(): Postings {
  let starts = new Int32Array(1);
  let records = new Int32Array(0);
  let keysSoFar = openNumbers();
  let recordsSoFar = openNumbers();
  const late = new Map<number, number[]>();
  let settled = false;

  function settle(): void {
    if (settled) return;
    const keys = keysSoFar.view();
    const values = recordsSoFar.view();
    let most = -1;
    for (const key of keys) if (key > most) most = key;
    const counts = new Int32Array(most + 2);
    for (const key of keys) counts[key + 1] = (counts[key + 1] ?? 0) + 1;
    for (let key = 1; key < counts.length; key += 1)
      counts[key] = (counts[key] ?? 0) + (counts[key - 1] ?? 0);
    const flat = new Int32Array(counts[counts.length - 1] ?? 0);
    const next = counts.slice();
    const place = (key: number, record: number): void => {
      const at = next[key] ?? 0;
      flat[at] = record;
      next[key] = at + 1;
    };
    for (let at = 0; at < keys.length; at += 1) place(keys[at] ?? 0, values[at] ?? 0);
    starts = counts;
    records = flat;
    keysSoFar = openNumbers(1);
    recordsSoFar = openNumbers(1);
    settled = true;
  }

  return {
    add: (key, record) => {
      if (!settled) {
        keysSoFar.push(key);
        recordsSoFar.push(record);
        return;
      }
      const list = late.get(key);
      if (list) list.push(record);
      else late.set(key, [record]);
    },
    count: (key) =>
      (key + 1 < starts.length ? (starts[key + 1] ?? 0) - (starts[key] ?? 0) : 0) +
      (late.get(key)?.length ?? 0),
    each: (key, visit) => {
      const end = key + 1 < starts.length ? (starts[key + 1] ?? 0) : 0;
      for (let at = key + 1 < starts.length ? (starts[key] ?? 0) : 0; at < end; at += 1)
        visit(records[at] ?? 0);
      for (const record of late.get(key) ?? []) visit(record);
    },
    first(key, most) {
      const begin = key + 1 < starts.length ? (starts[key] ?? 0) : 0;
      const end = key + 1 < starts.length ? (starts[key + 1] ?? 0) : 0;
      const flat = records.subarray(begin, Math.min(end, begin + most));
      return [...flat, ...(late.get(key) ?? []).slice(0, most - flat.length)];
    },
    settle,
  };
}
