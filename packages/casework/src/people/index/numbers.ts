/** Growing lists of numbers in typed arrays: a roster of 200,000 cannot afford an object for each, nor half as much room again. */
export interface Numbers {
  readonly length: () => number;
  readonly get: (at: number) => number;
  readonly set: (at: number, value: number) => void;
  readonly push: (value: number) => number;
  /** The live part; valid until the next push. */
  readonly view: () => Int32Array;
}

export function openNumbers(room = 1024): Numbers {
  let array = new Int32Array(room);
  let length = 0;
  const grow = (atLeast: number): void => {
    if (atLeast <= array.length) return;
    const larger = new Int32Array(Math.max(atLeast, Math.ceil(array.length * 1.25)));
    larger.set(array);
    array = larger;
  };
  return {
    length: () => length,
    get: (at) => array[at] ?? -1,
    set: (at, value) => {
      grow(at + 1);
      array[at] = value;
      if (at >= length) length = at + 1;
    },
    push: (value) => {
      grow(length + 1);
      array[length] = value;
      length += 1;
      return length - 1;
    },
    view: () => array.subarray(0, length),
  };
}
