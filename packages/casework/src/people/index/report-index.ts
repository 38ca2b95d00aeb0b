/**
 * Reports with all their fields, searched and compared pair by pair: what the roster does for "possible matches" and for a full pass.
 * Fields are kept as small numbers, equal texts once. Names, dates and telephones are read when they are put; a unit and a
 * caller when somebody is first compared with them: a search looks at two hundred of two hundred thousand.
 */
import { regionOf } from "../../places/region.ts";
import { remembering } from "../../remembering.ts";
import { readUnit, type MilitaryUnit } from "../../units/unit.ts";
import { readSaidBirth, type SaidBirth } from "../birth.ts";
import { compareAll, type NameLikeness } from "../compare.ts";
import { familyFromCaller, kinOf, type Kin } from "../kin.ts";
import { rememberingComparer } from "../likeness.ts";
import { normaliseName } from "../normalise.ts";
import { partOf, type Part } from "../part.ts";
import { readingsOf, type NameReading, type PersonName } from "../roles.ts";
import {
  phoneFigures,
  weighNamed,
  type Commonness,
  type Outline,
  type SoldierReport,
  type Weighed,
} from "../weigh.ts";
import { openNamesStore, type WordReading } from "./names-store.ts";
import { openNumberIds } from "./number-ids.ts";
import { openNumberLists } from "./number-lists.ts";
import { openNumbers } from "./numbers.ts";
import { openPostings } from "./postings.ts";
import { openRosterIndex, whole, type Found, type RosterIndex } from "./roster-index.ts";
import { openTextIds } from "./text-ids.ts";

/** As typed; any may be empty. */
export interface RawReport {
  readonly name: string;
  readonly birth: string;
  readonly region: string;
  readonly unit: string;
  readonly phone: string;
  readonly caller: string;
  /** What the caller is to him, in any words or as the desk's code. */
  readonly relation?: string;
  /** Every other name ever heard for him. */
  readonly alsoNamed?: readonly string[];
}
/** What decides which others a report may meet. Numbers are the index's own; -1: nothing, or nothing like it is filed. */
export interface Block {
  readonly birth: SaidBirth | undefined;
  readonly region: number;
  readonly unit: number;
  readonly phones: readonly string[];
  readonly readings: readonly NameReading[];
  /** A surname that only the caller's name gives. */
  readonly family: Part | undefined;
}
export interface ReportIndex {
  /** `read`: all its names, if they have been read. */
  readonly put: (record: number, raw: RawReport, read?: readonly WordReading[]) => void;
  readonly settle: () => void;
  readonly search: (raw: RawReport, most: number) => readonly Found[];
  /** The likeliest few, looked for less widely: for a flood of reports, each of which is searched for whole when somebody opens it. */
  readonly glance: (asked: SoldierReport, most: number) => readonly Found[];
  /** Enough to tell most strangers by; `report` reads on from it. */
  readonly outline: (record: number, readings?: readonly NameReading[]) => Outline;
  readonly report: (record: number, known?: Outline) => SoldierReport;
  /** What was said, read and not filed: to be weighed against those that are. */
  readonly read: (raw: RawReport) => SoldierReport;
  /** Of what was read and not filed. */
  readonly blockOf: (read: SoldierReport) => Block;
  readonly weighPair: (a: number, b: number, name: NameLikeness) => Weighed;
  readonly birth: (record: number) => SaidBirth | undefined;
  readonly region: (record: number) => number;
  readonly unit: (record: number) => number;
  readonly phones: (record: number) => readonly string[];
  readonly family: (record: number) => Part | undefined;
  readonly roster: RosterIndex;
  readonly common: Commonness;
  readonly size: () => number;
}

/** How many are weighed whole that share sounds with the name, a telephone, a day of birth. */
interface Breadth {
  readonly among: number;
  readonly named: number;
  readonly phoned: number;
  readonly born: number;
}
const wide: Breadth = { among: whole, named: 200, phoned: 60, born: 80 };
const narrow: Breadth = { among: 80, named: 60, phoned: 24, born: 24 };

