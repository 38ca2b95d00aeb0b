/** Where the answers about appeals come from: cards for the board, the folder for a thread or a letter, packs for the law. */
import type { Case } from "../../case.ts";
import type { Day } from "../../day.ts";
import type { CaseId, MemberId } from "../../id.ts";
import type { CardAppeal } from "../card.ts";
import type { Pack } from "../pack/pack.ts";

/** As much of a card as the board needs. The same object as long as the card is the same: what follows from it is kept. */
export interface CaseOnBoard {
  readonly case: CaseId;
  readonly number: string;
  readonly name: string;
  readonly owner?: MemberId;
  readonly region?: string;
  readonly appeals: readonly CardAppeal[];
}

export interface AppealsOffice {
  readonly packs: ReadonlyMap<string, Pack>;
  readonly today: Day;
  /** This hour, in any words: what was derived within it is not derived again. Days begin on the hour in every zone. */
  readonly hour: string;
  /** Which day it is in a time zone now. */
  readonly dayIn: (zone: string) => Day;
  readonly cases: () => Iterable<CaseOnBoard>;
  /** undefined: not on this device, and not to be had now. */
  readonly file: (id: CaseId) => Promise<Case | undefined>;
}
