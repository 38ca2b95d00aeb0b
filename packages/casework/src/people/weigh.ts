/**
 * All that two reports say, weighed together (Fellegi and Sunter, with levels): bits for and against their being about one man. Unit and
 * region are weak, men are moved and families move; a telephone is strong unless it stands in many cases. What goes together is counted once.
 */
import { unitLikeness, type MilitaryUnit } from "../units/unit.ts";
import { birthLikeness, type SaidBirth, type BirthLevel } from "./birth.ts";
import { compareNames, type NameLikeness } from "./compare.ts";
import { kinEvidence, type Kin } from "./kin.ts";
import type { Shares } from "./likeness.ts";
import type { PersonName } from "./roles.ts";

export interface SoldierReport {
  readonly name: PersonName;
  readonly birth: SaidBirth | undefined;
  /** ISO 3166-2. */
  readonly region: string | undefined;
  readonly unit: MilitaryUnit | undefined;
  /** Last ten figures. */
  readonly phones: readonly string[];
  readonly caller: PersonName | undefined;
  /** How much of a caller's name is his, by what she is to him. */
  readonly kin?: Kin | undefined;
}
export type FieldLevel = "absent" | "same" | "akin" | "differs";
export interface Weighed {
  readonly bits: number;
  readonly name: NameLikeness;
  readonly birth: BirthLevel;
  readonly region: FieldLevel;
  readonly unit: FieldLevel;
  readonly phone: FieldLevel;
  readonly caller: FieldLevel;
  /** His surname and his patronymic where nobody said them, by whoever calls. */
  readonly family: FieldLevel;
  readonly father: FieldLevel;
}
export interface Commonness {
  readonly shares: Shares;
  /** How many soldiers the number stands with; 1 when it is his own. */
  readonly casesOfPhone: (phone: string) => number;
  readonly shareOfRegion: (code: string) => number;
}

export function weighReports(a: SoldierReport, b: SoldierReport, common: Commonness): Weighed {
  return weighNamed({ a, b }, compareNames(a.name, b.name, common.shares), common);
}

export interface ReportPair {
  readonly a: SoldierReport;
  readonly b: SoldierReport;
}

/** For whoever has compared the names already. */
export function weighNamed({ a, b }: ReportPair, name: NameLikeness, common: Commonness): Weighed {
  const birth = birthLikeness(a.birth, b.birth);
  const region = regionBits(a.region, b.region, common);
  const unit = unitBits(a.unit, b.unit);
  const phone = phoneBits(a.phones, b.phones, common);
  const caller = callerBits(a.caller, b.caller, common);
  const { family, father } = kinEvidence(a, b, common.shares);
  // Region, unit and caller come from one mouth: the second and third of them say less than they would alone.
  const around = [region.bits, unit.bits].sort((x, y) => y - x);
  const reached = Math.max(phone.bits, caller.bits) + 0.3 * Math.max(0, Math.min(phone.bits, caller.bits));
  // One caller in both has one surname in both.
  const kin = (Math.max(0, family.bits) + Math.max(0, father.bits)) * (caller.level === "same" ? 0.3 : 1);
  const unlike = Math.min(0, family.bits) + Math.min(0, father.bits);
  const sum =
    kin +
    unlike +
    name.bits +
    birth.bits +
    (around[0] ?? 0) +
    (around[1] ?? 0) * ((around[1] ?? 0) > 0 ? 0.8 : 1) +
    reached;
  return {
    bits: contradicted(sum, name, birth.level),
    name,
    birth: birth.level,
    region: region.level,
    unit: unit.level,
    phone: phone.level,
    caller: caller.level,
    family: family.level,
    father: father.level,
  };
}

/** What is known of a report before its unit and its caller are read. */
export type Outline = Pick<SoldierReport, "name" | "birth" | "region" | "phones">;
/** And before its region and its telephones. */
export type Begun = Pick<SoldierReport, "name" | "birth">;

