/**
 * Where he serves is what an enemy and a prosecutor would look for. Who took the call sees it; a colleague sees dots, asks, sees it
 * for her shift, and the folder says so to the coordinator. Programs hold this, not keys: what a screen is never given, it cannot show.
 */
import { masked, type FolderId } from "@answerable/casework";
import { memoryStore as shelf } from "@answerable/server";
import { expect, test } from "vitest";

import { bringIn, call, found, newId, openStage, seen, type Laptop } from "./stage.ts";

const UNIT = "в/ч 98989";
const PHONE = "+79005550142";

test(
  "a unit and a telephone are masked until somebody asks, and the folder keeps who asked",
  { timeout: 120_000 },
  async () => {
    const stage = openStage(shelf());
    const [ninas, veras] = [stage.laptop("стол Нины"), stage.laptop("ноутбук Веры")];
    await found(ninas, "Нина");
    await bringIn(ninas, veras, "Вера");
    const draft = call({
      soldierName: "Скрытов Пётр",
      unit: UNIT,
      phones: [{ raw: PHONE, safeHours: "", mayLeaveMessage: "unasked", maySayWhoWeAre: "unasked" }],
    });
    const taken = await ninas.office().do({ type: "RecordCall", draft, case: newId() });
    if (!taken.ok) throw new Error(taken.refusal.type);
    const id = taken.value.folder;

    const roster = { type: "Roster", text: "Скрытов", list: "all", from: 0, count: 5 } as const;
    const own = await seen(ninas.office(), roster, ({ total }) => total === 1);
    expect(own.rows[0]?.unit).toBe(UNIT);
    const hers = await seen(veras.office(), roster, ({ total }) => total === 1);
    expect(hers.rows[0]?.unit).toBe(masked);
    const soldier = await veras.office().ask({ type: "Soldier", case: id });
    expect(JSON.stringify([hers, soldier])).not.toMatch(/98989|9005550142/);

    const file = (laptop: Laptop) => laptop.office().ask({ type: "CaseFile", case: id });
    const before = await file(veras);
    expect(before.type === "Here" && before.veils.map(({ field, mayAsk }) => [field, mayAsk])).toEqual([
      ["unit", true],
      ["phone", true],
    ]);
    expect(JSON.stringify(before)).not.toMatch(/98989|9005550142/);

    const asked = await veras.office().do({ type: "AskToSee", case: id, field: "unit" });
    expect(asked.ok).toBe(true);
    const after = JSON.stringify(await file(veras));
    expect(after).toContain("98989");
    expect(after).not.toContain("9005550142");
    expect((await veras.office().ask(roster)).rows[0]?.unit).toBe(UNIT);

    // The coordinator reads who looked.
    const line = await seen(
      ninas.office(),
      { type: "CaseFile", case: id },
      (answer) => answer.type === "Here" && answer.case.shown.length === 1,
    );
    const me = veras.office().status().me;
    expect(line.type === "Here" && line.case.timeline[0]).toMatchObject({
      by: me?.member,
      what: { type: "HotFieldShown", field: "unit" },
    });

    // Three of one unit are proposed as one happening: she sees that they are, and not of which unit; the coordinator sees both.
    for (const soldierName of ["Скрытов Савва", "Скрытов Фрол", "Скрытов Пахом"]) {
      const other = call({ soldierName, unit: UNIT, grievances: ["C1"] });
      const said = await ninas.office().do({ type: "RecordCall", draft: other, case: newId() });
      expect(said.ok).toBe(true);
    }
    const gathered = { type: "GatheredIncidents" } as const;
    const proposed = await seen(veras.office(), gathered, ({ proposals }) => proposals.length === 1);
    const overview = await veras.office().ask({ type: "Overview", period: "today" });
    expect(JSON.stringify([proposed, overview])).not.toContain("98989");
    expect(overview.clusters[0]).toMatchObject({ unit: masked, grievance: "C1" });
    const [cluster] = (await ninas.office().ask(gathered)).proposals;
    expect(cluster?.unit).toBe(UNIT);
    if (!cluster) throw new Error("nothing was proposed");
    const refusal = { ok: false, refusal: { type: "NotYourDuty" } };
    const gathering = { type: "GatherIncident", case: newId<FolderId>(), cluster } as const;
    expect(await veras.office().do(gathering)).toEqual(refusal);
    // A case leaves whole, with nothing masked in it, by a coordinator or a lawyer only.
    const out = { to: "суд", reason: "просили", plain: "D".repeat(43), sheets: 1 };
    expect(await veras.office().do({ type: "GiveOutCase", case: id, ...out })).toEqual(refusal);
    expect(await veras.office().courtBundle(id)).toBeUndefined();
    expect((await ninas.office().courtBundle(id))?.sheets).toBeGreaterThan(1);

    // A press officer is shown dots and cannot ask; nor does she write in cases.
    if (!me) throw new Error("she is at her desk");
    await ninas.office().sayOfPeople({ type: "GiveRoles", member: me.member, roles: ["press"] });
    await seen(
      veras.office(),
      { type: "Team" },
      ({ members }) => members.find((one) => one.id === me.member)?.roles[0] === "press",
    );
    const no = { ok: false, refusal: { type: "NotYourDuty" } };
    expect(await veras.office().do({ type: "AskToSee", case: id, field: "phone" })).toEqual(no);
    expect(await veras.office().do({ type: "AddNote", case: id, text: "видела" })).toEqual(no);
    await stage.close();
  },
);
