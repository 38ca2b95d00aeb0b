/**
 * Reports with all their fields, searched and compared pair by pair: what the roster does for "possible matches" and for a full pass.
 * Fields are read once and kept as small numbers; equal units and telephones are kept once.
 */
import { regionOf } from "../../places/region.ts";
import { readUnit, type MilitaryUnit } from "../../units/unit.ts";
import { readSaidBirth, type SaidBirth } from "../birth.ts";
import { compareAll, type NameLikeness } from "../compare.ts";
import { rememberingComparer } from "../likeness.ts";
import { normaliseName } from "../normalise.ts";
import { readingsOf, type PersonName } from "../roles.ts";
import { phoneFigures, weighNamed, type Commonness, type SoldierReport, type Weighed } from "../weigh.ts";
import { openNamesStore } from "./names-store.ts";
import { openNumberIds } from "./number-ids.ts";
import { openNumberLists } from "./number-lists.ts";
import { openNumbers } from "./numbers.ts";
import { openPostings } from "./postings.ts";
import { openRosterIndex, type Found, type RosterIndex } from "./roster-index.ts";

/** As typed; any may be empty. */
export interface RawReport {
  readonly name: string;
  readonly birth: string;
  readonly region: string;
  readonly unit: string;
  readonly phone: string;
  readonly caller: string;
  /** Every other name ever heard for him. */
  readonly alsoNamed?: readonly string[];
}
export interface ReportIndex {
  readonly put: (record: number, raw: RawReport) => void;
  readonly settle: () => void;
  readonly search: (raw: RawReport, most: number) => readonly Found[];
  readonly report: (record: number) => SoldierReport;
  /** What was said, read and not filed: to be weighed against those that are. */
  readonly read: (raw: RawReport) => SoldierReport;
  readonly weighPair: (a: number, b: number, name: NameLikeness) => Weighed;
  readonly birth: (record: number) => SaidBirth | undefined;
  readonly region: (record: number) => number;
  readonly unit: (record: number) => number;
  readonly phones: (record: number) => readonly string[];
  readonly roster: RosterIndex;
  readonly common: Commonness;
  readonly size: () => number;
}

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
  /** As JSON: thirty thousand of them as objects would be ten megabytes. */
  const unitKinds: string[] = [];
  let unitsAtHand = new Map<number, MilitaryUnit>();
  const unitIds = new Map<string, number>();
  const byPhone = openPostings();
  const days = openNumberIds();
  const byBirth = openPostings();
  let records = 0;

  const common: Commonness = {
    shares: roster.shares,
    casesOfPhone: (phone) => Math.max(1, byPhone.count(numbers.find(numberOf(phone))) / 3),
    shareOfRegion: (code) => (records < 500 ? 0.02 : ((regionCounts.get(code) ?? 0) + 1) / records),
  };

  function put(record: number, raw: RawReport): void {
    roster.put(record, [raw.name, ...(raw.alsoNamed ?? [])]);
    callers.put(record, raw.caller.trim() === "" ? [] : [raw.caller]);
    const birth = packed(readSaidBirth(raw.birth));
    births.set(record, birth);
    if (birth > 10000) byBirth.add(days.learn(birth), record);
    regions.set(record, regionId(raw.region));
    units.set(record, unitId(raw.unit));
    const phones = phonesIn(raw.phone).map((phone) => numbers.learn(numberOf(phone)));
    phonesOf.put(record, phones);
    for (const phone of phones) byPhone.add(phone, record);
    records = Math.max(records, record + 1);
  }

  function regionId(text: string): number {
    if (text.trim() === "") return -1;
    let id = regionIds.get(text);
    if (id === undefined) {
      const code = regionOf(text);
      id = code === undefined ? -1 : (codeIds.get(code) ?? codes.push(code) - 1);
      if (code !== undefined) codeIds.set(code, id);
      if (regionIds.size < 50_000) regionIds.set(text, id);
    }
    const code = codes[id];
    if (code !== undefined) regionCounts.set(code, (regionCounts.get(code) ?? 0) + 1);
    return id;
  }

  function unitId(text: string): number {
    if (text.trim() === "") return -1;
    const known = unitIds.get(text);
    if (known !== undefined) return known;
    const unit = readUnit(text);
    const plain = JSON.stringify(unit);
    const same = unitIds.get(plain);
    const id =
      unit.codes.length === 0 && unit.mentions.length === 0 && unit.named === undefined
        ? -1
        : (same ?? unitKinds.push(plain) - 1);
    unitIds.set(plain, id);
    if (unitIds.size < 100_000) unitIds.set(text, id);
    return id;
  }

  function unitAt(id: number): MilitaryUnit | undefined {
    const plain = unitKinds[id];
    if (plain === undefined) return undefined;
    const known = unitsAtHand.get(id);
    if (known) return known;
    const unit = JSON.parse(plain) as MilitaryUnit; // as unitId wrote it
    if (unitsAtHand.size > 2_000) unitsAtHand = new Map();
    unitsAtHand.set(id, unit);
    return unit;
  }

  const phones = (record: number): readonly string[] =>
    phonesOf.get(record).map((id) => String(numbers.at(id)).slice(1));

  function report(record: number): SoldierReport {
    return {
      name: { words: none, readings: roster.names.readings(record) },
      birth: unpacked(births.get(record)),
      region: codes[regions.get(record)],
      unit: unitAt(units.get(record)),
      phones: phones(record),
      caller: { words: none, readings: callers.readings(record) },
    };
  }

  function read(raw: RawReport): SoldierReport {
    const nameOf = (text: string): PersonName => ({ words: [], readings: readingsOf(normaliseName(text)) });
    return {
      name: nameOf(raw.name),
      birth: readSaidBirth(raw.birth),
      phones: phonesIn(raw.phone),
      region: regionOf(raw.region),
      unit: raw.unit.trim() === "" ? undefined : readUnit(raw.unit),
      caller: raw.caller.trim() === "" ? undefined : nameOf(raw.caller),
    };
  }

  function search(raw: RawReport, most: number): readonly Found[] {
    const rest = [raw.birth, raw.region, raw.unit, raw.phone, raw.caller].some((text) => text.trim() !== "");
    if (!rest) return roster.search(raw.name, most);
    const asked = read(raw);
    const { name, birth, phones } = asked;
    const candidates = new Set(roster.search(raw.name, 200).map((found) => found.record));
    for (const phone of phones)
      for (const record of byPhone.first(numbers.find(numberOf(phone)), 60)) candidates.add(record);
    for (const record of byBirth.first(days.find(packed(birth)), 80)) candidates.add(record);
    const found: Found[] = [];
    const by = rememberingComparer(roster.shares);
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

  return {
    put,
    search,
    read,
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
    unit: (record) => units.get(record),
    phones,
    size: () => records,
  };
}

function phonesIn(text: string): readonly string[] {
  const phones = text
    .split(/[,;/]|\s{2,}|\sи\s/u)
    .map(phoneFigures)
    .filter((phone) => phone !== undefined);
  return phones.length > 0 ? phones : none;
}
const none: readonly string[] = [];

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
