/**
 * What the screens may ask about appeals, and what they get: plain data, with every date already derived and every rule
 * already in words. Dates are the authority's own day; nothing of this is stored.
 */
import type { Day } from "../../day.ts";
import type { AppealId, CaseId, MemberId } from "../../id.ts";
import type { Grievance } from "../../words/vocabularies.ts";
import type { Lang } from "../../words/vocabulary.ts";
import type { Appeal } from "../appeal.ts";
import type { Answering } from "../board/answering.ts";
import type { BoardDate, BoardLine, BoardList } from "../board/board.ts";
import type { ClockState } from "../clock.ts";
import type { DispatchedBy, Proof } from "../facts.ts";
import type { Guard } from "../letter/guards.ts";
import type { LetterPage, Slots } from "../letter/page.ts";
import type { Card, Level } from "../pack/pack.ts";
import type { Role } from "../pack/shape.ts";
import type { Overlay, Stage } from "../standing.ts";

export interface BoardFilter {
  /** An addressee, as the answer names it. */
  readonly office?: string;
  readonly region?: string;
  readonly ground?: string;
  readonly owner?: MemberId;
  /** Of one letter, as a scan that came back shows it. */
  readonly number?: string;
}

export interface BoardQuery extends BoardFilter {
  readonly type: "Board";
  readonly list: BoardList;
  readonly from: number;
  readonly count: number;
  readonly lang: Lang;
}
export interface AnsweringQuery {
  readonly type: "Answering";
}
/** The letters of one case, each with its clocks, their traces, and the next steps. */
export interface ThreadQuery {
  readonly type: "Thread";
  readonly case: CaseId;
  readonly lang: Lang;
}
export interface LettersQuery {
  readonly type: "Letters";
  readonly of: readonly { readonly case: CaseId; readonly appeal: AppealId }[];
  readonly lang: Lang;
}
/** What a new letter may be: routes, offices, grounds, texts; and what the case gives it. */
export interface DraftingQuery {
  readonly type: "Drafting";
  readonly case?: CaseId;
  readonly lang: Lang;
}
/** The desk's own limits as a calendar file. */
export interface CalendarQuery {
  readonly type: "Calendar";
  readonly lang: Lang;
}
/** What a volunteer may read out, a card for every grievance. */
export interface AdviceQuery {
  readonly type: "Advice";
  readonly lang: Lang;
}
export type AppealsQuery =
  | BoardQuery
  | AnsweringQuery
  | ThreadQuery
  | LettersQuery
  | DraftingQuery
  | CalendarQuery
  | AdviceQuery;

export interface BoardRow extends Pick<BoardLine, "stage" | "overlays" | "lists"> {
  readonly case: CaseId;
  readonly caseNumber: string;
  /** The soldier's, as last heard. */
  readonly name: string;
  readonly owner?: MemberId;
  readonly appeal: AppealId;
  readonly number: string;
  readonly office: string;
  readonly ground?: string;
  readonly kind: "individual" | "collective";
  readonly signatories: number;
  readonly isChild: boolean;
  readonly isHeld: boolean;
  readonly date?: BoardDate;
}
export interface Choice {
  readonly id: string;
  readonly words: string;
  readonly count: number;
}
export interface BoardAnswer {
  readonly rows: readonly BoardRow[];
  readonly total: number;
  readonly lists: Readonly<Record<BoardList, number>>;
  readonly offices: readonly Choice[];
  readonly regions: readonly Choice[];
  readonly grounds: readonly Choice[];
  readonly owners: readonly Choice[];
}

