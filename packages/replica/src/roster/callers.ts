/**
 * How many callers there are over all cards: people who share a telephone are one.
 *
 * See note: Who is one caller (casework/counters.ts). A circle of telephones can only grow in place; where a card took one
 * back, the circles are drawn again, from what every row has, when somebody next counts.
 */
import { grown } from "./texts.ts";

/** The telephones (ids) of one person. */
export type Circle = readonly number[];

export interface Callers {
  readonly change: (row: number, now: readonly Circle[]) => void;
  readonly count: () => number;
}

export function openCallers(): Callers {
  /** The usual row has one caller with one telephone, or with none: the telephone's id, plus one, or NO_PHONE. */
  let single = new Int32Array(1024);
  /** The circles of every other row that has any. */
  const severalByRow = new Map<number, readonly Circle[]>();
  let parents = new Int32Array(1024); // id + 1; 0: nobody called from it
  let without = 0;
  let circles = 0;
  let isStale = false;

  function rootOf(id: number): number {
    let root = id;
    for (let next = parents[root] ?? 0; next !== root + 1; next = parents[root] ?? 0) root = next - 1;
    parents[id] = root + 1;
    return root;
  }

  function begin(id: number): void {
    if (id >= parents.length) parents = grown(parents, new Int32Array(Math.max(id + 1, parents.length * 2)));
    if (parents[id] !== 0) return;
    parents[id] = id + 1;
    circles += 1;
  }

  function join(circle: Circle): void {
    const [first] = circle;
    if (first === undefined) {
      without += 1;
      return;
    }
    for (const id of circle) begin(id);
    for (const id of circle) {
      const [a, b] = [rootOf(first), rootOf(id)];
      if (a === b) continue;
      parents[b] = a + 1;
      circles -= 1;
    }
  }

  function circlesOf(row: number): readonly Circle[] {
    const id = single[row] ?? 0;
    if (id === NO_PHONE) return withoutPhone;
    return id > 0 ? [[id - 1]] : (severalByRow.get(row) ?? none);
  }

  function drawAgain(): void {
    parents.fill(0);
    without = 0;
    circles = 0;
    isStale = false;
    for (let row = 0; row < single.length; row += 1) {
      const id = single[row] ?? 0;
      if (id > 0) begin(id - 1);
      if (id === NO_PHONE) without += 1;
    }
    for (const several of severalByRow.values()) several.forEach(join);
  }

  return {
    change(row, now) {
      const before = circlesOf(row);
      if (before.length > 0) {
        without -= before.filter((circle) => circle.length === 0).length;
        const isGrown = before.every((circle) =>
          now.some((larger) => circle.every((id) => larger.includes(id))),
        );
        if (!isGrown) isStale = true;
        severalByRow.delete(row);
      }
      now.forEach(join);
      const only = now.length === 1 ? now[0] : undefined;
      const id = only?.length === 0 ? NO_PHONE : only?.length === 1 ? (only[0] ?? 0) + 1 : 0;
      if (row >= single.length) single = grown(single, new Int32Array(Math.max(row + 1, single.length * 2)));
      single[row] = id;
      if (id === 0 && now.length > 0) severalByRow.set(row, now);
    },
    count() {
      if (isStale) drawAgain();
      return without + circles;
    },
  };
}

const NO_PHONE = -1;
const none: readonly Circle[] = [];
const withoutPhone: readonly Circle[] = [[]];
