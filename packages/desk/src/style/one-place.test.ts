/** All styles load together: a class that two screens lay out each in its own way lays out neither. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

const here = import.meta.dirname;
const layout = /(?:^|[\s;])(?:display|grid-template-columns|padding|position|flex-direction)\s*:/;

test("no class is laid out in two files", () => {
  const places = new Map<string, Set<string>>();
  for (const file of readdirSync(here).filter((name) => name.endsWith(".css"))) {
    const rules = readFileSync(join(here, file), "utf8").matchAll(/^([^\s@}/][^{}]*)\{([^{}]*)\}/gm);
    for (const [, selectors = "", body = ""] of rules) {
      if (!layout.test(body)) continue;
      for (const selector of selectors.split(",").map((each) => each.trim())) {
        if (/^\.[a-z][a-z0-9-]*$/.test(selector))
          places.set(selector, (places.get(selector) ?? new Set()).add(file));
      }
    }
  }
  expect(places.size).toBeGreaterThan(100);
  const twice = [...places].filter(([, files]) => files.size > 1);
  expect(twice.map(([selector, files]) => `${selector}: ${[...files].join(", ")}`)).toEqual([]);
});
