import { expect, test } from "vitest";

import { hitsIn, spellingsOf } from "./canaries.ts";

const word = "Ковальчиц";

test.each([
  ["UTF-8", Buffer.from(`{"name":"${word}"}`)],
  ["UTF-16", Buffer.from(`x${word}`, "utf16le")],
  ["hexadecimal", Buffer.from(Buffer.from(`a${word}b`).toString("hex"))],
  ["base64 at any alignment", Buffer.from(Buffer.from(`ab${word}c`).toString("base64"))],
  ["base64url", Buffer.from(Buffer.from(`a${word}`).toString("base64url"))],
  ["percent", Buffer.from(`/search?q=${encodeURIComponent(word)}`)],
  [
    "JSON escapes",
    Buffer.from(
      Array.from(word)
        .map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)
        .join(""),
    ),
  ],
])("a name is found in %s: the search for canaries can fail", (_, bytes) => {
  expect(hitsIn([["here", bytes]], [word])).toEqual([{ word, where: "here" }]);
});

test("what is not there is not found", () => {
  expect(hitsIn([["here", Buffer.from("Ковальчук".repeat(100))]], [word])).toEqual([]);
  expect(spellingsOf(word).length).toBeGreaterThanOrEqual(6);
});
