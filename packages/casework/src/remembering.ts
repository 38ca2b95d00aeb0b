/**
 * A pure question that keeps its answers: a roster says the same few thousand words two hundred thousand times. What has not
 * been asked for long is forgotten.
 */
export function remembering<T>(answer: (word: string) => T, most = 4_000): (word: string) => T {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  return (word) => {
    const known = young.get(word);
    if (known !== undefined || young.has(word)) return known as T; // it is there, whatever it is
    const said = old.has(word) ? (old.get(word) as T) : answer(word); // likewise
    if (young.size >= most) [old, young] = [young, new Map()];
    young.set(word, said);
    return said;
  };
}
