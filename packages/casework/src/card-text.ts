/** A card as it is written and read. See note: Short cards (casework/card.ts). */
import { appealToPayload, readAppeal } from "./appeals/card.ts";
import { callBackToPayload, readCallBack } from "./callbacks/card.ts";
import { momentIn, textIn, wholeIn } from "./card-reading.ts";
import {
  heardFields,
  type Card,
  type CardContact,
  type CardPerson,
  type CardTask,
  type CaseCard,
  type ClaimsFileCard,
  type ShiftCard,
  type Tombstone,
} from "./card.ts";
import { dayFrom, type Moment } from "./day.ts";
import {
  familyToPayload,
  readAside,
  readBroughtBack,
  readCardFamily,
  sortedToPayload,
} from "./drops/card.ts";
import { readShiftDay, shiftDayToPayload } from "./duty/shift-card.ts";
import type { DropId, MemberId, TaskId } from "./id.ts";
import { frontToPayload, readFront } from "./incident/card.ts";
import { listToPayload, readCardList } from "./incoming/card.ts";
import { outListToPayload, readOutList } from "./outgoing/card.ts";
import { ruleIds, type Leaving } from "./retention/rule.ts";
import { linkToPayload, readCardLink } from "./same/card.ts";
import {
  caseKinds,
  fates,
  grievances,
  isCode,
  outcomes,
  relations,
  services,
  stages,
  taskKinds,
  urgencies,
  whereabouts,
  type Code,
  type Vocabulary,
} from "./words/vocabularies.ts";

type Written = Readonly<Record<string, unknown>>;

/** Plain JSON: short keys, moments as milliseconds, empty and usual things left out. */
export function cardToPayload(card: Card): Written {
  const common = {
    p: card.people.map(personToPayload),
    m: card.members,
    c: card.contacts,
    j: card.tasks.map((task) =>
      filled({
        i: task.task,
        k: task.kind,
        w: task.what,
        d: time(task.due),
        o: placeAmong(card.members, task.owner),
        ...callBackToPayload(task, card.type === "Case" ? card.opened : undefined),
      }),
    ),
    je: card.ends,
  };
  if (card.type === "Incident") return filled({ ...frontToPayload(card), ...common });
  if (card.type === "ClaimsFile") {
    const { name, claims, incidents, releases, waits } = card;
    return filled({
      t: "l",
      n: name,
      cl: claims,
      in: incidents,
      re: releases,
      wa: waits ? 1 : undefined,
      ...common,
    });
  }
  if (card.type === "Tombstone")
    return filled({ t: "x", n: card.number, r: card.rule, d: card.day, dr: card.drops });
  if (card.type === "Shift")
    return filled({
      t: "s",
      w: card.member,
      d: card.day,
      ...sortedToPayload(card),
      ...shiftDayToPayload(card),
      lt: card.lists.map(listToPayload),
      ol: card.outLists.map(outListToPayload),
      ...common,
    });
  return filled({
    t: "c",
    k: card.kind === "soldier" ? undefined : card.kind,
    n: card.number,
    o: time(card.opened),
    s: card.stage === "new" ? undefined : card.stage,
    w: card.owner,
    x: card.outcome,
    fio: card.names,
    b: card.births,
    r: card.regions,
    to: card.towns,
    un: card.units,
    cs: card.callSigns,
    dt: card.dogTags,
    ph: card.phones,
    co: card.corrected,
    sv: card.service,
    f: card.fate,
    wh: card.whereabouts,
    l: card.lastHeard,
    g: card.grievances,
    u: card.urgency,
    us: card.urgentSince === card.opened ? undefined : time(card.urgentSince),
    a: card.acknowledged ? 1 : undefined,
    y: statisticsToPayload(card.statistics),
    lv: card.leaving && [card.leaving.rule, placeAmong(card.members, card.leaving.by)],
    ku: card.keptUntil,
    sum: card.summary,
    ap: card.appeals.map(appealToPayload),
    li: card.links.map(linkToPayload),
    dr: card.drops,
    gn: card.isGone ? 1 : undefined,
    im: card.rows,
    fa: card.families.map(familyToPayload),
    tn: card.toldNumbers,
    ...common,
  });
}

/** undefined: no card this release can read. Never throws. */
export function readCard(payload: unknown): Card | undefined {
  if (!isWritten(payload)) return undefined;
  if (payload["t"] === "c") return readCaseCard(payload);
  if (payload["t"] === "l") return readClaimsFileCard(payload);
  if (payload["t"] === "x") return readTombstone(payload);
  if (payload["t"] === "i") return { ...readFront(payload), ...readCommon(payload) };
  return payload["t"] === "s" ? readShiftCard(payload) : undefined;
}

