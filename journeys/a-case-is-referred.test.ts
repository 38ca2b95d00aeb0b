/**
 * The first desk hands a case to the lawyers' desk, with the mother's word for it: the lawyers read what she said under a key of their own,
 * somebody at the first desk only reads nothing of what they write, and the server reads neither. Then it comes back.
 */
import type { CaseId, Day } from "@answerable/casework";
import type { Query } from "@answerable/replica";
import { memoryStore as shelf } from "@answerable/server";
import { expect, test } from "vitest";

import { hitsIn } from "./canaries.ts";
import { bringIn, call, diskOf, found, newId, openStage, seen, until, type Laptop } from "./stage.ts";

const SOLDIER = "Перегудов-Вечный Тихон Лукич";
const MOTHER = "Зинаида Лукинична Вечная";
const LAWYERS = "Юристы по отказам";
const WITHDRAWN = "пос. Кедровый Лог, дом у пилорамы";
const THEIR_WORD = "заявление в гарнизонный суд Прибайкалья";
const find = { type: "Roster", text: "Перегудов", list: "all", from: 0, count: 5 } as const;
const consent = { by: MOTHER, how: "spoken", day: "2022-11-08" as Day } as const;

async function memberOf(laptop: Laptop) {
  const { me } = await until(laptop.office(), (status) => status.me !== undefined);
  if (!me) throw new Error("nobody sits here");
  return me.member;
}
const fileOf = async (laptop: Laptop, id: CaseId) => {
  const query = { type: "CaseFile", case: id } as const satisfies Query;
  const answer = await seen(laptop.office(), query, ({ type }) => type === "Here");
  if (answer.type !== "Here") throw new Error("it was here a moment ago");
  return answer.case;
};

