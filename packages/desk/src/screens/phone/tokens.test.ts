import fc from "fast-check";
import { expect, test } from "vitest";

import { tokenBefore, withoutToken } from "./tokens.ts";

test("two signs open a list and what follows narrows it", () => {
  expect(tokenBefore("Нет связи ##а1", 14)).toEqual({ sign: "##", typed: "а1", at: 10 });
  expect(tokenBefore("::", 2)).toEqual({ sign: "::", typed: "", at: 0 });
  expect(tokenBefore("!!u1", 4)).toEqual({ sign: "!!", typed: "u1", at: 0 });
});
test("a task may be a whole sentence, the others end at a space", () => {
  expect(tokenBefore("мать >>позвонить в часть завтра", 31)).toEqual({
    sign: ">>",
    typed: "позвонить в часть завтра",
    at: 5,
  });
  expect(tokenBefore("@@Вера сказала", 14)).toBeUndefined();
});
test("whatever was typed around a token stays", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.constantFrom("::", "@@", "##", "!!"), (before, after, sign) => {
      const text = `${before} ${sign}`;
      const token = tokenBefore(text + after, text.length);
      expect(token?.sign).toBe(sign);
      if (token)
        expect(withoutToken({ text: text + after, caret: text.length }, token, "слово").text).toBe(
          `${before} слово${after}`,
        );
    }),
    { seed: 16, numRuns: 200 },
  );
});
