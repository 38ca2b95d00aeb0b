/**
 * What the desk asks about likeness, and is told: possible matches while somebody speaks, pairs for a reviewer, one
 * soldier with all that is behind him. Reasons are codes; the screen puts them into words. Never a score.
 */
import type {
  CaseId,
  Code,
  grievances,
  LinkId,
  Moment,
  relations,
  SeenStrip,
  services,
  stages,
  Verdict,
} from "@answerable/casework";

export interface MatchesQuery {
  readonly type: "Matches";
  readonly soldierName: string;
  readonly birth: string;
  readonly region: string;
  readonly unit: string;
  readonly phones: readonly string[];
  readonly callSign: string;
  readonly dogTag: string;
  /** Who calls; she says something about the man. */
  readonly caller?: string;
  /** What she is to him. */
  readonly relation?: string;
  /** Not these, nor the soldiers they belong to: she has said so. */
  readonly not?: readonly CaseId[];
}

export type MatchField =
  | "name"
  | "patronymic"
  | "birth"
  | "region"
  | "unit"
  | "phone"
  | "callSign"
  | "dogTag";
export type Likeness = "same" | "differs" | "blank";
export type Strip = Readonly<Record<MatchField, Likeness>>;

/**
 * same, possibly: may be linked. number: only a telephone speaks for it, a call from this number. brother, namesake: the
 * reasons say why it is somebody else.
 */
export type Proposed = "same" | "possibly" | "number" | "brother" | "namesake";

export interface MatchRow {
  /** Of the soldier's cases the one most like what was said. */
  readonly case: CaseId;
  readonly number: string;
  readonly name: string;
  readonly birthYear?: number;
  readonly region?: string;
  /** Over all his cases. */
  readonly contacts: number;
  readonly cases: number;
  readonly lastContact?: Moment;
  readonly grievance?: Code<typeof grievances>;
  /** What made it a match, strongest first. */
  readonly why: readonly MatchField[];
  readonly strip: Strip;
  /** How each part compares, as codes for words; what is absent is left out. Goes into the link as what was seen. */
  readonly reasons: SeenStrip;
  readonly proposed: Proposed;
  readonly stage: Code<typeof stages>;
  /** Somebody of the family whom this volunteer need not know has called. */
  readonly anotherCalled: boolean;
}
export interface MatchesAnswer {
  /** Five at most. */
  readonly rows: readonly MatchRow[];
  readonly callsFromNumberToday: number;
}

/** Pairs nobody was sure of, pairs said both ways, and what the last full pass proposes. */
export interface ReviewQuery {
  readonly type: "Review";
  readonly from: number;
  readonly count: number;
}
export interface ReviewSide {
  readonly case: CaseId;
  readonly number: string;
  readonly names: readonly string[];
  readonly births: readonly string[];
  readonly regions: readonly string[];
  readonly units: readonly string[];
  readonly callSigns: readonly string[];
  readonly dogTags: readonly string[];
  readonly service?: Code<typeof services>;
  readonly stage: Code<typeof stages>;
  readonly contacts: number;
  readonly callers: number;
  readonly cases: number;
  readonly lastContact?: Moment;
  readonly grievances: readonly Code<typeof grievances>[];
}
export interface ReviewPair {
  readonly a: ReviewSide;
  readonly b: ReviewSide;
  readonly from: "unsure" | "conflict" | "pass";
  readonly strip: Strip;
  readonly reasons: SeenStrip;
  readonly proposed: Proposed;
}
/** A pass goes over the whole roster, from where it stopped; it proposes and never links. */
export interface PassProgress {
  readonly state: "waiting" | "running" | "stopped" | "done";
  readonly done: number;
  readonly of: number;
}
export interface ReviewAnswer {
  readonly pairs: readonly ReviewPair[];
  readonly total: number;
  readonly pass: PassProgress;
}

export interface SoldierQuery {
  readonly type: "Soldier";
  /** Any of his cases. */
  readonly case: CaseId;
}
export interface SoldierCase {
  readonly case: CaseId;
  readonly number: string;
  readonly name: string;
  readonly stage: Code<typeof stages>;
  readonly opened: Moment;
  readonly contacts: number;
  readonly lastContact?: Moment;
  readonly grievances: readonly Code<typeof grievances>[];
  readonly isOwn: boolean;
}
/** Another: a member of the family in a case that is not hers; no more than that. See note: Another member of the family (casework/rights/right.ts). */
export type SoldierCaller =
  | {
      readonly type: "Known";
      readonly case: CaseId;
      readonly calledAs: string;
      readonly relation: Code<typeof relations>;
      readonly phones: readonly string[];
      readonly contacts: number;
    }
  | { readonly type: "Another"; readonly case: CaseId; readonly contacts: number };
export interface SoldierContact {
  readonly case: CaseId;
  readonly at: Moment;
}
/** `case` is the folder it lies in, and where it is taken back. */
export interface SoldierSaid {
  readonly case: CaseId;
  readonly link: LinkId;
  readonly other: CaseId;
  readonly otherNumber?: string;
  readonly verdict: Verdict;
}
export type SoldierAnswer =
  | {
      readonly type: "Soldier";
      /** Every name ever heard, the latest first. */
      readonly names: readonly string[];
      readonly births: readonly string[];
      readonly regions: readonly string[];
      readonly units: readonly string[];
      readonly callSigns: readonly string[];
      readonly dogTags: readonly string[];
      readonly cases: readonly SoldierCase[];
      /** Newest first. */
      readonly contacts: readonly SoldierContact[];
      readonly callers: readonly SoldierCaller[];
      readonly links: readonly SoldierSaid[];
      /** Cases of his of which somebody says that they are two men. */
      readonly conflicts: readonly (readonly [CaseId, CaseId])[];
      /** Five at most, and never one that was refused. */
      readonly alike: readonly MatchRow[];
    }
  | { readonly type: "Unknown" };

export type SameQuery = MatchesQuery | ReviewQuery | SoldierQuery;
export type SameAnswer<Q extends SameQuery> = Q extends { readonly type: "Matches" }
  ? MatchesAnswer
  : Q extends { readonly type: "Review" }
    ? ReviewAnswer
    : SoldierAnswer;
