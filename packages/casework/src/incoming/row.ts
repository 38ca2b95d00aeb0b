/**
 * One line of a list that somebody sent: what it says, in the fields of a call, and what the reader must tell of it. The line itself
 * goes along as it came; it becomes a contact like any other.
 */
import { momentOf, type Day, type Moment } from "../day.ts";
import type { DraftId } from "../id.ts";
import { emptyDraft, emptyPhone, type Draft } from "../intake/draft.ts";
import { readDay } from "../intake/moment.ts";
import type { Code, fates, Grievance, relations, services } from "../words/vocabularies.ts";

/** What a column may hold. `chat`: a message in which all of it may stand. */
export const listFields = [
  "soldierName",
  "surname",
  "given",
  "patronymic",
  "birth",
  "region",
  "service",
  "unit",
  "callSign",
  "dogTag",
  "soldierPhone",
  "lastContact",
  "fate",
  "callerName",
  "relation",
  "phone",
  "grievance",
  "date",
  "summary",
  "key",
  "chat",
] as const;
export type ListField = (typeof listFields)[number];

export interface RowTold {
  readonly soldierName: string;
  readonly birth: string;
  readonly region: string;
  readonly unit: string;
  readonly callSign: string;
  readonly dogTag: string;
  readonly soldierPhone: string;
  readonly lastContact: string;
  readonly callerName: string;
  readonly summary: string;
  readonly phones: readonly string[];
  readonly service?: Code<typeof services>;
  readonly fate?: Code<typeof fates>;
  readonly relation?: Code<typeof relations>;
  readonly grievances: readonly Grievance[];
  /** Of the conversation or the letter; empty: not told. */
  readonly date: string;
}

/** What a person should look at; `cell` as the table's own program names it. */
export interface RowNote {
  /**
   * TwoWays: the day may be either of two. AsTyped: a telephone that nobody can dial. NotInList: a word for which there is no code; it
   * stands in the line. AsWords: a day that cannot be read and is kept as words. Serial: a number that was taken for a day.
   */
  readonly type: "TwoWays" | "AsTyped" | "NotInList" | "AsWords" | "Serial";
  readonly cell: string;
  readonly text: string;
}

/** Why a line cannot come in. */
export type RowRefusal =
  | { readonly type: "NothingSaid" }
  | { readonly type: "NotADay" | "DayInTheFuture" | "TooLong"; readonly cell: string; readonly text: string };

export interface IncomingRow {
  /** Its number in the table. */
  readonly at: number;
  /** The leaf of the workbook; empty where there is one. */
  readonly leaf: string;
  /** The line as it came, with the names of its columns. */
  readonly received: string;
  /** How whoever sent the list names this line; empty: not at all. */
  readonly key: string;
  readonly told: RowTold;
  readonly noted: readonly RowNote[];
  readonly refused?: RowRefusal;
}

/** Where in the list a line stood: the coordinator can go and look. */
export function placeOfRow({ leaf, at }: Pick<IncomingRow, "leaf" | "at">): string {
  return leaf === "" ? String(at) : `${leaf}, ${at}`;
}

/** The contact that this line makes: said on its own day, whenever it comes in. */
export function draftOfRow(
  row: IncomingRow,
  given: { readonly draft: DraftId; readonly at: Moment; readonly today: Day },
): Draft {
  const { told } = row;
  const began = beganOn(told.date, given);
  const { service, fate, relation } = told;
  return {
    ...emptyDraft(given.draft, began),
    ended: began,
    kind: relation === "self" ? "soldierHimself" : "aboutSoldier",
    channel: "imported",
    safeToSpeak: "unasked",
    phones: told.phones.map((raw) => ({ ...emptyPhone, raw })),
    callerName: told.callerName,
    ...(relation === undefined ? {} : { relation }),
    soldierName: told.soldierName,
    birth: told.birth,
    region: told.region,
    ...(service === undefined ? {} : { service }),
    unit: told.unit,
    callSign: told.callSign,
    dogTag: told.dogTag,
    soldierPhone: told.soldierPhone,
    lastContact: told.lastContact,
    ...(fate === undefined ? {} : { fate }),
    grievances: told.grievances,
    summary: told.summary,
    disposition: "dataTaken",
    pasted: row.received,
  };
}

/** Noon in Moscow of the day told; now where none was. */
function beganOn(date: string, { at, today }: { readonly at: Moment; readonly today: Day }): Moment {
  const day = readDay(date, today);
  if (day === undefined || day.length !== 10 || day > today || day < "1990-01-01") return at;
  const noon = momentOf(Date.parse(`${day}T09:00:00Z`));
  return noon < at ? noon : at;
}
