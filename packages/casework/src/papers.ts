/**
 * What lies in any folder, case or shift alike: who spoke, what was said, what was promised. Facts are dated, sourced
 * assertions; nothing is overwritten. Each thing keeps who put it in, when, and in which sheet.
 */
import { isAppealEvent } from "./appeals/event.ts";
import { isAttachmentEvent } from "./attachments/event.ts";
import { isCallBackEvent } from "./callbacks/event.ts";
import { foldCallBackEvent, type TaskSkip, type TaskTry } from "./callbacks/fold.ts";
import type { Day, Moment } from "./day.ts";
import type { TakenOut } from "./decide/taken-out.ts";
import { isDropEvent } from "./drops/event.ts";
import { isDutyEvent } from "./duty/event.ts";
import type { Event, EventOf } from "./event.ts";
import type {
  ContactId,
  FactId,
  FolderId,
  LetterId,
  MemberId,
  NoteId,
  PersonId,
  SheetId,
  TaskId,
} from "./id.ts";
import { isIncidentEvent } from "./incident/event.ts";
import { isIncomingEvent } from "./incoming/event.ts";
import { isOutgoingEvent } from "./outgoing/event.ts";
import { isRecordEvent } from "./record/event.ts";
import { isReferralEvent } from "./referral/event.ts";
import { isRetentionEvent } from "./retention/event.ts";
import { isRightEvent } from "./rights/event.ts";
import { isSameEvent } from "./same/event.ts";
import type {
  Code,
  consentScopes,
  factFields,
  Grievance,
  relations,
  sources,
  standings,
} from "./words/vocabularies.ts";

/** Who put it in, when by that device's clock, and in which sheet it lies. */
export interface Stamp {
  readonly by: MemberId;
  readonly at: Moment;
  readonly sheet: SheetId;
}

export interface Fact extends Stamp {
  readonly id: FactId;
  /** undefined: the soldier. */
  readonly about?: PersonId;
  readonly field: Code<typeof factFields>;
  readonly value: string;
  readonly known?: string;
  readonly sure: boolean;
  readonly unsureOf?: readonly ("surname" | "given" | "patronymic")[];
  readonly of?: FactId;
  readonly source: Code<typeof sources>;
  readonly contact?: ContactId;
  readonly setsAside: readonly FactId[];
  readonly standing: Code<typeof standings>;
  readonly withdrawn?: Stamp & { readonly reason: string };
}

/** One of the circle around the soldier. Phones and the rest are facts about her. */
export interface Person extends Stamp {
  readonly id: PersonId;
  readonly calledAs: string;
  readonly relation: Code<typeof relations>;
}

export type Contact = Stamp &
  Omit<EventOf<"ContactRecorded">, "type" | "contact" | "caller" | "pasted"> & {
    readonly id: ContactId;
    readonly caller?: PersonId;
    readonly pasted?: string;
  };

export interface Consent extends Stamp {
  readonly person: PersonId;
  readonly scopes: readonly Code<typeof consentScopes>[];
  readonly contact?: ContactId;
}

export interface Naming extends Stamp {
  readonly codes: readonly Grievance[];
  readonly contact?: ContactId;
}

/** A letter to an authority that the family says it has written. */
export interface Letter extends Stamp {
  readonly id: LetterId;
  readonly contact?: ContactId;
  readonly authority: string;
  readonly sentOn?: Day;
  readonly sentOnWords?: string;
  readonly number?: string;
  readonly answer?: string;
}

export interface Task extends Stamp {
  readonly id: TaskId;
  readonly kind: EventOf<"TaskSet">["kind"];
  readonly what: string;
  readonly owner?: MemberId;
  readonly due?: Moment;
  readonly person?: PersonId;
  readonly done?: Stamp & { readonly result: string };
  /** Tries to reach them, oldest first; undefined: none. */
  readonly tries?: readonly TaskTry[];
  readonly skips?: readonly TaskSkip[];
  /** It was done once and taken up again. */
  readonly reopened?: true;
}

export interface Note extends Stamp {
  readonly id: NoteId;
  readonly text: string;
}

/** Who, when, what; the source stands in the event itself. `key` is stable: sheet and place within it. */
export interface TimelineRow extends Stamp {
  readonly key: string;
  readonly what: Event | { readonly type: "Unknown"; readonly count: number };
}

export interface Papers {
  readonly id: FolderId;
  /** The number of the newest sheet folded in. */
  readonly sheets: number;
  /** Events of kinds this release does not know; they stay sealed for a newer one. */
  readonly unknown: number;
  readonly contacts: readonly Contact[];
  readonly people: readonly Person[];
  /** All ever stated, oldest first. */
  readonly facts: readonly Fact[];
  readonly consents: readonly Consent[];
  readonly namings: readonly Naming[];
  /** As named now; the first is the main one. All namings ever are in `namings`. */
  readonly grievances: readonly Grievance[];
  readonly letters: readonly Letter[];
  readonly tasks: readonly Task[];
  /** Numbers that somebody wanted out, oldest first. See note: A number taken out (decide/taken-out.ts). */
  readonly takenOut: readonly TakenOut[];
  readonly notes: readonly Note[];
  /** Newest sheet first; within a sheet in the order of telling. */
  readonly timeline: readonly TimelineRow[];
}