export interface ClockTold {
  readonly rule: string;
  readonly role: Role;
  readonly says: string;
  readonly level: Level;
  readonly state: ClockState;
  readonly proof: Proof;
  readonly day: Day;
  readonly kind: BoardDate["kind"];
  readonly isProvisional: boolean;
  readonly isExtended: boolean;
  readonly badNotices: readonly Day[];
  /** One sentence a step. */
  readonly trace: readonly string[];
}
export interface NextStep {
  readonly why: string;
  readonly route: string;
  readonly name: string;
  readonly authority: string;
  readonly office: string;
  readonly template: string | undefined;
  readonly note: string | undefined;
  readonly fileBy: Day | undefined;
}
export interface ThreadLetter {
  readonly appeal: Appeal;
  readonly depth: number;
  readonly routeName: string;
  readonly stage: Stage;
  readonly overlays: readonly Overlay[];
  readonly date: BoardDate | undefined;
  readonly clocks: readonly ClockTold[];
  readonly next: readonly NextStep[];
  /** Ways by which such letters are not taken today. */
  readonly closedWays: readonly DispatchedBy[];
  /** The offices of the forbidden circle. */
  readonly loop: readonly string[] | undefined;
  /** Clocks that could not be counted: no version of the law for that day. */
  readonly uncounted: readonly string[];
}
export type ThreadAnswer =
  | { readonly type: "Here"; readonly letters: readonly ThreadLetter[] }
  | { readonly type: "NotHere" };

export interface LetterMade {
  readonly case: CaseId;
  readonly appeal: AppealId;
  readonly page: LetterPage;
  readonly guards: readonly Guard[];
  /** What may be written by hand, with what stands there now. */
  readonly fields: readonly LetterField[];
  /** T, S, M: how well the text of the letter was checked. */
  readonly level: string;
}
export interface LetterField {
  readonly slot: string;
  readonly name: string;
  readonly value: string;
  readonly isLong: boolean;
  readonly isRequired: boolean;
}
export interface LettersAnswer {
  readonly letters: readonly LetterMade[];
  /** Those whose folder is not on this device. */
  readonly notHere: number;
}

export interface DraftingRoute {
  readonly pack: string;
  readonly id: string;
  readonly name: string;
  readonly collective: boolean;
  /** `region`: the office is that of the region which the case names. */
  readonly offices: readonly {
    readonly authority: string;
    readonly name: string;
    readonly region?: string;
  }[];
  readonly templates: readonly {
    readonly id: string;
    readonly name: string;
    readonly isCollective: boolean;
  }[];
  readonly grounds: readonly string[];
}
export interface DraftingAnswer {
  readonly routes: readonly DraftingRoute[];
  readonly grounds: readonly { readonly id: string; readonly name: string; readonly says: string }[];
  /** What the case gives a letter: for each template slot that it can fill. */
  readonly slots: Slots;
  readonly packs: readonly { readonly id: string; readonly version: string }[];
}

export interface CalendarAnswer {
  readonly file: string;
}

export interface AdviceCard {
  readonly id: string;
  readonly kind: Card["kind"];
  /** Empty: what is said where no card answers. */
  readonly grievances: readonly Grievance[];
  readonly title: string;
  /** To be read out. */
  readonly says: string;
  /** The same in Russian: most who call speak it, whatever the language of the screen. */
  readonly saysInRussian: string;
  readonly never: string | undefined;
  /** What to ask and note. */
  readonly facts: readonly string[];
  /** For whoever reads more than she says. */
  readonly laws: readonly { readonly says: string; readonly law: string; readonly level: Level }[];
  readonly basis: readonly string[];
  readonly routes: readonly string[];
  readonly strength: string | undefined;
  readonly harm: string | undefined;
  /** When a lawyer last read the card. undefined: nobody has. */
  readonly checkedOn: Day | undefined;
}
export interface AdviceAnswer {
  readonly pack: { readonly id: string; readonly version: string };
  readonly cards: readonly AdviceCard[];
}

export type AppealsAnswer<Q extends AppealsQuery> = Q extends { readonly type: "Board" }
  ? BoardAnswer
  : Q extends { readonly type: "Answering" }
    ? readonly Answering[]
    : Q extends { readonly type: "Thread" }
      ? ThreadAnswer
      : Q extends { readonly type: "Letters" }
        ? LettersAnswer
        : Q extends { readonly type: "Drafting" }
          ? DraftingAnswer
          : Q extends { readonly type: "Calendar" }
            ? CalendarAnswer
            : Q extends { readonly type: "Advice" }
              ? AdviceAnswer
              : never;
