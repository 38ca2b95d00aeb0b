import type { CaseId, ThreadQuery } from "@answerable/casework";
import type { Office } from "@answerable/replica";
import { expect, test } from "vitest";
import { page } from "vitest/browser";

import { sitDown } from "../testing/at-the-desk.ts";
import { canBeUsedByEveryone } from "../testing/everyone.ts";
import { hashOf, type Route } from "./route.ts";

async function firstLetterOf(office: Office, id: CaseId): Promise<Route> {
  const thread = await office.ask<ThreadQuery>({ type: "Thread", case: id, lang: "ru" });
  const [letter] = thread.type === "Here" ? thread.letters : [];
  if (!letter) throw new Error("the sample case has no letter");
  return { page: "letter", case: id, appeal: letter.appeal.id };
}

const rooms = [
  ["the phone desk", "#/", "open", ".phone-desk"],
  ["the roster", "#/roster", "open", ".roster-rows .name"],
  ["a case file", "case", "open", ".case h1"],
  ["the board", "#/board", "open", ".board-letter"],
  ["who answers", "#/answering", "open", ".answering td"],
  ["a letter as a page", "letter", "open", ".paper-page h1"],
  ["a new letter", "draft", "open", ".draft"],
  ["a soldier", "soldier", "open", ".soldier-cases"],
  ["the review", "#/review", "open", ".beside"],
  ["the promises", "#/due", "open", ".due-row"],
  ["the call-backs", "#/queue", "open", ".queue-row"],
  ["the overview", "#/overview", "open", ".overview .chart-bar"],
  ["the shift", "#/shift", "open", ".shift-part"],
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
        const office = await sitDown({ theme, phase }, hash.startsWith("#") ? hash : "#/");
        const id = office.cases[8] ?? ("" as CaseId);
        if (hash === "soldier")
          location.hash = hashOf({ page: "soldier", case: office.cases[0] ?? ("" as CaseId) }); // the sample has twelve
        if (hash === "case") location.hash = hashOf({ page: "case", case: id });
        if (hash === "draft") location.hash = hashOf({ page: "draft", case: id });
        if (hash === "letter") location.hash = hashOf(await firstLetterOf(office, id));
        await expect.poll(() => document.querySelector(sign)).not.toBeNull();
        await canBeUsedByEveryone();
      });

/** WCAG 2.2, 1.4.10: letters made four times as large leave 320 pixels of 1280, and nothing may lie beside them. */
async function isNoWiderThan(width: number): Promise<void> {
  await page.viewport(width, 600);
  const { scrollWidth, clientWidth } = document.documentElement;
  expect({ at: width, scrollWidth }).toEqual({ at: width, scrollWidth: clientWidth });
}

for (const [room, hash, phase, sign] of rooms.filter(([, hash]) => hash.startsWith("#")))
  test(`${room} keeps to its window, from a telephone's width to a small laptop's`, async () => {
    await page.viewport(1366, 768);
    await sitDown({ theme: "light", phase }, hash);
    await expect.poll(() => document.querySelector(sign)).not.toBeNull();
    for (const width of [320, 683, 800, 1024]) await isNoWiderThan(width);
  });