/** No pair that begins so comes to more, whatever the unit and the caller say: from the most that each of them gives, added as above. */
export function mostBits(
  { a, b }: { readonly a: SoldierReport; readonly b: Outline },
  name: NameLikeness,
  common: Commonness,
): number {
  const region = regionBits(a.region, b.region, common).bits;
  return mostWith({ a, b }, name, region + Math.max(0, phoneBits(a.phones, b.phones, common).bits));
}

/** The same, whatever its region and its telephones say too. */
export function mostBegun(
  { a, b }: { readonly a: SoldierReport; readonly b: Begun },
  name: NameLikeness,
): number {
  const region = a.region === undefined ? 0 : mostOfRegion;
  return mostWith({ a, b }, name, region + (a.phones.length === 0 ? 0 : mostOfPhone));
}

function mostWith(
  { a, b }: { readonly a: SoldierReport; readonly b: Begun },
  name: NameLikeness,
  known: number,
): number {
  const birth = birthLikeness(a.birth, b.birth);
  const lacking = (a.unit ? mostOfUnit : 0) + (a.caller ? mostOfCaller : 0);
  const [his, other] = [a.name.readings[0], b.name.readings[0]];
  const family = his?.surname && other?.surname ? 0 : mostOfKin;
  const father = his?.patronymic && other?.patronymic ? 0 : mostOfKin;
  return contradicted(name.bits + birth.bits + known + lacking + family + father, name, birth.level);
}

const mostOfRegion = 6;
const mostOfUnit = 5;
const mostOfPhone = 11;
const mostOfCaller = 6;
const mostOfKin = 9;

/**
 * Brothers share surname, patronymic, region, telephone and caller; twins the birth as well. What tells them apart is the given name alone,
 * so when it clearly differs nothing else may outweigh it.
 */
function contradicted(bits: number, name: NameLikeness, birth: BirthLevel): number {
  if (name.given.level === "differs") return Math.min(bits, birth === "same" ? 6 : 0);
  if (name.surname.level === "differs")
    return Math.min(bits, birth === "same" || birth === "oneOff" ? 13 : 6);
  if (name.patronymic.level === "differs" && birth !== "same") return Math.min(bits, 11);
  return birth === "differs" ? Math.min(bits, 14) : bits;
}

interface Part {
  readonly level: FieldLevel;
  readonly bits: number;
}
const absent: Part = { level: "absent", bits: 0 };

function regionBits(a: string | undefined, b: string | undefined, common: Commonness): Part {
  if (a === undefined || b === undefined) return absent;
  if (a !== b) return { level: "differs", bits: -2 };
  return {
    level: "same",
    bits: Math.min(mostOfRegion, Math.max(2, -Math.log2(common.shareOfRegion(a)) - 0.4)),
  };
}

function unitBits(a: MilitaryUnit | undefined, b: MilitaryUnit | undefined): Part {
  const like = a && b ? unitLikeness(a, b) : undefined;
  if (like === undefined) return absent;
  if (like === 0) return { level: "differs", bits: -1.5 };
  return like >= 0.75 ? { level: "same", bits: mostOfUnit } : { level: "akin", bits: 2.5 };
}

function phoneBits(a: readonly string[], b: readonly string[], common: Commonness): Part {
  if (a.length === 0 || b.length === 0) return absent;
  let most = 0;
  for (const phone of a)
    if (b.includes(phone))
      most = Math.max(most, mostOfPhone - 2.2 * Math.log2(Math.max(1, common.casesOfPhone(phone))));
  return most > 0 ? { level: "same", bits: most } : { level: "differs", bits: -0.2 };
}

function callerBits(a: PersonName | undefined, b: PersonName | undefined, common: Commonness): Part {
  if (!a || !b || a.readings.length === 0 || b.readings.length === 0) return absent;
  const name = compareNames(a, b, common.shares);
  if (name.bits < 6 || name.given.level === "differs" || name.given.level === "absent")
    return { level: name.bits < 0 ? "differs" : "absent", bits: 0 };
  return { level: "same", bits: Math.min(mostOfCaller, name.bits * 0.35) };
}

/** The digits that say who is called, without country and trunk. */
export function phoneFigures(text: string): string | undefined {
  const digits = text.replace(/\D/gu, "");
  return digits.length < 6 ? undefined : digits.slice(-10);
}