function readTombstone(read: Written): Tombstone | undefined {
  const day = dayFrom(textIn(read["d"]));
  const rule = ruleIds.find((one) => one === read["r"]);
  if (day === undefined || rule === undefined) return undefined;
  const nothing = { people: none, members: none, contacts: none, tasks: none, ends: none };
  const drops = texts(read["dr"]) as readonly DropId[]; // as the desk wrote them
  return { type: "Tombstone", number: textIn(read["n"]), rule, day, drops, ...nothing };
}

function readLeaving(read: unknown, members: readonly MemberId[]): Leaving | undefined {
  const [given, by] = Array.isArray(read) ? (read as readonly unknown[]) : []; // any array
  const rule = ruleIds.find((one) => one === given);
  const member = typeof by === "number" ? members[by] : by;
  return rule !== undefined && typeof member === "string" ? { rule, by: member as MemberId } : undefined; // as the desk wrote it
}

function readClaimsFileCard(read: Written): ClaimsFileCard {
  return {
    type: "ClaimsFile",
    name: textIn(read["n"]),
    claims: count(read["cl"]),
    incidents: count(read["in"]),
    releases: count(read["re"]),
    waits: read["wa"] === 1,
    ...readCommon(read),
  };
}

function readCommon(read: Written): Pick<Card, "people" | "members" | "contacts" | "tasks" | "ends"> {
  return {
    people: list(read["p"], person),
    members: texts(read["m"]) as readonly MemberId[], // as the desk wrote them; a wrong one names nobody
    contacts: list(read["c"], contact),
    tasks: list(read["j"], (one) => task(one, read["m"], undefined)),
    ends: texts(read["je"]) as readonly TaskId[], // as above
  };
}

/** Whoever is named in the card already is named by her place: a card has little room. */
function placeAmong(
  members: readonly MemberId[],
  owner: MemberId | undefined,
): MemberId | number | undefined {
  const at = owner === undefined ? -1 : members.indexOf(owner);
  return at < 0 ? owner : at;
}

function statisticsToPayload(statistics: CaseCard["statistics"]): 1 | 0 | undefined {
  return statistics === undefined ? undefined : statistics === "agreed" ? 1 : 0;
}

function count(value: unknown): number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : 0;
}

function readCaseCard(read: Written): CaseCard | undefined {
  const opened = momentIn(read["o"]);
  if (opened === undefined || typeof read["n"] !== "string") return undefined;
  const urgency = code(urgencies, read["u"]);
  const card: { -readonly [K in keyof CaseCard]: CaseCard[K] } = {
    type: "Case",
    kind: code(caseKinds, read["k"]) ?? "soldier",
    number: read["n"],
    opened,
    stage: read["s"] === undefined ? "new" : (code(stages, read["s"]) ?? "unknown"),
    names: texts(read["fio"]),
    births: texts(read["b"]),
    regions: texts(read["r"]),
    towns: texts(read["to"]),
    units: texts(read["un"]),
    callSigns: texts(read["cs"]),
    dogTags: texts(read["dt"]),
    phones: texts(read["ph"]),
    lastHeard: textIn(read["l"]),
    grievances: texts(read["g"]).map((one) => code(grievances, one) ?? "unknown"),
    acknowledged: read["a"] === 1,
    summary: textIn(read["sum"]),
    appeals: list(read["ap"], readAppeal),
    links: list(read["li"], readCardLink),
    drops: texts(read["dr"]) as readonly DropId[], // as the desk wrote them; a wrong one names nothing
    families: list(read["fa"], readCardFamily),
    rows: texts(read["im"]),
    toldNumbers: texts(read["tn"]),
    people: list(read["p"], person),
    members: texts(read["m"]) as readonly MemberId[], // as the desk wrote them; a wrong one names nobody
    contacts: list(read["c"], contact),
    tasks: list(read["j"], (one) => task(one, read["m"], opened)),
    ends: texts(read["je"]) as readonly TaskId[], // as above
  };
  // Set one by one: 200,000 spreads of small objects cost a second.
  if (read["gn"] === 1) card.isGone = true;
  const corrected = isWritten(read["co"]) ? readCorrected(read["co"]) : undefined;
  if (corrected) card.corrected = corrected;
  const outcome = code(outcomes, read["x"]);
  const service = code(services, read["sv"]);
  const fate = code(fates, read["f"]);
  const where = code(whereabouts, read["wh"]);
  if (typeof read["w"] === "string" && read["w"] !== "") card.owner = read["w"] as MemberId; // as above
  if (read["y"] === 1 || read["y"] === 0) card.statistics = read["y"] === 1 ? "agreed" : "refused";
  const leaving = readLeaving(read["lv"], card.members);
  const keptUntil = dayFrom(textIn(read["ku"]));
  if (leaving) card.leaving = leaving;
  if (keptUntil !== undefined) card.keptUntil = keptUntil;
  if (outcome !== undefined) card.outcome = outcome;
  if (service !== undefined) card.service = service;
  if (fate !== undefined) card.fate = fate;
  if (where !== undefined) card.whereabouts = where;
  if (urgency !== undefined) {
    card.urgency = urgency;
    card.urgentSince = momentIn(read["us"]) ?? opened;
  }
  return card;
}

