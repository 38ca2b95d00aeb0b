/**
 * Every question that an office answers, asked with every duty: where somebody may not know a unit or a telephone, no answer has it.
 * A question that is not in the table does not compile.
 */
import {
  duties,
  type AppealId,
  type CaseId,
  type DropId,
  type Duty,
  type FolderId,
} from "@answerable/casework";
import { expect, test } from "vitest";

import type { Answer, Office, Query } from "./office.ts";
import { openFamily } from "./testing/families.ts";
import { foundedOn, newCase, officeOn, PASSPHRASE, recordCall, serverForOffices } from "./testing/offices.ts";

const UNIT = "98989";
const PHONE = "9005550142";
const phones = [
  { raw: `+7${PHONE}`, safeHours: "", mayLeaveMessage: "unasked", maySayWhoWeAre: "unasked" },
] as const;
const page = { from: 0, count: 50 };
const lang = "ru";

interface There {
  readonly case: CaseId;
  readonly appeal: AppealId;
  readonly incident: FolderId;
  readonly drop: DropId;
}

type Asked = { readonly [T in Query["type"]]: readonly Extract<Query, { readonly type: T }>[] };

const asked = (there: There): Asked => ({
  Roster: ["", UNIT, PHONE].map((text) => ({ type: "Roster", text, list: "all", ...page })),
  CaseFile: [{ type: "CaseFile", case: there.case }],
  Counters: [{ type: "Counters" }],
  Tasks: [{ type: "Tasks" }],
  Team: [{ type: "Team" }],
  Expiring: [{ type: "Expiring" }],
  Board: [{ type: "Board", list: "unsent", lang, ...page }],
  Answering: [{ type: "Answering" }],
  Thread: [{ type: "Thread", case: there.case, lang }],
  Letters: [{ type: "Letters", of: [there], lang }],
  Drafting: [{ type: "Drafting", case: there.case, lang }],
  Calendar: [{ type: "Calendar", lang }],
  Advice: [{ type: "Advice", lang }],
  Matches: [
    {
      type: "Matches",
      soldierName: "Скрытов Пётр",
      birth: "",
      region: "",
      unit: `в/ч ${UNIT}`,
      phones: [],
      callSign: "",
      dogTag: "",
    },
  ],
  Review: [{ type: "Review", ...page }],
  Soldier: [{ type: "Soldier", case: there.case }],
  Queue: [{ type: "Queue", count: 50 }],
  Lane: [{ type: "Lane" }],
  DutyNow: [{ type: "DutyNow" }],
  ShiftReport: [{ type: "ShiftReport" }],
  Inbox: [{ type: "Inbox", list: "waiting", ...page }],
  Drop: [{ type: "Drop", drop: there.drop }],
  ClaimsFiles: [{ type: "ClaimsFiles" }],
  ClaimsFile: [{ type: "ClaimsFile", case: there.case }],
  Facts: [{ type: "Facts", from: "2020-01-01" as never, to: "2100-01-01" as never }], // days
  Incidents: [{ type: "Incidents", case: there.case, lang, filter: {}, order: "entered", ...page }],
  IncidentPage: [{ type: "IncidentPage", case: there.case, lang, incident: "", most: 50 }],
  SameOrigins: [{ type: "SameOrigins", case: there.case, lang }],
  LedgerCast: [{ type: "LedgerCast", case: there.case, lang }],
  GatheredIncidents: [{ type: "GatheredIncidents" }],
  GatheredIncident: [{ type: "GatheredIncident", case: there.incident }],
  Overview: (["today", "week", "month", "all"] as const).map((period) => ({ type: "Overview", period })),
  List: [{ type: "List", ...page }],
  Lists: [{ type: "Lists" }],
  OutRows: ["", UNIT, PHONE].map((text) => ({ type: "OutRows", text, list: "all", ...page })),
  OutLists: [{ type: "OutLists" }],
});

const gather: readonly Duty[] = ["coordinator", "reviewer", "lawyer"];
const work: readonly Duty[] = [...gather, "operator"];
/** Who needs it is given it: whoever gathers, the unit; whoever takes letters, the letter. Nobody anything else. */
const shown: { readonly [T in Query["type"]]?: readonly Duty[] } = {
  Overview: gather,
  GatheredIncidents: gather,
  GatheredIncident: gather,
  Inbox: work,
  Drop: work,
};

function answered<Q extends Query>(office: Office, query: Q, holds: (answer: Answer<Q>) => boolean) {
  return new Promise<Answer<Q>>((resolve) => {
    const unwatch = office.watch(query, (answer) => {
      if (!holds(answer)) return;
      queueMicrotask(() => unwatch()); // it may be called before it is assigned
      resolve(answer);
    });
  });
}