export function noPapers(id: FolderId): Papers {
  return {
    id,
    sheets: 0,
    unknown: 0,
    contacts: [],
    people: [],
    facts: [],
    consents: [],
    namings: [],
    grievances: [],
    letters: [],
    tasks: [],
    takenOut: [],
    notes: [],
    timeline: [],
  };
}

/** What an event does to the papers. What is there already under the same id stays as it is: a sheet told twice is there once. */
export function foldPaperEvent<P extends Papers>(papers: P, event: Event, stamp: Stamp): P {
  if (isAppealEvent(event) || isSameEvent(event)) return papers;
  if (isAttachmentEvent(event) || isDropEvent(event) || isDutyEvent(event)) return papers;
  if (isRecordEvent(event) || isRightEvent(event) || isOutgoingEvent(event)) return papers;
  if (isReferralEvent(event) || isRetentionEvent(event) || isIncomingEvent(event) || isIncidentEvent(event))
    return papers;
  if (isCallBackEvent(event)) return { ...papers, tasks: foldCallBackEvent(papers.tasks, event, stamp) };
  switch (event.type) {
    case "ContactRecorded": {
      const { type: _, contact: id, ...told } = event;
      return has(papers.contacts, id)
        ? papers
        : { ...papers, contacts: [...papers.contacts, { ...present(told), ...stamp, id }] };
    }
    case "PersonAdded": {
      const { type: _, person: id, ...told } = event;
      return has(papers.people, id)
        ? papers
        : { ...papers, people: [...papers.people, { ...told, ...stamp, id }] };
    }
    case "FactStated": {
      const { type: _, fact: id, ...told } = event;
      if (has(papers.facts, id)) return papers;
      const fact: Fact = { ...present(told), ...stamp, id, standing: "stands" };
      const facts = [...papers.facts, fact];
      // Most facts set nothing aside and are named by none: the standing of the others is as it was.
      const isAlone = fact.setsAside.length === 0 && !papers.facts.some((one) => one.setsAside.includes(id));
      return { ...papers, facts: isAlone ? facts : factsStanding(facts) };
    }
    case "FactWithdrawn": {
      const withdrawn = { ...stamp, reason: event.reason };
      const facts = papers.facts.map((fact) =>
        fact.id === event.fact && fact.withdrawn === undefined ? { ...fact, withdrawn } : fact,
      );
      return { ...papers, facts: factsStanding(facts) };
    }
    case "ConsentGiven": {
      const { type: _, ...told } = event;
      return { ...papers, consents: [...papers.consents, { ...present(told), ...stamp }] };
    }
    case "GrievancesNamed": {
      const { type: _, ...told } = event;
      const grievances = namedNow(papers.grievances, event);
      return { ...papers, namings: [...papers.namings, { ...present(told), ...stamp }], grievances };
    }
    case "LetterReported": {
      const { type: _, letter: id, ...told } = event;
      return has(papers.letters, id)
        ? papers
        : { ...papers, letters: [...papers.letters, { ...present(told), ...stamp, id }] };
    }
    case "TaskSet": {
      const { type: _, task: id, ...told } = event;
      return has(papers.tasks, id)
        ? papers
        : { ...papers, tasks: [...papers.tasks, { ...present(told), ...stamp, id }] };
    }
    case "TaskDone": {
      const done = { ...stamp, result: event.result };
      return {
        ...papers,
        tasks: papers.tasks.map((task) =>
          task.id === event.task && task.done === undefined ? { ...task, done } : task,
        ),
      };
    }
    case "TaskReopened":
      return {
        ...papers,
        tasks: papers.tasks.map((task) => (task.id === event.task ? reopened(task) : task)),
      };
    case "NoteAdded": {
      const note: Note = { ...stamp, id: event.note, text: event.text };
      return has(papers.notes, note.id) ? papers : { ...papers, notes: [...papers.notes, note] };
    }
    case "CaseOpened":
    case "ShiftOpened":
    case "UrgencySet":
    case "UrgencyAcknowledged":
    case "StageMoved":
    case "OwnerSet":
    case "OutcomeSet":
    case "CaseGivenOut":
      return papers;
  }
}

/**
 * A fact is set aside by any other that names it and is not withdrawn itself: to withdraw a correction is to let the
 * first word stand again. A fact cannot set itself aside.
 */
export function factsStanding(facts: readonly Fact[]): readonly Fact[] {
  const setAside = new Set(
    facts.flatMap((fact) =>
      fact.withdrawn === undefined ? fact.setsAside.filter((seen) => seen !== fact.id) : [],
    ),
  );
  return facts.map((fact) => {
    const now = fact.withdrawn !== undefined ? "withdrawn" : setAside.has(fact.id) ? "set aside" : "stands";
    return fact.standing === now ? fact : { ...fact, standing: now };
  });
}

/** A call adds to what was named before; who names them in the case file says the whole list anew. */
export function namedNow(
  before: readonly Grievance[],
  { codes, contact }: { readonly codes: readonly Grievance[]; readonly contact?: ContactId | undefined },
): readonly Grievance[] {
  return [...new Set([...(contact === undefined ? [] : before), ...codes])];
}

function reopened(task: Task): Task {
  const { done: _, ...open } = task;
  return task.done === undefined ? task : { ...open, reopened: true };
}

function has(things: readonly { readonly id: string }[], id: string): boolean {
  return things.some((thing) => thing.id === id);
}

/** `undefined` left out: what a schema calls optional, a shape here calls absent. */
type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
export function present<T extends object>(told: T): Present<T> {
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as Present<T>; // fromEntries forgets the keys
}
