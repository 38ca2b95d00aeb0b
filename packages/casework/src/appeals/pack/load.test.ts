import { describe, expect, test } from "vitest";

import { openTable } from "../calendar.ts";
import { numberFromCivil } from "../day-number.ts";
import { isInForce, versionOn } from "../deadline.ts";
import {
  changedDraft,
  day,
  draftJson,
  draftPack,
  intlJson,
  intlPack,
  ruJson,
  ruPack,
  uaJson,
  uaPack,
} from "../testing/packs.ts";
import { loadPack, loadSignedPack } from "./load.ts";
import { inLang } from "./pack.ts";
import { pathText } from "./problem.ts";
import { signedPart } from "./signature.ts";
import { slotsUsed } from "./template-check.ts";

function problemsOf(json: unknown): readonly string[] {
  const loaded = loadPack(json);
  const problems = loaded.ok ? loaded.value.warnings : loaded.refusal;
  return problems
    .filter(({ weight }) => !loaded.ok === (weight === "error"))
    .map(({ path, what }) => `${pathText(path)}: ${what}`);
}

describe("the packs", () => {
  test("the draft is taken as it is, and is told that its rules lack effective dates", () => {
    const loaded = loadPack(draftJson);
    expect(
      loaded.ok && loaded.value.warnings.every(({ what }) => what.includes("effective dates are missing")),
    ).toBe(true);
  });

  test.each([
    ["Russian", ruJson],
    ["Ukrainian", uaJson],
    ["international", intlJson],
  ])("the %s one has nothing to complain of", (_name, json) => {
    expect(problemsOf(json)).toEqual([]);
  });

  test("the Russian one has kept everything of the draft", () => {
    for (const part of ["calendars", "authorities", "rules", "grounds", "routes", "templates"] as const) {
      for (const id of draftPack[part].keys()) expect(ruPack[part].has(id)).toBe(true);
    }
    expect(ruPack.escalations).toHaveLength(13);
    for (const [id, rule] of draftPack.rules) {
      expect(ruPack.rules.get(id)?.readings.map(({ term }) => term)).toEqual(
        rule.readings.map(({ term }) => term),
      );
      expect(ruPack.rules.get(id)?.level).toBe(rule.level);
    }
  });

  test("the Ukrainian and the international one count by the draft's rules", () => {
    expect(uaPack.rules.size).toBe(6);
    expect(intlPack.rules.size).toBe(2);
    for (const [id, rule] of uaPack.rules) expect(rule.readings).toEqual(draftPack.rules.get(id)?.readings);
  });

  test("every rule, route, ground, authority and letter speaks Russian or Ukrainian, and English", () => {
    for (const pack of [ruPack, uaPack, intlPack]) {
      const named = [...pack.rules.values()].map(({ says }) => says);
      named.push(...[...pack.grounds.values()].map(({ label }) => label));
      named.push(...[...pack.authorities.values()].map(({ name }) => name));
      for (const { name } of [...pack.routes.values(), ...pack.templates.values()]) named.push(name ?? "");
      for (const words of named) {
        expect(inLang(words, "ru")).toMatch(/[а-яіїє]/i);
        expect(inLang(words, "en")).toMatch(/[a-z]/i);
        expect(inLang(words, "en")).not.toMatch(/[а-я]{4}/i);
      }
    }
  });

  test("every letter is written out, each block with its English gloss, each slot with a name and a type", () => {
    for (const pack of [ruPack, uaPack, intlPack]) {
      for (const template of pack.templates.values()) {
        expect(template.body?.map(({ type }) => type)).toEqual(
          expect.arrayContaining(["addressee", "sender", "title", "list", "signature"]),
        );
        for (const slot of template.slots)
          expect([slot.id, slot.type, slot.name !== undefined]).toEqual([
            slot.id,
            slot.type ?? "a type",
            true,
          ]);
      }
    }
  });

  test("no letter has a slot for where a unit stands", () => {
    for (const template of ruPack.templates.values()) {
      for (const { slot } of template.body?.flatMap(({ text }) => slotsUsed(text)) ?? [])
        expect(slot).not.toMatch(/position|location|place/);
    }
  });

  test("working days of 2022 to 2026 are 247, 247, 248, 247, 247", () => {
    const calendar = ruPack.calendars.get("ru-5day");
    if (!calendar) throw new Error("no calendar");
    const table = openTable(calendar);
    const years = [2022, 2023, 2024, 2025, 2026];
    const counted = years.map((year) =>
      table.workingDays(
        numberFromCivil({ year, month: 1, date: 1 }),
        numberFromCivil({ year, month: 12, date: 31 }),
      ),
    );
    expect(counted).toEqual([247, 247, 248, 247, 247]);
  });

  test("on each day one version of a law is in force", () => {
    expect(versionOn(ruPack, "koap.5.59", day("2023-04-24"))?.id).toBe("koap.5.59.old");
    expect(versionOn(ruPack, "koap.5.59", day("2023-04-25"))?.id).toBe("koap.5.59.new");
    expect(versionOn(ruPack, "59fz.channel", day("2025-03-29"))?.id).toBe("59fz.channel-email");
    expect(versionOn(ruPack, "59fz.channel", day("2025-03-30"))?.id).toBe("59fz.channel-esia");
    expect(
      [...ruPack.rules.values()].filter((rule) => rule.versionOf && isInForce(rule, day("2023-05-15"))),
    ).toHaveLength(3);
  });
});

