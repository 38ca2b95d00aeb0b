/** What the ledger's screens ask, and what they are told: words in the language asked for, everything that follows already worked out. */
import type { Day } from "../../day.ts";
import type { FolderId } from "../../id.ts";
import type { Lang } from "../../words/vocabulary.ts";
import type { Denial } from "../denial.ts";
import type { TimeSpan } from "../edtf.ts";
import type { FigureLine } from "../figure-lines.ts";
import type { Grade } from "../grade.ts";
import type { Independence } from "../independence.ts";
import type { Judgement } from "../model.ts";
import type { OneBecauseOf } from "../presumed.ts";
import type { Soundness } from "../rests.ts";
import type { StandingKind } from "../self-speech.ts";

export interface IncidentFilter {
  readonly text?: string;
  readonly kind?: string;
  /** ISO 3166-2. */
  readonly region?: string;
  readonly grade?: Grade;
  readonly denied?: boolean;
  /** Only those of which something is to be looked at again. */
  readonly again?: boolean;
  readonly from?: Day;
  readonly to?: Day;
}

export type LedgerQuery =
  | {
      readonly type: "Incidents";
      readonly case: FolderId;
      readonly lang: Lang;
      readonly filter: IncidentFilter;
      readonly order: "entered" | "time";
      readonly from: number;
      readonly count: number;
    }
  /** `incident` empty: the claims that belong to none. */
  | {
      readonly type: "IncidentPage";
      readonly case: FolderId;
      readonly lang: Lang;
      readonly incident: string;
      /** How many claims are shown at most. */
      readonly most: number;
    }
  | { readonly type: "SameOrigins"; readonly case: FolderId; readonly lang: Lang }
  /** Whom and what an entry may name. */
  | {
      readonly type: "LedgerCast";
      readonly case: FolderId;
      readonly lang: Lang;
      /** The claims of this incident; and of which incident this claim is. */
      readonly incident?: string;
      readonly claim?: string;
    };

const queries: ReadonlySet<string> = new Set<LedgerQuery["type"]>([
  "Incidents",
  "IncidentPage",
  "SameOrigins",
  "LedgerCast",
]);
export function isLedgerQuery(query: { readonly type: string }): query is LedgerQuery {
  return queries.has(query.type);
}

export interface IncidentRow {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly edtf: string | undefined;
  readonly span: TimeSpan | undefined;
  readonly place: string | undefined;
  readonly region: string | undefined;
  readonly grade: Grade;
  readonly standing: StandingKind;
  readonly origins: Independence;
  readonly claims: number;
  /** Claims that somebody denies, whether or not it contests them. */
  readonly denied: number;
  /** Claims to be looked at again: what they rest on was put right. */
  readonly again: number;
}

export interface CountedCode {
  readonly id: string;
  readonly count: number;
}
export interface IncidentsAnswer {
  /** The place of the first row. */
  readonly from: number;
  readonly rows: readonly IncidentRow[];
  readonly total: number;
  /** Of all incidents of the file, whatever the filter. */
  readonly all: number;
  readonly claims: number;
  /** Incidents with something to be looked at again. */
  readonly again: number;
  /** Claims that belong to no incident. */
  readonly loose: number;
  /** Of them to be looked at again. */
  readonly looseAgain: number;
  readonly kinds: readonly CountedCode[];
  readonly grades: readonly CountedCode[];
  /** Under the rest of the filter: what the map shows. */
  readonly regions: readonly (CountedCode & { readonly label: string })[];
  /** From the first to the last day of what was found. */
  readonly days: { readonly first: Day; readonly last: Day } | undefined;
}

export interface ShownAgent {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly isPrivate: boolean;
}
/** A person, a group, a paper or a recording on the way. */
export interface ShownNode {
  readonly id: string;
  readonly label: string;
  /** undefined: an agent. */
  readonly itemKind?: string;
  readonly agentType?: string;
  readonly isPrivate: boolean;
  /** The thing itself lies with us. */
  readonly isHeld: boolean;
}
export interface ShownStep {
  readonly mode: string;
  readonly isCopy: boolean;
  readonly to: ShownNode;
}
export interface ShownChain {
  readonly id: string;
  /** undefined: nobody knows whose it is. */
  readonly origin: ShownNode | undefined;
  readonly perceives: string;
  readonly isInferred: boolean;
  readonly isUnattributed: boolean;
  readonly start: ShownNode | undefined;
  readonly steps: readonly ShownStep[];
  readonly depth: number;
  readonly copies: number;
  readonly depthIsMinimum: boolean;
  readonly note: string | undefined;
  /** How it counts towards the independent origins; undefined: nothing on it says what happened. */
  readonly counts: "counted" | "absorbed" | "unknown" | undefined;
  /** Chains of one number are one origin at most, and at least. */
  readonly proved: number | undefined;
  readonly presumed: number | undefined;
  readonly claims: readonly string[];
}