async function done(office: Office, command: Parameters<Office["do"]>[0]): Promise<FolderId> {
  const said = await office.do(command);
  if (!said.ok) throw new Error(`${command.type}: ${said.refusal.type}`);
  return said.value.folder;
}

/** Three of a unit that are gathered, three that a rule proposes, a call-back, a letter to a governor, a letter from outside. */
async function told(office: Office, server: Parameters<typeof openFamily>[0]["server"]): Promise<There> {
  const call = (n: number, grievance: "A1" | "C1") =>
    done(
      office,
      recordCall({
        soldierName: `Скрытов Пётр ${n}`,
        unit: `в/ч ${UNIT}`,
        phones,
        soldierPhone: `+7${PHONE}`,
        grievances: [grievance],
        pasted: `Скрытов, ${UNIT}, ${PHONE}`,
      }),
    );
  const cases: FolderId[] = [];
  for (const n of [1, 2, 3]) cases.push(await call(n, "A1"));
  for (const n of [4, 5, 6]) await call(n, "C1");
  const [first] = cases;
  if (!first) throw new Error("nobody has called");
  const { proposals } = await office.ask({ type: "GatheredIncidents" });
  const cluster = proposals.find(({ grievance }) => grievance === "A1");
  if (!cluster) throw new Error("nothing is proposed");
  const incident = await done(office, { type: "GatherIncident", case: newCase(), cluster });
  await done(office, { type: "SetTask", case: first, kind: "callback", what: "перезвонить" });
  const appeal = newCase() as string as AppealId; // an id like any other
  await done(office, {
    type: "DraftAppeal",
    case: first,
    appeal,
    pack: "ru-military-families",
    route: "r.governor",
    authority: "ru.governor",
    office: "Губернатор",
    complainedOf: [],
    kind: "individual",
    template: "t.appeal.collective",
    slots: {},
    signatories: [],
  });
  const family = await openFamily({ server });
  const drop = await family.writes({ soldierName: "Явный Яков", unit: `в/ч ${UNIT}`, phone: `+7${PHONE}` });
  return { case: first, appeal, incident, drop };
}

test(
  "no answer to anybody who need not know has a unit or a telephone, whatever is asked",
  { timeout: 60_000 },
  async () => {
    const server = serverForOffices();
    const host = await foundedOn(server);
    const there = await told(host, server);
    const invited = await host.invite({ deviceName: "ноутбук", newcomer: { roles: ["operator"] } });
    if (!invited.ok) throw new Error(invited.refusal.type);
    const guest = officeOn(server);
    const { link } = invited.value;
    const joined = await guest.join({
      link,
      yourName: "Олег",
      deviceName: "ноутбук",
      passphrase: PASSPHRASE,
    });
    if (!joined.ok) throw new Error(joined.refusal.type);
    const me = guest.status().me?.member;
    if (!me) throw new Error("he has no name");
    await answered(
      guest,
      { type: "Inbox", list: "waiting", ...page },
      ({ rows }) => rows[0]?.state === "open",
    );
    await answered(guest, { type: "GatheredIncidents" }, ({ incidents }) => incidents.length === 1);
    await answered(guest, { type: "Queue", count: 9 }, ({ rows }) => rows.length === 1);
    await answered(guest, { type: "Thread", case: there.case, lang }, ({ type }) => type === "Here");

    for (const duty of duties) {
      const said = await host.sayOfPeople({ type: "GiveRoles", member: me, roles: [duty] });
      expect(said.ok || duty === "operator", duty).toBe(true);
      await answered(
        guest,
        { type: "Team" },
        ({ members }) => members.find(({ id }) => id === me)?.roles[0] === duty,
      );
      for (const [type, queries] of Object.entries(asked(there)) as [Query["type"], readonly Query[]][]) {
        // entries forgets the keys
        const answers = JSON.stringify(await Promise.all(queries.map((query) => guest.ask(query))));
        const mayKnow = shown[type]?.includes(duty) === true;
        expect(new RegExp(`${UNIT}|${PHONE}`, "u").test(answers), `${duty} ${type} ${answers}`).toBe(mayKnow);
      }
      const file = await guest.ask({ type: "CaseFile", case: there.case });
      expect(file.type === "Here" && file.mayGiveOut, duty).toBe(duty === "coordinator" || duty === "lawyer");
      if (!work.includes(duty))
        expect(await guest.takeCallBack({})).toEqual({ ok: false, refusal: { type: "NotYourDuty" } });
      if (duty !== "coordinator" && duty !== "lawyer")
        expect(await guest.courtBundle(there.case)).toBeUndefined();
    }
    await guest.lock();
    await host.lock();
  },
);
