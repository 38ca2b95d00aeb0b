/**
 * A volunteer is held and made to open her laptop. Two colleagues suspend her; or she types the other phrase, and the device
 * looks like one that never had a helpline. Before a journey she leaves at home what even she cannot open without.
 */
import { memoryStore as shelf } from "@answerable/server";
import { expect, test } from "vitest";

import { bringIn, call, found, newId, openStage, PASSPHRASE, seen, until, type Laptop } from "./stage.ts";

const OTHER_PHRASE = "a quiet sea on monday";

async function house() {
  const stage = openStage(shelf());
  const [ninas, veras, zoyas, lidas] = [
    stage.laptop("стол Нины"),
    stage.laptop("ноутбук Веры"),
    stage.laptop("стол Зои"),
    stage.laptop("стол Лиды"),
  ];
  await found(ninas, "Нина");
  await bringIn(ninas, veras, "Вера");
  await bringIn(ninas, zoyas, "Зоя");
  await bringIn(ninas, lidas, "Лида");
  return { stage, ninas, veras, zoyas, lidas };
}
const row = async (laptop: Laptop, name: string) => {
  const team = await seen(laptop.office(), { type: "Team" }, ({ members }) =>
    members.some((one) => one.name === name),
  );
  const found = team.members.find((one) => one.name === name);
  if (!found) throw new Error("she is on the line");
  return found;
};

const said = { ok: true, value: undefined };

test("a colleague is coerced", { timeout: 240_000 }, async () => {
  const { stage, ninas, veras, zoyas, lidas } = await house();
  const { id } = await row(zoyas, "Вера");
  // One voice is heard by everyone and does nothing yet; the second, of another, does it.
  expect(await zoyas.office().sayOfPeople({ type: "Suspend", member: id })).toEqual(said);
  await seen(lidas.office(), { type: "Team" }, ({ members }) => members.some((one) => one.voices === 1));
  expect((await row(ninas, "Вера")).standing).toBe("Active");
  expect(await lidas.office().sayOfPeople({ type: "Suspend", member: id })).toEqual(said);

  // Her device is told so, in words, and can neither send nor read on.
  const told = await until(veras.office(), ({ broken }) => broken !== undefined);
  expect(told.broken).toBe("suspended");
  const done = await veras.office().do({
    type: "RecordCall",
    draft: call({ soldierName: "Сказанный Под Нажимом" }),
    case: newId(),
  });
  expect(done.ok).toBe(true); // it is kept on her disk, sealed, and goes nowhere
  const rotated = await seen(ninas.office(), { type: "Team" }, ({ desks }) => desks[0]?.epoch === 2);
  expect(rotated.desks[0]?.isRotationDue).toBe(false);
  const roster = await ninas
    .office()
    .ask({ type: "Roster", text: "Сказанный", list: "all", from: 0, count: 5 });
  expect(roster.total).toBe(0);

  // It is over. An operator cannot bring her back; the coordinator can. What she had written offline is then sent.
  expect(await zoyas.office().sayOfPeople({ type: "Restore", member: id })).toEqual({
    ok: false,
    refusal: { type: "NotAllowed" },
  });
  expect(await ninas.office().sayOfPeople({ type: "Restore", member: id })).toEqual(said);
  await veras.crash();
  await veras.office().unlock(PASSPHRASE);
  await until(veras.office(), ({ phase, online }) => phase === "open" && online);
  await seen(
    ninas.office(),
    { type: "Roster", text: "Сказанный", list: "all", from: 0, count: 5 },
    ({ total }) => total === 1,
  );
  await stage.close();
});

test(
  "she types the other phrase, and the device looks as if it never had a helpline",
  { timeout: 180_000 },
  async () => {
    const { stage, ninas, veras } = await house();
    const given = { passphrase: PASSPHRASE, phrase: OTHER_PHRASE };
    expect(await veras.office().setDuress({ ...given, phrase: "short" })).toMatchObject({
      refusal: { type: "PassphraseTooShort" },
    });
    expect(await veras.office().setDuress({ ...given, passphrase: "wrong words" })).toMatchObject({
      refusal: { type: "WrongPassphrase" },
    });
    expect((await veras.office().setDuress(given)).ok).toBe(true);
    await veras.crash();
    expect(await veras.office().unlock(OTHER_PHRASE)).toEqual({
      ok: false,
      refusal: { type: "NothingToUnlock" },
    });
    expect(veras.office().status()).toMatchObject({ phase: "empty", members: [], practice: false });
    expect(veras.office().status().helpline).toBeUndefined();
    for (const drawer of ["keep", "team", "keys", "sheets", "cards", "outbox", "drafts", "own"] as const)
      for await (const page of veras.store.list(drawer)) expect(page).toEqual([]);
    // And the others learn that this device is lost.
    const team = await seen(ninas.office(), { type: "Team" }, ({ desks }) => desks[0]?.epoch === 2);
    expect(team.members.find(({ name }) => name === "Вера")?.devices[0]?.why).toBe("lost");
    await stage.close();
  },
);

test(
  "on the road nobody opens her laptop, she neither; at home the code does",
  { timeout: 120_000 },
  async () => {
    const stage = openStage(shelf(), { locks: "real" });
    const [ninas, veras] = [stage.laptop("стол"), stage.laptop("ноутбук")];
    await found(ninas, "Нина");
    await bringIn(ninas, veras, "Вера");
    const soldierName = "Дорожный Пётр";
    await veras.office().do({ type: "RecordCall", draft: call({ soldierName }), case: newId() });
    veras.pullTheCable();
    await veras
      .office()
      .do({ type: "RecordCall", draft: call({ soldierName: "Неотправленный Иван" }), case: newId() });
    expect(await veras.office().travel(PASSPHRASE)).toMatchObject({ refusal: { type: "NotSent" } });
    veras.plugItIn();
    expect(await veras.office().travel("not her passphrase")).toMatchObject({
      refusal: { type: "WrongPassphrase" },
    });
    const ready = await veras.office().travel(PASSPHRASE);
    if (!ready.ok) throw new Error(ready.refusal.type);
    for (const drawer of ["keys", "sheets", "cards", "binders", "outbox", "drafts"] as const)
      for await (const page of veras.store.list(drawer)) expect(page).toEqual([]);
    expect(await veras.office().unlock(PASSPHRASE)).toEqual({ ok: false, refusal: { type: "CodeMissing" } });
    expect(await veras.office().unlock(PASSPHRASE, "ABCDE FGHIJ KLMNO PQRST UVWXY Z")).toEqual({
      ok: false,
      refusal: { type: "WrongPassphrase" },
    });
    expect((await veras.office().unlock(PASSPHRASE, ready.value.code.toLowerCase())).ok).toBe(true);
    await seen(
      veras.office(),
      { type: "Roster", text: "Дорожный", list: "all", from: 0, count: 5 },
      ({ total }) => total === 1,
    );
    // From now on the passphrase is enough again.
    await veras.crash();
    expect((await veras.office().unlock(PASSPHRASE)).ok).toBe(true);
    await stage.close();
  },
);
