/**
 * How many people have called, over all cases, kept up as cards change. See note: Who is one caller (casework/counters.ts):
 * two who share a telephone are one. A circle can only grow in place; where a card took a telephone back, all is counted
 * again when somebody next asks.
 */
export type Callers = readonly (readonly string[])[];

export interface CallerCount {
  change(before: Callers, now: Callers): void;
  count(): number;
}

export function openCallers(all: () => readonly Callers[]): CallerCount {
  let parents = new Map<string, string>();
  let without = 0;
  let circles = 0;
  let isStale = false;

  function rootOf(phone: string): string {
    let root = phone;
    for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root))
      root = next;
    parents.set(phone, root);
    return root;
  }

  function add(callers: Callers): void {
    for (const [first, ...others] of callers) {
      if (first === undefined) without += 1;
      else join(first, others);
    }
  }

  function join(first: string, others: readonly string[]): void {
    for (const phone of [first, ...others]) {
      if (parents.has(phone)) continue;
      parents.set(phone, phone);
      circles += 1;
    }
    for (const other of others) {
      const [a, b] = [rootOf(first), rootOf(other)];
      if (a === b) continue;
      parents.set(b, a);
      circles -= 1;
    }
  }

  return {
    change(before, now) {
      without -= before.filter((phones) => phones.length === 0).length;
      // What was joined stays joined only if each circle of this card is still whole.
      const isGrown = before.every(
        (phones) =>
          phones.length === 0 || now.some((larger) => phones.every((phone) => larger.includes(phone))),
      );
      if (!isGrown) isStale = true;
      add(now);
    },
    count() {
      if (isStale) {
        parents = new Map();
        without = 0;
        circles = 0;
        isStale = false;
        for (const callers of all()) add(callers);
      }
      return without + circles;
    },
  };
}
