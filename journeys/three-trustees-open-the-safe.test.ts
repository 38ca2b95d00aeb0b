/**
 * Every device is gone: the office burnt down. Three of five trustees bring their papers to an empty laptop, type the shares,
 * and the helpline is there again, under new keys, with everything that was ever sent.
 */
import type { CaseId } from "@answerable/casework";
import { memoryStore as shelf } from "@answerable/server";
import { expect, test } from "vitest";

import { bringIn, call, found, newId, openStage, seen, until } from "./stage.ts";

const SOLDIER = "Староверцев-Камский Илларион Кузьмич";
const person = {
  yourName: "Ольга",
  deviceName: "новый ноутбук",
  passphrase: "six other words of the trustees",
};

const said = { ok: true, value: undefined };

test("three trustees open the safe", { timeout: 240_000 }, async () => {
  const stage = openStage(shelf());
  const [ninas, zoyas, empty] = [stage.laptop("стол Нины"), stage.laptop("стол Зои"), stage.laptop("пустой")];
  await found(ninas, "Нина");
  await bringIn(ninas, zoyas, "Зоя");
  const { fingerprint = "" } = ninas.office().status();
  expect(await zoyas.office().setRecovery({ least: 3, of: 5 })).toEqual({
    ok: false,
    refusal: { type: "NotAllowed" },
  });
  const made = await ninas.office().setRecovery({ least: 3, of: 5 });
  if (!made.ok) throw new Error(made.refusal.type);
  const { shares } = made.value;
  expect(shares).toHaveLength(5);
  const id = newId<CaseId>();
  await zoyas.office().do({ type: "RecordCall", draft: call({ soldierName: SOLDIER }), case: id });
  await until(zoyas.office(), ({ waiting, online }) => waiting === 0 && online);

  // The fire. Nothing of what burnt is used below.
  for (const laptop of [ninas, zoyas]) laptop.pullTheCable();

  const office = empty.office();
  const given = { shares: shares.slice(1, 4), fingerprint, ...person };
  const refused = async (changes: Partial<typeof given>) => {
    const done = await office.recover({ ...given, ...changes });
    return done.ok ? undefined : done.refusal.type;
  };
  const other = await ninas.office().readShare(shares[0] ?? "");
  expect(other).toMatchObject({ value: { least: 3, of: 5, number: 1, set: made.value.set } });
  expect(await refused({ shares: shares.slice(0, 2) })).toBe("TooFew");
  expect(await refused({ shares: [...shares.slice(0, 2), shares[0] ?? ""] })).toBe("SameTwice");
  expect(await refused({ shares: [...shares.slice(0, 2), "AAAA"] })).toBe("NotAShare");
  const slip = (shares[2] ?? "").replace(/[A-Z2-7](?=$)/, (symbol) => (symbol === "A" ? "B" : "A"));
  expect(await refused({ shares: [...shares.slice(0, 2), slip] })).toBe("Misread");
  expect(await refused({ fingerprint: "AAAAAAAA" })).toBe("OtherHelpline");
  expect(await refused({ fingerprint: fingerprint.slice(0, 4) })).toBe("OtherHelpline");
  empty.pullTheCable();
  expect(await refused({})).toBe("Unreachable");
  empty.plugItIn();
  expect(office.status().phase).toBe("empty");

  expect(await office.recover(given)).toEqual({ ok: true, value: undefined });
  await until(office, ({ phase, online }) => phase === "open" && online);
  const roster = await seen(
    office,
    { type: "Roster", text: "Староверцев", list: "all", from: 0, count: 5 },
    ({ total }) => total === 1,
  );
  expect(roster.rows[0]?.case).toBe(id);
  const file = await seen(office, { type: "CaseFile", case: id }, ({ type }) => type === "Here");
  expect(JSON.stringify(file)).toContain("Староверцев");

  // She is a coordinator, the desk has a new key, and she can call the burnt devices lost and make a new paper.
  const team = await seen(office, { type: "Team" }, ({ members }) => members.length === 3);
  expect(team).toMatchObject({ mayCoordinate: true, desks: [{ epoch: 2, isRotationDue: false }] });
  for (const member of team.members.filter(({ isMe }) => !isMe))
    for (const device of member.devices)
      expect(await office.sayOfPeople({ type: "RevokeDevice", device: device.id, why: "lost" })).toEqual(
        said,
      );
  const again = await office.setRecovery({ least: 2, of: 3 });
  if (!again.ok) throw new Error(again.refusal.type);

  // The old paper opens nothing any more.
  const late = stage.laptop("чужой");
  expect(await late.office().recover({ ...given, shares: shares.slice(0, 3) })).toEqual({
    ok: false,
    refusal: { type: "OtherSet" },
  });
  // And nothing that was typed or printed has crossed the wire.
  const heard = stage.heard.join("\n");
  for (const share of [...shares, ...again.value.shares])
    expect(heard).not.toContain(share.replaceAll(" ", ""));
  await stage.close();
});