export function openReportIndex(): ReportIndex {
  const roster = openRosterIndex();
  const callers = openNamesStore(roster.vocabulary);
  const births = openNumbers();
  const regions = openNumbers();
  const units = openNumbers();
  const numbers = openNumberIds();
  const phonesOf = openNumberLists();
  const codes: string[] = [];
  const codeIds = new Map<string, number>();
  const regionIds = new Map<string, number>();
  const regionCounts = new Map<string, number>();
  const unitTexts = openTextIds();
  const unitsAtHand = remembering(readUnit, 8_000);
  /** Of each text, once a pass has asked: one number for all texts that say the same unit. */
  const saidUnits = openNumbers();
  const unitNumbers = new Map<string, number>();
  const callerTexts = openTextIds();
  const callerOf = openNumbers();
  const relationTexts = openTextIds();
  const relationOf = openNumbers();
  const kinAtHand = remembering(kinOf, 2_000);
  /** Of what is read and not filed: a list says the same words over and over, and what was compared with one is remembered. */
  const partAtHand = remembering(partOf);
  const byPhone = openPostings();
  const days = openNumberIds();
  const byBirth = openPostings();
  let records = 0;

  const common: Commonness = {
    shares: roster.shares,
    casesOfPhone: (phone) => Math.max(1, byPhone.count(numbers.find(numberOf(phone))) / 3),
    shareOfRegion: (code) => (records < 500 ? 0.02 : ((regionCounts.get(code) ?? 0) + 1) / records),
  };

  function put(record: number, raw: RawReport, read?: readonly WordReading[]): void {
    roster.put(record, namesIn(raw), read);
    callerOf.set(record, callerTexts.learn(raw.caller));
    relationOf.set(record, relationTexts.learn(raw.relation ?? ""));
    const family = raw.caller === "" ? undefined : familyAt(record);
    if (family) roster.putUnder(record, family.text);
    const birth = packed(readSaidBirth(raw.birth));
    births.set(record, birth);
    if (birth > 10000) byBirth.add(days.learn(birth), record);
    regions.set(record, regionId(raw.region));
    units.set(record, unitTexts.learn(raw.unit));
    const phones = phonesIn(raw.phone).map((phone) => numbers.learn(numberOf(phone)));
    phonesOf.put(record, phones);
    for (const phone of phones) byPhone.add(phone, record);
    records = Math.max(records, record + 1);
  }

  function regionId(text: string): number {
    if (text.trim() === "") return -1;
    const id = regionIn(text);
    const code = codes[id];
    if (code !== undefined) regionCounts.set(code, (regionCounts.get(code) ?? 0) + 1);
    return id;
  }

  function regionIn(text: string): number {
    const known = regionIds.get(text);
    if (known !== undefined) return known;
    const code = regionOf(text);
    const id = code === undefined ? -1 : (codeIds.get(code) ?? codes.push(code) - 1);
    if (code !== undefined) codeIds.set(code, id);
    if (regionIds.size < 50_000) regionIds.set(text, id);
    return id;
  }

  function unitAt(text: number): MilitaryUnit | undefined {
    const unit = text < 0 ? undefined : unitsAtHand(unitTexts.at(text));
    const isUnderstood =
      unit && (unit.codes.length > 0 || unit.mentions.length > 0 || unit.named !== undefined);
    return isUnderstood ? unit : undefined;
  }

  /** -1: no unit was said, or none that is understood. */
  function unitNumber(text: number): number {
    const known = text < 0 ? 1 : saidUnits.get(text);
    if (known > 0) return known - 2;
    const unit = unitAt(text);
    const plain = JSON.stringify(unit);
    const number = unit ? (unitNumbers.get(plain) ?? unitNumbers.size) : -1;
    if (unit) unitNumbers.set(plain, number);
    saidUnits.set(text, number + 2);
    return number;
  }

  function callerReadings(text: number): readonly NameReading[] {
    if (text < 0) return none;
    if (!callers.has(text)) callers.put(text, callers.read([callerTexts.at(text)]));
    return callers.readings(text);
  }

  const kinAt = (record: number): Kin => {
    const text = relationOf.get(record);
    return kinAtHand(text < 0 ? "" : relationTexts.at(text));
  };

  function familyAt(record: number): Part | undefined {
    const readings = roster.names.readings(record);
    if (readings[0] === undefined || readings[0].surname !== undefined) return undefined;
    const caller = { words: none, readings: callerReadings(callerOf.get(record)) };
    return familyFromCaller({ name: { words: none, readings }, caller, kin: kinAt(record) });
  }

  const phones = (record: number): readonly string[] =>
    phonesOf.get(record).map((id) => String(numbers.at(id)).slice(1));

  const outline = (record: number, readings = roster.names.readings(record)): Outline => ({
    name: { words: none, readings },
    birth: unpacked(births.get(record)),
    region: codes[regions.get(record)],
    phones: phones(record),
  });

  function report(record: number, known = outline(record)): SoldierReport {
    return {
      ...known,
      unit: unitAt(units.get(record)),
      caller: { words: none, readings: callerReadings(callerOf.get(record)) },
      kin: kinAt(record),
    };
  }

  function read(raw: RawReport): SoldierReport {
    const nameOf = (text: string): PersonName => ({
      words: [],
      readings: readingsOf(normaliseName(text), partAtHand),
    });
    return {
      name: nameOf(raw.name),
      birth: readSaidBirth(raw.birth),
      phones: phonesIn(raw.phone),
      region: raw.region.trim() === "" ? undefined : codes[regionIn(raw.region)],
      unit: raw.unit.trim() === "" ? undefined : unitsAtHand(raw.unit),
      caller: raw.caller.trim() === "" ? undefined : nameOf(raw.caller),
      kin: kinAtHand(raw.relation ?? ""),
    };
  }

  function search(raw: RawReport, most: number): readonly Found[] {
    const rest = [raw.birth, raw.region, raw.unit, raw.phone, raw.caller].some((text) => text.trim() !== "");
    return rest ? likeliest(read(raw), { most, ...wide }) : roster.search(raw.name, most);
  }

  function likeliest(
    asked: SoldierReport,
    { most, among, named, phoned, born }: Breadth & { readonly most: number },
  ): readonly Found[] {
    const { name, birth, phones } = asked;
    const by = rememberingComparer(roster.shares);
    const candidates = new Set(
      roster.find(name.readings, { most: named, among, by }).map((found) => found.record),
    );
    const family = familyFromCaller(asked);
    if (family) {
      const readings = name.readings.map((reading) => ({ ...reading, surname: family }));
      for (const { record } of roster.find(readings, { most: named, among, by })) candidates.add(record);
    }
    for (const phone of phones)
      for (const record of byPhone.first(numbers.find(numberOf(phone)), phoned)) candidates.add(record);
    for (const record of byBirth.first(days.find(packed(birth)), born)) candidates.add(record);
    const found: Found[] = [];
    for (const record of candidates) {
      const other = report(record);
      found.push({
        record,
        bits: weighNamed({ a: asked, b: other }, compareAll(name.readings, other.name.readings, by), common)
          .bits,
      });
    }
    return found.sort((a, b) => b.bits - a.bits || a.record - b.record).slice(0, most);
  }

  function blockOf(asked: SoldierReport): Block {
    const { name, birth, region, unit, phones: said } = asked;
    return {
      birth,
      region: region === undefined ? -1 : (codeIds.get(region) ?? -1),
      unit: unit === undefined ? -1 : (unitNumbers.get(JSON.stringify(unit)) ?? -1),
      phones: said,
      readings: name.readings,
      family: familyFromCaller(asked),
    };
  }

  return {
    put,
    blockOf,
    search,
    glance: (asked, most) => likeliest(asked, { most, ...narrow }),
    read,
    outline,
    report,
    roster,
    common,
    settle() {
      roster.settle();
      byPhone.settle();
      byBirth.settle();
    },
    weighPair: (a, b, name) => weighNamed({ a: report(a), b: report(b) }, name, common),
    birth: (record) => unpacked(births.get(record)),
    region: (record) => regions.get(record),
    unit: (record) => unitNumber(units.get(record)),
    phones,
    family: familyAt,
    size: () => records,
  };
}