test("a case is referred", { timeout: 120_000 }, async () => {
  const store = shelf();
  const stage = openStage(store);
  const [ninas, levs, veras] = [
    stage.laptop("стол Нины"),
    stage.laptop("стол Льва"),
    stage.laptop("стол Веры"),
  ];
  await found(ninas, "Нина");
  await bringIn(ninas, levs, "Лев");
  await bringIn(ninas, veras, "Вера");
  const [lev, first] = [await memberOf(levs), ninas.office().status().desk];
  const made = await ninas
    .office()
    .sayOfPeople({ type: "MakeDesk", name: LAWYERS, purpose: "Отказы", members: [lev] });
  expect(made.ok).toBe(true);
  const { desks = [] } = await until(ninas.office(), (status) => status.desks?.length === 2);
  const second = desks[1]?.id;
  if (!first || !second) throw new Error("two desks were waited for");

  const id = newId<CaseId>();
  await veras.office().do({
    type: "RecordCall",
    draft: call({
      soldierName: SOLDIER,
      callerName: MOTHER,
      relation: "mother",
      summary: "Держат в подвале.",
    }),
    case: id,
  });
  await seen(ninas.office(), find, ({ total }) => total === 1);
  // Said by a slip and taken back: it stands in the history here, and goes nowhere.
  const slip = { field: "town", value: WITHDRAWN, sure: true, source: "unknown", setsAside: [] } as const;
  expect((await veras.office().do({ type: "StateFact", case: id, ...slip })).ok).toBe(true);
  const town = (await fileOf(veras, id)).facts.find(({ value }) => value === WITHDRAWN);
  if (!town) throw new Error("it was said a moment ago");
  const takeBack = { type: "WithdrawFact", case: id, fact: town.id, reason: "не о нём" } as const;
  expect((await veras.office().do(takeBack)).ok).toBe(true);
  await until(veras.office(), ({ waiting }) => waiting === 0);
  const wish = { case: id, desk: second, consent, reason: "нужен суд" };

  // Without the family's word it is refused, and nothing is written anywhere; so is whoever sits at one desk only.
  expect(await ninas.office().refer({ ...wish, consent: { ...consent, by: " " } })).toMatchObject({
    refusal: { type: "TextMissing", field: "consent" },
  });
  expect(await veras.office().refer(wish)).toMatchObject({ refusal: { type: "NoSeat" } });
  expect((await ninas.office().at(second).ask(find)).total).toBe(0);

  const referred = await ninas.office().refer(wish);
  if (!referred.ok) throw new Error(referred.refusal.type);
  const there = referred.value.folder;
  // Said again, after a crash say, it is there once.
  expect(await ninas.office().refer(wish)).toMatchObject({ ok: true, value: { folder: there } });
  await seen(
    veras.office(),
    { type: "CaseFile", case: id },
    (answer) => answer.type === "Here" && answer.case.referrals.length === 1,
  );
  expect((await fileOf(veras, id)).referrals).toMatchObject([{ way: "out", deskName: LAWYERS, consent }]);

  // The lawyer reads it at his desk, under another key; and writes what the first desk does not read.
  expect((await levs.office().show(second)).ok).toBe(true);
  await seen(levs.office(), find, ({ total }) => total === 1);
  const theirs = await fileOf(levs, there);
  expect(theirs.referrals).toMatchObject([{ way: "in", other: id, consent, reason: "нужен суд" }]);
  expect(theirs.contacts.map((one) => one.summary)).toEqual(["Держат в подвале."]);
  expect(theirs.people.map((one) => one.calledAs)).toEqual([MOTHER]);
  // Its history is all that was sealed there.
  expect(theirs.timeline.length).toBeGreaterThan(0);
  expect(JSON.stringify(theirs)).not.toContain(WITHDRAWN);
  expect(JSON.stringify(await fileOf(veras, id))).toContain(WITHDRAWN);
  const [keyHere, keyThere] = [await store.folderKey(first, id), await store.folderKey(second, there)];
  expect(keyThere).toBeDefined();
  expect(JSON.stringify(keyThere)).not.toBe(JSON.stringify(keyHere));
  expect((await levs.office().do({ type: "AddNote", case: there, text: THEIR_WORD })).ok).toBe(true);
  await until(levs.office(), ({ waiting }) => waiting === 0);
  expect(await veras.office().show(second)).toMatchObject({ refusal: { type: "NoSeat" } });
  expect(await veras.office().at(second).do({ type: "AddNote", case: there, text: "чужое" })).toMatchObject({
    ok: false,
  });
  expect(await veras.office().ask({ type: "CaseFile", case: there })).toEqual({ type: "Unknown" });

  // Not theirs after all: it goes back, and both say so.
  expect(await levs.office().sendBack({ case: there, reason: "" })).toMatchObject({
    refusal: { type: "TextMissing" },
  });
  expect((await levs.office().sendBack({ case: there, reason: "не наше" })).ok).toBe(true);
  expect(await fileOf(levs, there)).toMatchObject({ stage: "closed", outcome: { outcome: "referred" } });
  await seen(veras.office(), { type: "CaseFile", case: id }, (answer) => {
    const [one] = answer.type === "Here" ? answer.case.referrals : [];
    return one?.back?.reason === "не наше";
  });
  await until(levs.office(), ({ desks: all }) => all?.every((one) => one.unsent === 0) === true);
  // Only why it came back has come back.
  expect(JSON.stringify(await fileOf(veras, id))).not.toContain(THEIR_WORD);

  const words = [
    SOLDIER,
    "Перегудов",
    WITHDRAWN,
    MOTHER,
    LAWYERS,
    THEIR_WORD,
    "нужен суд",
    "Держат в подвале",
  ];
  // Whatever the server stores it was sent, and whatever was sent was heard here.
  expect(hitsIn([["the wire", Buffer.from(stage.heard.join("\n"))]], words)).toEqual([]);
  for (const laptop of [ninas, levs, veras])
    expect(hitsIn([[laptop.name, await diskOf(laptop)]], words)).toEqual([]);
  await stage.close();
});
