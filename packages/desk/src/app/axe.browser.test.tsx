import axe from "axe-core";
import { expect, test } from "vitest";
import { page } from "vitest/browser";

import { sitDown } from "../testing/at-the-desk.ts";

const rooms = [
  ["the phone desk", "#/", "open", ".phone-desk"],
  ["the roster", "#/roster", "open", ".roster-rows .name"],
  ["a case file", "case", "open", ".case h1"],
  ["people and devices", "#/people", "open", ".people"],
  ["the door of a locked device", "#/", "locked", ".door-form"],
  ["the door of an empty device", "#/", "empty", ".door-form"],
] as const;

for (const theme of ["light", "dark"] as const)
  for (const [width, height] of [
    [1366, 768],
    [390, 844],
  ] as const)
    for (const [room, hash, phase, sign] of rooms)
      test(`${room} can be used by everyone, ${theme}, ${width} wide`, async () => {
        await page.viewport(width, height);
        const office = await sitDown({ theme, phase }, hash === "case" ? "#/" : hash);
        if (hash === "case") location.hash = `#/case/${office.cases[8] ?? ""}`;
        await expect.poll(() => document.querySelector(sign)).not.toBeNull();
        const found = await axe.run(document, { resultTypes: ["violations"] });
        const serious = found.violations.filter(
          (one) => one.impact === "serious" || one.impact === "critical",
        );
        expect(
          serious.map(
            (one) =>
              `${one.id}: ${one.nodes
                .slice(0, 3)
                .map((node) => `${node.target.join(" ")} ${node.any[0]?.message ?? ""}`)
                .join(" | ")}`,
          ),
        ).toEqual([]);
        expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      });
