/**
 * What a caller's own name says of the man: his mother Ковалёва looks for a Ковалёв, his father Иван for somebody's Иванович. It counts only for
 * what was not said of him himself, and only as far as her relation carries a name. Stems meet whatever the case and the sex: surname.ts.
 */
import { patronymicLikeness, surnameLikeness, type Shares } from "./likeness.ts";
import type { Part } from "./part.ts";
import type { NameReading, PersonName } from "./roles.ts";
import type { FieldLevel } from "./weigh.ts";

/** Of ten such callers so many bear his surname, in tenths; and where in the caller's name his father stands. */
export interface Kin {
  readonly family: number;
  readonly father: "given" | "patronymic" | undefined;
}

const none: Kin = { family: 0, father: undefined };
/** The first that fits. Whole beginnings of words: брак is no brother. Codes of the desk's own list stand among the words. */
const kinds: readonly (readonly [RegExp, Kin])[] = [
  [
    /друг|подруг|знаком|знайом|сос[еі]д|сусід|сослуж|коллег|колег|товариш|приятел|friend|neighb|colleag|адвокат|lawyer|exspouse|бывш|колишн|ex-|former|partner|партн|гражданск|цивільн|сожител|fianc|невест|наречен|девушк|дівчин|girlfriend/u,
    none,
  ],
  [
    /grand|бабуш|бабус|бабк|дедуш|дідус|дед$|дід$|aunt|uncle|т[её]т[як]|тітк|дяд[яе]|дядьк|niece|nephew|племян|племін/u,
    { family: 0.45, father: undefined },
  ],
  [
    /in-?law|т[её]щ|тест[ья]|свекр|золовк|деверь|шурин|своя[кч]|невестк|сноха|зять|двоюродн|cousin|крестн|хрещен|отчим|вітчим|мачех|step/u,
    none,
  ],
  [/mother|mom|mum|мат[ьи]|матер|матуся|мам[аыу]|матуля|маці/u, { family: 0.75, father: undefined }],
  [/father|dad|отец|отца|отцу|папа|батьк|бацьк|тато|тата$/u, { family: 0.95, father: "given" }],
  [/spouse|wife|husband|жен[аыу]|супруг|дружин|чоловік|муж(?!ч)|жонка/u, { family: 0.85, father: undefined }],
  [/sister|сестр|сястр/u, { family: 0.5, father: "patronymic" }],
  [/brother|sibling|брат(?!ан)/u, { family: 0.9, father: "patronymic" }],
  [
    /daughter|child|дочь|дочер|доч[кь]|доньк|дочк|(?<![а-яa-z])son(?![a-z])|сын|син(?![иь])/u,
    {
      family: 0.8,
      father: undefined,
    },
  ],
  [/relative|родственни|родич|родн[яы]/u, { family: 0.4, father: undefined }],
];

/** As typed, in the languages of the desk, or as its code. Nobody said: some callers are his family. */
export function kinOf(relation: string): Kin {
  const said = relation.trim().toLowerCase();
  if (said === "") return { family: 0.3, father: undefined };
  return kinds.find(([pattern]) => pattern.test(said))?.[1] ?? none;
}

export interface KinSide {
  readonly name: PersonName;
  readonly caller: PersonName | undefined;
  readonly kin?: Kin | undefined;
}
export interface KinEvidence {
  readonly family: { readonly level: FieldLevel; readonly bits: number };
  readonly father: { readonly level: FieldLevel; readonly bits: number };
}

const absent = { level: "absent", bits: 0 } as const;

export function kinEvidence(a: KinSide, b: KinSide, shares: Shares): KinEvidence {
  return {
    family: stronger(familyBits(a, b, shares), familyBits(b, a, shares)),
    father: stronger(fatherBits(a, b, shares), fatherBits(b, a, shares)),
  };
}

/** The surname that somebody of his family bears, for a man whose own nobody said. */
export function familyFromCaller(side: KinSide): Part | undefined {
  const said = side.name.readings[0];
  const share = side.kin?.family ?? 0;
  return said && said.surname === undefined && share > 0 ? side.caller?.readings[0]?.surname : undefined;
}

/** `lacking` has no surname of his own; `other` has one, or a caller's too. */
function familyBits(lacking: KinSide, other: KinSide, shares: Shares): KinEvidence["family"] {
  const heard = familyFromCaller(lacking);
  if (!heard || heard.initial) return absent;
  const own = other.name.readings[0]?.surname;
  const theirs = own ?? familyFromCaller(other);
  if (!theirs || theirs.initial) return absent;
  const share = (lacking.kin?.family ?? 0) * (own ? 1 : (other.kin?.family ?? 0));
  const like = surnameLikeness(heard, theirs, shares);
  if (like.level === "differs") return { level: "differs", bits: Math.max(-2.5, Math.log2(1 - share)) };
  return { level: "same", bits: Math.min(9, Math.log2(share * 2 ** like.bits + 1 - share)) };
}

function fatherBits(lacking: KinSide, other: KinSide, shares: Shares): KinEvidence["father"] {
  const where = lacking.kin?.father;
  const caller = lacking.caller?.readings[0];
  const own = other.name.readings[0]?.patronymic;
  if (where === undefined || !caller || !own || own.initial || lacking.name.readings[0]?.patronymic)
    return absent;
  const like = where === "given" ? fatherHimself(caller, own, shares) : ofOneFather(caller, own, shares);
  return like === undefined ? absent : like;
}

/** Her own father's name is his: brother and sister. */
function ofOneFather(caller: NameReading, own: Part, shares: Shares): KinEvidence["father"] | undefined {
  if (!caller.patronymic || caller.patronymic.initial) return undefined;
  const like = patronymicLikeness(caller.patronymic, own, shares);
  // Of one mother alone, every tenth.
  if (like.level === "differs") return { level: "differs", bits: -2.5 };
  return { level: "same", bits: Math.max(0, Math.min(7, like.bits - 0.3)) };
}

function fatherHimself(caller: NameReading, own: Part, shares: Shares): KinEvidence["father"] | undefined {
  const given = caller.given?.given.filter((hit) => hit.kind !== "oblique") ?? [];
  if (given.length === 0 || own.fathers.length === 0) return undefined;
  const shared = given.find((hit) => own.fathers.some((father) => father.cls === hit.cls));
  if (!shared) return { level: "differs", bits: -2.5 };
  return { level: "same", bits: Math.max(2, Math.min(7, -Math.log2(shares.given(shared.cls)) - 0.5)) };
}

function stronger<T extends { readonly bits: number }>(a: T, b: T): T {
  return Math.abs(b.bits) > Math.abs(a.bits) ? b : a;
}
