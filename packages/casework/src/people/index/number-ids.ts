/** Numbers (telephones, dates) once each, under a number of their own. Typed: a Map of two hundred thousand would be ten times the memory. */
export interface NumberIds {
  /** A new one gets the next id. */
  readonly learn: (number: number) => number;
  /** -1: never learnt. */
  readonly find: (number: number) => number;
  readonly at: (id: number) => number;
}

export function openNumberIds(): NumberIds {
  let numbers = new Float64Array(1024);
  let slots = new Int32Array(2048); // id + 1; 0: nothing
  let size = 0;

  function slotOf(number: number): number {
    const mask = slots.length - 1;
    let slot = hashOf(number) & mask;
    for (let id = slots[slot] ?? 0; id !== 0; id = slots[slot] ?? 0) {
      if (numbers[id - 1] === number) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  function grow(): void {
    const larger = new Float64Array(numbers.length * 2);
    larger.set(numbers);
    numbers = larger;
    slots = new Int32Array(numbers.length * 2);
    for (let id = 0; id < size; id += 1) slots[slotOf(numbers[id] ?? 0)] = id + 1;
  }

  return {
    learn(number) {
      const known = slots[slotOf(number)] ?? 0;
      if (known !== 0) return known - 1;
      if (size === numbers.length) grow();
      numbers[size] = number;
      slots[slotOf(number)] = size + 1;
      size += 1;
      return size - 1;
    },
    find: (number) => (slots[slotOf(number)] ?? 0) - 1,
    at: (id) => numbers[id] ?? 0,
  };
}

function hashOf(number: number): number {
  const high = Math.floor(number / 2 ** 32);
  const mixed = Math.imul((number - high * 2 ** 32) ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
