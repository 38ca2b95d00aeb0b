/** Whatever is typed is text: it stands where it was typed, breaks no screen, runs nothing, and comes back as it was. */
import { emptyDraft, type CaseId, type Draft, type DraftId } from "@answerable/casework";
import { expect, test } from "vitest";
import { page } from "vitest/browser";

import { field, sitDown } from "../testing/at-the-desk.ts";
import { canBeUsedByEveryone } from "../testing/everyone.ts";

const texts = [
  ["a hundred kilobytes without a space", "щ".repeat(100_000)],
  ["right to left, with signs that turn the line", "\u202eמשה בן־דוד\u202c عبد الرحمن \u2067ب\u2069 Иванов"],
  ["emoji and stacked accents", "👩‍👩‍👧‍👦🏳️‍🌈 Z̸̡̧̢̛͎̲̭͇̈́͋͂̓̕a̷͙͓̓l̶̬̈́g̵̰͝ö̶́ 🪖".repeat(20)],
  [
    "a script",
    `<script>globalThis.ran = true</script><img src=x onerror="globalThis.ran = true">"'>&amp;{{7*7}}`,
  ],
  [
    "letters that only look alike",
    "Івaнов Ѕеrgеy \u0430\u0061\u03bf\u043e\u006f \u200b\u200d\ufeff ｆｕｌｌ",
  ],
] as const;
const fields = [
  "Куда перезвонить",
  "когда безопасно",
  "Кто звонит",
  "Военнослужащий",
  "Родился",
  "Родом",
  "Часть",
  "позывной",
  "жетон",
  "его телефон",
  "Суть",
  "Обещали",
] as const;
const views = [
  [1366, 768],
  [390, 844],
] as const;

/** As a paste does: at once, not key by key. */
function write(label: string, text: string): void {
  const input = field(label);
  const kind = input instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(input, text);
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

function everywhere(office: Awaited<ReturnType<typeof sitDown>>, text: string): Draft {
  const draft = emptyDraft(
    office.newId<DraftId>(),
    office.status().sealedAt ?? ("2022-11-08T11:00:00.000Z" as Draft["began"]),
  ); // a moment as text
  return {
    ...draft,
    kind: "aboutSoldier",
    callerName: text,
    relation: "mother",
    soldierName: text,
    region: text,
    unit: text,
    callSign: text,
    dogTag: text,
    lastContactHow: text,
    lastContactFrom: text,
    grievances: ["A1", "F1"],
    summary: text,
    pasted: text,
    writtenTo: { authority: text, sentOn: "", number: text, answer: text },
    promise: { what: text, due: "" },
    phones: [{ raw: text, safeHours: text, mayLeaveMessage: "no", maySayWhoWeAre: "no" }],
  };
}

for (const [width, height] of views)
  for (const [what, text] of texts)
    test(`${what} is text in every field and on every screen, ${width} wide`, async () => {
      await page.viewport(width, height);
      const office = await sitDown();
      for (const label of fields) write(label, text);
      const line = text.replaceAll("\n", "");
      for (const label of fields) expect(field(label).value === line, label).toBe(true);
      await expect.poll(async () => (await office.drafts()).at(-1)?.summary === text).toBe(true);
      await new Promise(requestAnimationFrame);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);

      const id = office.record(
        { type: "RecordCall", draft: everywhere(office, text), case: office.newId<CaseId>() },
        office.me,
        "2022-11-08T11:41:00.000Z" as Draft["began"], // a moment as text
      );
      office.record(
        { type: "AddNote", case: id, text },
        office.me,
        "2022-11-08T11:42:00.000Z" as Draft["began"],
      ); // likewise
      for (const [hash, sign] of [
        ["#/roster", ".roster-rows .name"],
        ["#/due", ".due-row"],
        [`#/case/${id}`, ".case h1"],
      ] as const) {
        location.hash = hash;
        await expect.poll(() => document.querySelector(sign)).not.toBeNull();
        expect(document.documentElement.scrollWidth, hash).toBeLessThanOrEqual(width);
      }
      // Many pages in one field are folded; all of it is one button away.
      for (const at of [".case h1", ".note"]) document.querySelector<HTMLElement>(`${at} .button`)?.click();
      await expect.poll(() => document.querySelector(".case h1")?.textContent === text.trim()).toBe(true);
      await expect.poll(() => document.querySelector(".note")?.textContent === text).toBe(true);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      if (text.length < 10_000) await canBeUsedByEveryone();
      expect("ran" in globalThis).toBe(false);
      expect(document.querySelector("main script, main img")).toBeNull();
    }, 30_000);
