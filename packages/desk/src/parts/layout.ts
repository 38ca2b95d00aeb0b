/**
 * Keyboard-layout slips: a word typed with the wrong layout on still finds its entry. The person looks at the caller's
 * words, not at the screen, and notices too late; the list should not care.
 */
const latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const russian = "ёйцукенгшщзхъфывапролджэячсмитьбю";
const ukrainian = "'йцукенгшщзхїфівапролджєячсмитьбю";

const tables = [
  tableOf(latin, russian),
  tableOf(latin, ukrainian),
  tableOf(russian, latin),
  tableOf(ukrainian, latin),
];

function tableOf(from: string, to: string): ReadonlyMap<string, string> {
  const targets = Array.from(to);
  return new Map(Array.from(from, (key, at) => [key, targets[at] ?? key]));
}

/** The text as typed, and as it would have been on the other layouts; lower case, without doubles. */
export function readingsOf(text: string): readonly string[] {
  const typed = text.trim().toLowerCase();
  const slips = tables.map((table) => Array.from(typed, (key) => table.get(key) ?? key).join(""));
  return [...new Set([typed, ...slips])];
}

/** The key of a shortcut whatever the layout: `н` on йцукен is the key `y`. */
export function latinKey(key: string): string {
  const lower = key.toLowerCase();
  return tables[2]?.get(lower) ?? tables[3]?.get(lower) ?? lower;
}
