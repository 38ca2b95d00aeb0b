/**
 * The card clipped to the front of a folder: enough to find it, to match it, to list it and to count it.
 *
 * Note: Short cards. A device opens 200,000 of them within seconds, so a card is written with short keys and without
 * what is empty or usual, and read by hand rather than by a schema (1.6 µs each). A newer release may
 * write more or other codes: what cannot be read is left out, and the card still opens.
 */
import type { CardAppeal } from "./appeals/card.ts";
import type { CardCallBack } from "./callbacks/card.ts";
import type { Day, Moment } from "./day.ts";
import type { Sorted } from "./drops/aside.ts";
import type { CardFamily } from "./drops/card.ts";
import type { ShiftDayCard } from "./duty/shift-card.ts";
import type { DropId, MemberId, TaskId } from "./id.ts";
import type { IncidentFront } from "./incident/card.ts";
import type { CardList } from "./incoming/card.ts";
import type { CardOutList } from "./outgoing/card.ts";
import type { ClaimsFileFront } from "./record/card.ts";
import type { Leaving, RetentionRule } from "./retention/rule.ts";
import type { CardLink } from "./same/card.ts";
import type {
  caseKinds,
  Code,
  fates,
  Grievance,
  outcomes,
  relations,
  services,
  stages,
  taskKinds,
  urgencies,
  whereabouts,
} from "./words/vocabularies.ts";

export interface CardPerson {
  readonly calledAs: string;
  readonly relation: Code<typeof relations>;
  /** E.164 where it could be read, else as typed. */
  readonly phones: readonly string[];
  /** So many at the end of `phones` were corrected since. */
  readonly corrected?: number;
}

export interface CardTask extends CardCallBack {
  readonly task: TaskId;
  readonly kind: Code<typeof taskKinds>;
  readonly what: string;
  readonly due?: Moment;
  readonly owner?: MemberId;
}

/** Minute since 1970, who took it (place in `members`), who called (place in `people`; -1: nobody we know). */
export type CardContact = readonly [minute: number, member: number, person: number];

/** What a card keeps every word of that was ever said and not withdrawn. */
export const heardFields = [
  "names",
  "births",
  "regions",
  "towns",
  "units",
  "callSigns",
  "dogTags",
  "phones",
] as const;
export type HeardField = (typeof heardFields)[number];

interface AnyCard {
  readonly people: readonly CardPerson[];
  readonly members: readonly MemberId[];
  readonly contacts: readonly CardContact[];
  /** Open ones only. */
  readonly tasks: readonly CardTask[];
  /** Call-backs of other folders that an answer here has ended. See note: One answer ends them all (callbacks/queue.ts). */
  readonly ends: readonly TaskId[];
}

export interface CaseCard extends AnyCard {
  readonly type: "Case";
  /** Opened by a line of a list that was taken back, and empty since: nobody sees it, and it counts nowhere. */
  readonly isGone?: true;
  /** Lines of lists that it came from (incoming/card.ts). */
  readonly rows: readonly string[];
  readonly kind: Code<typeof caseKinds>;
  readonly number: string;
  readonly opened: Moment;
  readonly stage: Code<typeof stages>;
  readonly owner?: MemberId;
  readonly outcome?: Code<typeof outcomes>;
  /** Every name ever heard and not withdrawn; those that stand come first. So with the other lists of texts. */
  readonly names: readonly string[];
  /** So many at the end of a list were corrected since: he is still found by them, and they are given to nobody (see asItStands). */
  readonly corrected?: Readonly<Partial<Record<HeardField, number>>>;
  readonly births: readonly string[];
  readonly regions: readonly string[];
  readonly towns: readonly string[];
  readonly units: readonly string[];
  readonly callSigns: readonly string[];
  readonly dogTags: readonly string[];
  /** The soldier's own. */
  readonly phones: readonly string[];
  readonly service?: Code<typeof services>;
  readonly fate?: Code<typeof fates>;
  readonly whereabouts?: Code<typeof whereabouts>;
  /** When he was last heard of, as known or as told. */
  readonly lastHeard: string;
  /** The first is the main one. */
  readonly grievances: readonly Grievance[];
  readonly urgency?: Code<typeof urgencies>;
  readonly urgentSince?: Moment;
  readonly acknowledged: boolean;
  /** Only where it is closed. */
  readonly leaving?: Leaving;
  readonly keptUntil?: Day;
  /** Whether it may stand in a count: see presentStatistics. */
  readonly statistics?: "agreed" | "refused";
  /** The first sentence or two of what was said last. */
  readonly summary: string;
  /** All that the board needs: it is drawn from cards alone. */
  readonly appeals: readonly CardAppeal[];
  /** What stands here about which other cases are the same soldier's. */
  readonly links: readonly CardLink[];
  /** Letters from outside that were taken here. */
  readonly drops: readonly DropId[];
  readonly families: readonly CardFamily[];
  /** Numbers that callers were told. */
  readonly toldNumbers: readonly string[];
}

export interface ShiftCard extends AnyCard, Sorted, ShiftDayCard {
  readonly type: "Shift";
  readonly member: MemberId;
  readonly day: Day;
  readonly lists: readonly CardList[];
  /** Lists that were taken out, or are to be. */
  readonly outLists: readonly CardOutList[];
}

/** What is left of a case whose key was destroyed. */
export interface Tombstone extends AnyCard {
  readonly type: "Tombstone";
  readonly number: string;
  readonly rule: RetentionRule;
  readonly day: Day;
  /** Random ids: a letter that was taken here must not wait in the inbox again. */
  readonly drops: readonly DropId[];
}

export type ClaimsFileCard = AnyCard & ClaimsFileFront;

export type IncidentCard = AnyCard & IncidentFront;

export type Card = CaseCard | ShiftCard | ClaimsFileCard | IncidentCard | Tombstone;

/** The card as it is told to others and called by: without what was corrected. */
export function asItStands(card: CaseCard): CaseCard {
  const people = card.people.some(hasCorrected) ? card.people.map(standingPerson) : card.people;
  const { corrected, ...rest } = card;
  if (corrected === undefined) return people === card.people ? card : { ...rest, people };
  const standing = (field: HeardField) => withoutLast(rest[field], corrected[field] ?? 0);
  return {
    ...rest,
    people,
    names: standing("names"),
    births: standing("births"),
    regions: standing("regions"),
    towns: standing("towns"),
    units: standing("units"),
    callSigns: standing("callSigns"),
    dogTags: standing("dogTags"),
    phones: standing("phones"),
  };
}

export function standingPerson(person: CardPerson): CardPerson {
  const { corrected, phones, ...rest } = person;
  return corrected === undefined ? person : { ...rest, phones: withoutLast(phones, corrected) };
}

const withoutLast = (said: readonly string[], count: number) =>
  said.slice(0, Math.max(0, said.length - count));

const hasCorrected = ({ corrected }: CardPerson): boolean => corrected !== undefined;