/** The one said last and every other. */
export function namesIn({ name, alsoNamed = none }: RawReport): readonly string[] {
  return [name, ...alsoNamed];
}

function phonesIn(text: string): readonly string[] {
  const phones = text
    .split(/[,;/]|\s{2,}|\sи\s/u)
    .map(phoneFigures)
    .filter((phone) => phone !== undefined);
  return phones.length > 0 ? phones : none;
}
const none: readonly never[] = [];

/** With a one before it, so that zeros in front count. */
function numberOf(phone: string): number {
  return Number(`1${phone}`);
}

/** Year, month and day in one number; a leading two says "about". 0 is nothing known. */
function packed(birth: SaidBirth | undefined): number {
  if (!birth) return 0;
  return (
    (birth.about ? 200_000_000 : 0) + (birth.year ?? 0) * 10_000 + (birth.month ?? 0) * 100 + (birth.day ?? 0)
  );
}

function unpacked(number: number): SaidBirth | undefined {
  if (number <= 0) return undefined;
  const about = number >= 200_000_000;
  const rest = about ? number - 200_000_000 : number;
  const or = (value: number): number | undefined => (value === 0 ? undefined : value);
  return {
    about,
    year: or(Math.floor(rest / 10_000)),
    month: or(Math.floor(rest / 100) % 100),
    day: or(rest % 100),
  };
}
