/** A case as its sheets tell it: the papers, and the work on them. */
import { foldAppealEvent, type Appeal } from "./appeals/appeal.ts";
import { isAppealEvent } from "./appeals/event.ts";
import { foldAttachmentEvent, type Attachment } from "./attachments/attachment.ts";
import { isAttachmentEvent } from "./attachments/event.ts";
import type { Moment } from "./day.ts";
import { isDropEvent } from "./drops/event.ts";
import { foldDropEvent, noOutside, type Outside } from "./drops/families.ts";
import type { Event, EventOf } from "./event.ts";
import type { CaseId, MemberId } from "./id.ts";
import { isIncidentEvent } from "./incident/event.ts";
import { isIncomingEvent } from "./incoming/event.ts";
import { foldRowEvent, type TakenRow } from "./incoming/fold.ts";
import { isOutgoingEvent } from "./outgoing/event.ts";
import type { Papers, Stamp } from "./papers.ts";
import { isRecordEvent } from "./record/event.ts";
import { isReferralEvent } from "./referral/event.ts";
import { foldReferral, type Referral } from "./referral/fold.ts";
import { isRetentionEvent } from "./retention/event.ts";
import { foldRetentionEvent, withoutLeaving, type Retention } from "./retention/fold.ts";
import { isRightEvent } from "./rights/event.ts";
import type { HotField } from "./rights/right.ts";
import { isSameEvent } from "./same/event.ts";
import { foldSameEvent, type SoldierLink } from "./same/link.ts";
import type { caseKinds, Code, outcomes, stages, urgencies } from "./words/vocabularies.ts";

export type UrgencyCode = Code<typeof urgencies>;

export interface Urgency extends Stamp {
  readonly urgency: UrgencyCode;
  readonly rules: readonly string[];
  readonly reason: string;
  /** Since when the case has been at least this urgent without a break: the hour runs from here. */
  readonly since: Moment;
  readonly acknowledged?: Stamp;
}

export interface Case extends Papers, Outside, Retention {
  readonly type: "Case";
  readonly id: CaseId;
  readonly kind: Code<typeof caseKinds>;
  readonly number: string;
  readonly openedAt: Moment;
  readonly openedBy: MemberId;
  readonly stage: Code<typeof stages>;
  readonly owner?: MemberId;
  readonly outcome?: Stamp & { readonly outcome: Code<typeof outcomes>; readonly reason: string };
  readonly urgency?: Urgency;
  /** Every urgency ever set, newest first. */
  readonly urgencies: readonly (Stamp & Omit<EventOf<"UrgencySet">, "type">)[];
  /** Oldest first; one that was forwarded is followed by the letter it became there. */
  readonly appeals: readonly Appeal[];
  /** Everything ever said here about which other cases are the same soldier's, oldest first. */
  readonly links: readonly SoldierLink[];
  /** Files that came with it or were made here, oldest first. */
  readonly attachments: readonly Attachment[];
  /** Who asked to see what is masked, oldest first. */
  readonly shown: readonly (Stamp & { readonly field: HotField })[];
  /** Other desks that it went to or came from, oldest first. */
  readonly referrals: readonly Referral[];
  /** Lines of lists that it came from, oldest first; those taken back among them. */
  readonly rows: readonly TakenRow[];
}

export function openedCase(papers: Papers, event: EventOf<"CaseOpened">, stamp: Stamp): Case {
  return {
    ...papers,
    type: "Case",
    kind: event.kind,
    number: event.number,
    openedAt: stamp.at,
    openedBy: stamp.by,
    stage: "new",
    urgencies: [],
    appeals: [],
    links: [],
    attachments: [],
    shown: [],
    rows: [],
    referrals: [],
    ...noOutside,
  };
}

/** What an event does to the work on the case; the papers are folded elsewhere. */
export function foldCaseEvent(known: Case, event: Event, stamp: Stamp): Case {
  if (isAppealEvent(event)) {
    const appeals = foldAppealEvent(known.appeals, event, stamp);
    return appeals === known.appeals ? known : { ...known, appeals };
  }
  if (isSameEvent(event)) return { ...known, links: foldSameEvent(known.links, event, stamp) };
  if (isRecordEvent(event) || isIncidentEvent(event) || isOutgoingEvent(event)) return known;
  if (isReferralEvent(event)) return { ...known, referrals: foldReferral(known.referrals, event, stamp) };
  if (isRetentionEvent(event)) return foldRetentionEvent(known, event, stamp);
  if (isRightEvent(event)) return { ...known, shown: [...known.shown, { ...stamp, field: event.field }] };
  if (isIncomingEvent(event)) return foldRowEvent(known, event, stamp);
  if (isAttachmentEvent(event))
    return { ...known, attachments: foldAttachmentEvent(known.attachments, event, stamp) };
  if (isDropEvent(event)) return foldDropEvent(known, event, stamp);
  switch (event.type) {
    case "UrgencySet": {
      const { type: _, ...set } = event;
      const urgency: Urgency = { ...set, ...stamp, since: urgentSince(known.urgency, event.urgency, stamp) };
      return { ...known, urgency, urgencies: [{ ...set, ...stamp }, ...known.urgencies] };
    }
    case "UrgencyAcknowledged": {
      // One who acknowledged U3 has not seen that it became U1 meanwhile.
      if (known.urgency?.urgency !== event.urgency || known.urgency.acknowledged !== undefined) return known;
      return { ...known, urgency: { ...known.urgency, acknowledged: stamp } };
    }
    case "StageMoved":
      return { ...(event.stage === "closed" ? known : withoutLeaving(known)), stage: event.stage };
    case "OwnerSet": {
      const { owner: _, ...rest } = known;
      return event.owner === undefined ? rest : { ...rest, owner: event.owner };
    }
    case "OutcomeSet":
      return { ...known, outcome: { ...stamp, outcome: event.outcome, reason: event.reason } };
    case "CaseOpened":
    case "ShiftOpened":
    case "ContactRecorded":
    case "PersonAdded":
    case "FactStated":
    case "FactWithdrawn":
    case "ConsentGiven":
    case "GrievancesNamed":
    case "LetterReported":
    case "TaskSet":
    case "TaskDone":
    case "TaskReopened":
    case "CallBackTried":
    case "CallBackSkipped":
    case "ShiftBegun":
    case "ShiftHandedOver":
    case "HandOverTaken":
    case "SurgeSwitched":
    case "NoteAdded":
    case "CaseGivenOut":
      return known;
  }
}

/** U1 is the most urgent. */
export function isMoreUrgent(one: UrgencyCode, other: UrgencyCode): boolean {
  return one < other;
}

function urgentSince(before: Urgency | undefined, now: UrgencyCode, stamp: Stamp): Moment {
  return before === undefined || isMoreUrgent(now, before.urgency) ? stamp.at : before.since;
}
