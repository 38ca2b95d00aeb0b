/**
 * Chromium keeps what stands in a field for its session restore, in the open, in the profile: a canary was found there.
 * It leaves out fields that say autocomplete="off". Passphrases too: a browser that remembers one gives it to whoever has the disk.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

const sources = join(import.meta.dirname, "..");

test("every field a person writes in tells the browser to remember nothing", () => {
  const fields = readdirSync(sources, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx") && !file.includes(".test."))
    .flatMap((file) => {
      const text = readFileSync(join(sources, file), "utf8");
      return [...text.matchAll(/<(?:input|textarea)\b[^>]*?(?:\/>|=>|>)/gs)].map(({ index }) => ({
        file,
        tag: text.slice(index, index + 300),
      }));
    });
  expect(fields.length).toBeGreaterThan(5);
  expect(fields.filter(({ tag }) => !/autoComplete=(?:"off"|\{autoComplete\})/.test(tag))).toEqual([]);
  const others = readdirSync(sources, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx"))
    .filter((file) => /autoComplete="(?!off")/.test(readFileSync(join(sources, file), "utf8")));
  expect(others).toEqual([]);
});