function readShiftCard(read: Written): ShiftCard | undefined {
  const day = dayFrom(textIn(read["d"]));
  if (day === undefined || typeof read["w"] !== "string") return undefined;
  return {
    type: "Shift",
    member: read["w"] as MemberId, // as the desk wrote it; a wrong one names nobody
    day,
    asides: list(read["sa"], readAside),
    broughtBack: list(read["bb"], readBroughtBack),
    lists: list(read["lt"], readCardList),
    outLists: list(read["ol"], readOutList),
    ...readShiftDay(read),
    ...readCommon(read),
  };
}

/** How many were corrected stands among the telephones, where a release that does not know of it sees no text and passes it by. */
function personToPayload({ calledAs, relation, phones, corrected }: CardPerson): readonly unknown[] {
  return [calledAs, relation, ...(corrected === undefined ? [] : [corrected]), ...phones];
}

function person(read: unknown): CardPerson | undefined {
  if (!Array.isArray(read)) return undefined;
  const [calledAs, relation, ...phones] = read as readonly unknown[]; // any array
  const [corrected] = phones;
  return {
    calledAs: textIn(calledAs),
    relation: code(relations, relation) ?? "unknown",
    phones: texts(phones),
    ...(typeof corrected === "number" ? { corrected: count(corrected) } : {}),
  };
}

function readCorrected(read: Written): CaseCard["corrected"] {
  const said = heardFields.flatMap((field) => (count(read[field]) > 0 ? [[field, count(read[field])]] : []));
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

/** One that cannot be read still counts: a wrong minute is better than a contact less. */
function contact(read: unknown): CardContact {
  const [minute, member, caller] = Array.isArray(read) ? (read as readonly unknown[]) : []; // any array
  return [wholeIn(minute) ?? 0, wholeIn(member) ?? -1, wholeIn(caller) ?? -1];
}

function task(read: unknown, members: unknown, opened: Moment | undefined): CardTask | undefined {
  if (!isWritten(read) || typeof read["i"] !== "string") return undefined;
  const owner: unknown =
    typeof read["o"] === "number" && Array.isArray(members) ? members[read["o"]] : read["o"];
  const due = momentIn(read["d"]);
  return {
    task: read["i"] as TaskId, // as the desk wrote it; a wrong one names no task
    kind: code(taskKinds, read["k"]) ?? "task",
    what: textIn(read["w"]),
    ...(due === undefined ? {} : { due }),
    ...(typeof owner === "string" && owner !== "" ? { owner: owner as MemberId } : {}), // as above
    ...readCallBack(read, opened),
  };
}

const none: readonly never[] = Object.freeze([]);

function texts(read: unknown): readonly string[] {
  if (!Array.isArray(read) || read.length === 0) return none;
  return read.filter((one) => typeof one === "string");
}

function list<T>(read: unknown, one: (read: unknown) => T | undefined): readonly T[] {
  if (!Array.isArray(read) || read.length === 0) return none;
  return read.map(one).filter((thing) => thing !== undefined);
}

function code<V extends Vocabulary>(vocab: V, read: unknown): Code<V> | undefined {
  return typeof read === "string" && isCode(vocab, read) ? read : undefined;
}

function time(moment: Moment | undefined): number | undefined {
  return moment === undefined ? undefined : Date.parse(moment);
}

function filled(fields: Written): Written {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function isWritten(read: unknown): read is Written {
  return typeof read === "object" && read !== null && !Array.isArray(read);
}