export interface ShownDenial {
  readonly claim: string;
  readonly text: string;
  readonly by: string;
  readonly kind: Denial["kind"];
  readonly isExplicit: boolean;
}
export interface ShownClaim {
  readonly id: string;
  readonly text: string;
  /** The words it was entered in, where those shown are a translation or an edited wording. */
  readonly entered: string | undefined;
  readonly type: string;
  readonly modality: string;
  readonly polarity: string;
  readonly by: string;
  /** Who said it first and who passed it on, in order. */
  readonly voices: readonly string[];
  readonly chain: string;
  readonly depth: number;
  readonly depthIsMinimum: boolean;
  readonly copies: number;
  readonly isUnattributed: boolean;
  readonly edtf: string | undefined;
  readonly place: string | undefined;
  readonly grade: Grade;
  readonly isContested: boolean;
  /** May not be published, and the reason as written down. */
  readonly held: string | undefined;
  readonly ambiguity: string | undefined;
  readonly soundness: Soundness;
  readonly denials: readonly ShownDenial[];
  /** What it denies, where it denies. */
  readonly denies: readonly { readonly claim: string; readonly text: string }[];
  /** How many claims rest on it. */
  readonly resting: number;
  readonly isStrikable: boolean;
  readonly figure: ShownFigure | undefined;
  readonly source: string | undefined;
}
export interface ShownFigure {
  readonly id: string;
  readonly quantity: string;
  readonly counted: string;
  readonly words: string;
  readonly min: number | undefined;
  readonly max: number | undefined;
}
/** What is counted in one way: four lines in one order, each drawn or empty. */
export interface ShownFigures {
  readonly quantity: string;
  readonly counted: string;
  readonly lines: readonly {
    readonly line: FigureLine;
    readonly min: number | undefined;
    readonly max: number | undefined;
    readonly words: readonly string[];
  }[];
  /** Said without a number: "heavy". */
  readonly wordsOnly: readonly string[];
}

/** Why the incident stands as it stands, rule by rule. */
export type GradeStep =
  | { readonly rule: "Ways"; readonly ways: number; readonly claims: number }
  | {
      readonly rule: "One";
      readonly why: OneBecauseOf;
      readonly isProved: boolean;
      readonly left: string;
      readonly right: string;
    }
  | { readonly rule: "Carries" | "Unknown"; readonly who: string }
  | { readonly rule: "Uncounted" }
  | { readonly rule: "Origins"; readonly min: number; readonly max: number | undefined }
  | { readonly rule: "Unusable"; readonly claims: number }
  | { readonly rule: "NothingStands" | "FewerThanTwo" | "NoneNear" | "TwoAndOneNear" }
  | { readonly rule: "OwnKind"; readonly kind: Exclude<StandingKind, "hearsay"> }
  | { readonly rule: "Contested"; readonly claim: string; readonly by: string; readonly kind: Denial["kind"] }
  | { readonly rule: "DeniedOnly"; readonly by: string; readonly kind: Denial["kind"] }
  | { readonly rule: "Judged"; readonly judgement: Judgement["type"]; readonly reason: string };

export interface IncidentPageAnswer {
  readonly row: IncidentRow | undefined;
  /** The name it was entered under, where the one shown is a translation. */
  readonly entered: string | undefined;
  readonly basis: string | undefined;
  /** A person's own words on the origins. */
  readonly why: string | undefined;
  readonly steps: readonly GradeStep[];
  readonly claims: readonly ShownClaim[];
  readonly claimsInAll: number;
  readonly chains: readonly ShownChain[];
  readonly figures: readonly ShownFigures[];
  readonly voices: readonly ShownAgent[];
}

export interface OriginSide {
  readonly claim: string;
  readonly text: string;
  readonly voices: readonly string[];
}
export interface SameOriginRow {
  readonly incident: string;
  readonly label: string;
  readonly left: OriginSide;
  readonly right: OriginSide;
  readonly because: readonly OneBecauseOf[];
  /** What a person has said. */
  readonly decided?: { readonly isSame: boolean; readonly reason: string };
}
export interface SameOriginsAnswer {
  readonly open: readonly SameOriginRow[];
  readonly decided: readonly SameOriginRow[];
}

export interface LedgerCastAnswer {
  readonly name: string;
  readonly agents: readonly ShownAgent[];
  readonly incidents: readonly {
    readonly id: string;
    readonly label: string;
    readonly edtf: string | undefined;
  }[];
  readonly claims: readonly { readonly id: string; readonly text: string }[];
  readonly claim?: { readonly id: string; readonly text: string; readonly incident: string | undefined };
}

export type LedgerFound<Q extends LedgerQuery> = Q extends { readonly type: "Incidents" }
  ? IncidentsAnswer
  : Q extends { readonly type: "IncidentPage" }
    ? IncidentPageAnswer
    : Q extends { readonly type: "SameOrigins" }
      ? SameOriginsAnswer
      : LedgerCastAnswer;

/** The file may still be on its way to this device. */
export type LedgerAnswer<Q extends LedgerQuery> =
  | { readonly type: "Here"; readonly name: string; readonly found: LedgerFound<Q> }
  | { readonly type: "Fetching" | "NotHere" | "Unknown" };