describe("a broken pack is refused, and the place is named", () => {
  const cases: readonly (readonly [string, Parameters<typeof changedDraft>[0], string])[] = [
    [
      "a route to a rule that is not there",
      (pack) => pack.routes[0]?.rules.push("59fz.ansver"),
      "routes[0].rules[3]: nothing in this pack has the id 59fz.ansver",
    ],
    [
      "a ground to a route that is not there",
      (pack) => pack.grounds[0]?.routes.push("r.nowhere"),
      "grounds[0].routes[2]: nothing in this pack has the id r.nowhere",
    ],
    [
      "an authority under no one",
      (pack) => Object.assign(pack.authorities[4] ?? {}, { parent: "ru.nobody" }),
      "authorities[4].parent: nothing in this pack has the id ru.nobody",
    ],
    [
      "an authority above itself",
      (pack) => Object.assign(pack.authorities[6] ?? {}, { parent: "ru.mil-prosecutor.garrison" }),
      "authorities[6].parent: the parents of this authority lead back to it",
    ],
    [
      "an edge on something that cannot happen",
      (pack) => Object.assign(pack.escalations[4] ?? {}, { on: "formal-anser" }),
      'escalations[4].on: "formal-anser" is nothing that can happen to a letter: forwarded, overdue, formal-answer, refusal, exhausted, overdue:RULE, forward-missing:RULE',
    ],
    [
      "an edge on a term that is not there",
      (pack) => Object.assign(pack.escalations[1] ?? {}, { on: "overdue:59fz.no" }),
      "escalations[1].on: nothing in this pack has the id 59fz.no",
    ],
    [
      "a calendar that does not add up",
      (pack) => pack.calendars[0]?.years["2024"]?.off.push("06-13"),
      "calendars[0].years.2024.workingDays: 2024 has 247 working days by its list, not 248",
    ],
    [
      "a day that the year lacks",
      (pack) => pack.calendars[0]?.years["2023"]?.off.push("02-29"),
      "calendars[0].years.2023.off[10]: there is no 02-29 in 2023",
    ],
    [
      "a covered year without a list",
      (pack) => Object.assign(pack.calendars[0]?.coverage ?? {}, { to: "2027-12-31" }),
      "calendars[0].coverage: the calendar says that it covers 2027, but does not list it",
    ],
    [
      "a zone of no map",
      (pack) => Object.assign(pack.calendars[0] ?? {}, { tz: "Europe/Kursk" }),
      'calendars[0].tz: "Europe/Kursk" is no time zone (they are written Europe/Moscow)',
    ],
    [
      "an unknown unit",
      (pack) => Object.assign(pack.rules[0]?.term ?? {}, { unit: "weeks" }),
      "rules[0].term.unit: a unit is one of calendar_day, working_day, day24, hour, month, year",
    ],
    [
      "a level that is no level",
      (pack) => Object.assign(pack.rules[0] ?? {}, { verified: "sure" }),
      "rules[0].verified: a verification level is one of text-seen, summary-seen, memory",
    ],
    [
      "an impossible effective date",
      (pack) => Object.assign(pack.rules[8]?.effective ?? {}, { to: "2025-02-31" }),
      "rules[8].effective.to: no such day between 1990 and 2099 (days are written 2022-11-08)",
    ],
    [
      "a law that ceases before it begins",
      (pack) => Object.assign(pack.rules[8]?.effective ?? {}, { to: "2009-01-01" }),
      "rules[8].effective.to: 59fz.channel-email ceases before it begins",
    ],
    [
      "the same id twice",
      (pack) => Object.assign(pack.rules[1] ?? {}, { id: "59fz.register" }),
      "rules[1].id: the id 59fz.register stands twice in rules",
    ],
    [
      "hours that begin the next day",
      (pack) =>
        Object.assign(pack.rules.find(({ id }) => id === "upk148.copy")?.term ?? {}, { start: "next_day" }),
      "rules[18].term.start: hours run from the moment: start is moment",
    ],
  ];
  test.each(cases)("%s", (_title, change, expected) => {
    expect(problemsOf(changedDraft(change))).toContain(expected);
  });

  test("a rule without source or effective dates, where the pack is no draft", () => {
    const problems = problemsOf(
      changedDraft((pack) => Object.assign(pack.pack, { schema: "answerable.legal-pack/1" })),
    );
    expect(problems).toContain("rules[0]: 59fz.register: effective dates are missing");
    expect(problems).toContain(
      "rules[0]: 59fz.register: the source is missing (the full title and article, as a letter cites it)",
    );
    expect(problems).toContain("templates[0]: t.appeal.individual has no text");
  });

  test("two versions of one law in force on the same day", () => {
    const copy = structuredClone(ruJson);
    const old = copy.rules.find(({ id }) => id === "koap.5.59.old");
    Object.assign(old?.effective ?? {}, { to: "2023-04-25" });
    expect(problemsOf(copy).join("\n")).toContain(
      "koap.5.59.new and koap.5.59.old are versions of koap.5.59, and both in force at once",
    );
  });

  test("a letter that names a slot it does not declare", () => {
    const copy = structuredClone(ruJson);
    Object.assign(copy.templates[0]?.body[2] ?? {}, { text: "Дело о {soldier.nickname}" });
    expect(problemsOf(copy)).toContain("templates[0].body[2].text: no slot soldier.nickname is declared");
  });

  test("nothing at all", () => {
    for (const json of [null, 7, "pack", [], {}]) expect(loadPack(json).ok).toBe(false);
  });
});

test("an unknown field is not read, and that is said", () => {
  expect(problemsOf(changedDraft((pack) => Object.assign(pack.rules[0] ?? {}, { efective: {} })))).toContain(
    'rules[0].efective: unknown field "efective": it is not read',
  );
});

describe("a signature", () => {
  const signature = { algorithm: "test", key: "k", value: "v" };
  const signed = changedDraft((pack) => Object.assign(pack.pack, { signature }));

  test("covers the whole pack but itself, whatever the order of the names in the file", () => {
    const turned = JSON.parse(JSON.stringify(signed), (_name, value: unknown) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ) as unknown;
    expect(signedPart(turned).message).toBe(signedPart(draftJson).message);
    expect(signedPart(changedDraft((pack) => (pack.pack.version = "2"))).message).not.toBe(
      signedPart(draftJson).message,
    );
  });

  test("is asked of the verifier; a pack without one, or with a false one, is refused", async () => {
    expect((await loadSignedPack(signed, async (_message, given) => given.value === "v")).ok).toBe(true);
    expect((await loadSignedPack(signed, async () => false)).ok).toBe(false);
    expect((await loadSignedPack(draftJson, async () => true)).ok).toBe(false);
  });
});
