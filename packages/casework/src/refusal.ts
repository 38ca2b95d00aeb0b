/** Why a command was not done. Plain data that names the field, so that the screen can put the words beside it (words/refusals.ts). */
import type { FactsRefusal } from "./appeals/facts.ts";
import type { EntryRefusal } from "./claims/event.ts";
import type { FactId, PersonId, TaskId } from "./id.ts";
import type { Code, urgencies } from "./words/vocabularies.ts";

export type Refusal =
  | { readonly type: "NoSuchCase" }
  | { readonly type: "NoSuchClaimsFile" }
  | { readonly type: "NoSuchRelease" }
  /** None by that id, or it was taken back. */
  | { readonly type: "NoSuchIncident" }
  | { readonly type: "IncidentFull"; readonly most: number }
  /** One release at a time waits for its second signature. */
  | { readonly type: "ReleaseWaits"; readonly number: number }
  | { readonly type: "ReleaseOutOfTurn"; readonly number: number }
  | { readonly type: "SecondPersonNeeded" }
  | { readonly type: "EntryRefused"; readonly why: EntryRefusal["type"] }
  | { readonly type: "NoSuchPerson"; readonly person: PersonId }
  | { readonly type: "NoSuchFact"; readonly fact: FactId }
  | { readonly type: "NoSuchTask"; readonly task: TaskId }
  /** `field`: where the cursor should go. */
  | { readonly type: "NothingToRecord"; readonly field: "kind" | "soldierName" | "phones" }
  /** A slip in a date. One who means it so writes a question mark behind it. */
  | { readonly type: "NotADay" | "DayInTheFuture"; readonly field: string; readonly text: string }
  | { readonly type: "NotATime"; readonly field: string; readonly text: string }
  | { readonly type: "TimeInThePast"; readonly field: string; readonly text: string }
  | { readonly type: "TextTooLong"; readonly field: string; readonly length: number; readonly most: number }
  | { readonly type: "TextMissing"; readonly field: string }
  | {
      readonly type: "UrgencyLoweredWithoutReason";
      readonly from: Code<typeof urgencies>;
      readonly to: Code<typeof urgencies>;
    }
  | { readonly type: "NoUrgencyToAcknowledge" }
  | { readonly type: "AlreadySo"; readonly field: string }
  | { readonly type: "AlreadyWithdrawn"; readonly fact: FactId }
  | { readonly type: "TaskAlreadyDone"; readonly task: TaskId }
  | { readonly type: "TaskStillOpen"; readonly task: TaskId }
  | { readonly type: "ClosedWithoutOutcome" }
  | { readonly type: "TooManyGrievances"; readonly most: number }
  | { readonly type: "OnlyCoordinator" }
  /** What her duty at this desk does not allow. See rights/right.ts. */
  | { readonly type: "NotYourDuty" }
  | { readonly type: "NotYetExpired" }
  | { readonly type: "AnotherMustConfirm" }
  | { readonly type: "NotYourShift" }
  | { readonly type: "DraftsStillParked"; readonly count: number }
  | { readonly type: "NoSuchHandOver" }
  | { readonly type: "NoSuchOutList" }
  /** Something in it is of a newer release: what stands cannot be told. */
  | { readonly type: "WrittenByNewer" }
  /** The list has grown since another allowed it. */
  | { readonly type: "MoreThanAllowed"; readonly most: number }
  /** The next shift takes it over, not the one who handed it over. */
  | { readonly type: "OwnHandOver" }
  | { readonly type: "LinkedToItself" }
  | { readonly type: "NoSuchLink" }
  | { readonly type: "NoSuchAttachment" }
  /** The files of a letter must be sealed on this device first, and its disk takes no more. */
  | { readonly type: "NoRoomForFiles" }
  /** No such family in this case, or no room left in its mailbox. */
  | { readonly type: "NobodyToAnswer" }
  | { readonly type: "TooManyLetters"; readonly most: number }
  | { readonly type: "LetterNotOpen" }
  /** Somebody was quicker; `text` is the number of the case. */
  | { readonly type: "TakenAlready"; readonly text: string }
  | { readonly type: "NoSuchAppeal" }
  | { readonly type: "NoSuchDay"; readonly field: string; readonly text: string }
  /** What cannot be: answered before it was sent, a day that has not come. */
  | FactsRefusal
  | { readonly type: "AppealIsGone"; readonly field: string }
  | { readonly type: "AppealNotSent"; readonly field: string }
  | { readonly type: "AppealIsHeld"; readonly field: string }
  | { readonly type: "TooFewSignatories"; readonly least: number; readonly field: string }
  | { readonly type: "WarningsUnanswered"; readonly field: string };
