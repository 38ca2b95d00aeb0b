import { expect, test } from "vitest";

import { partOf, type Part } from "../part.ts";
import { openNumberIds } from "./number-ids.ts";
import { openNumberLists } from "./number-lists.ts";
import { openPartPages } from "./part-pages.ts";

const words =
  "иванов сергей сергеевич петровичь магомед-али кара-оол и shcherbakov yevhen сан ·ким чен·ын ґудзь оглы абдурахман юсуф";

/** Half a hundredth is as finely as the pages keep how far a name is. */
function rounded(part: Part): Part {
  const hits = (list: Part["given"]) => list.map((hit) => ({ ...hit, far: Math.round(hit.far * 200) / 200 }));
  return {
    ...part,
    given: hits(part.given),
    fathers: hits(part.fathers),
    halves: part.halves.map(rounded),
  };
}

test("a word of a name comes out of its page as it went in, also long after", () => {
  const pages = openPartPages(partOf);
  const parts = words.split(" ").map(partOf);
  parts.forEach(pages.add);
  // So many others that none of them is still at hand.
  const filler = Array.from({ length: 20_000 }, (_, at) => partOf(`б${at % 7 ? "ар" : "ур"}`));
  filler.forEach(pages.add);
  for (let id = parts.length; id < pages.size(); id += 1) pages.get(id);
  expect(parts.map((_, id) => pages.get(id))).toEqual(parts.map(rounded));
  expect(pages.get(pages.size())).toBeUndefined();
});

test("numbers have one id each, however many there are", () => {
  const ids = openNumberIds();
  const numbers = Array.from({ length: 5_000 }, (_, at) => 19_000_000_000 + ((at * 7_919) % 5_000));
  const first = numbers.map(ids.learn);
  expect(new Set(first).size).toBe(5_000);
  expect(numbers.map(ids.learn)).toEqual(first);
  expect(first.map(ids.at)).toEqual(numbers);
  expect(ids.find(1)).toBe(-1);
});

test("a list put anew stands in place of the old one and disturbs no other", () => {
  const lists = openNumberLists();
  lists.put(3, [1, 2]);
  lists.put(5, []);
  lists.put(4, [9]);
  lists.put(3, [4, 5, 6]);
  lists.put(3, [7]);
  expect([3, 4, 5, 0].map(lists.get)).toEqual([[7], [9], [], []]);
  expect([3, 4, 5, 0, 6].map(lists.has)).toEqual([true, true, true, false, false]);
});
