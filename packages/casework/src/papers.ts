/**
 * What lies in any folder, case or shift alike: who spoke, what was said, what was promised. Facts are dated, sourced
 * assertions; nothing is overwritten. Each thing keeps who put it in, when, and in which sheet.
 */
import type { Day, Moment } from "./day.ts";
import type { Event, EventOf } from "./event.ts";
import type { ContactId, FactId, FolderId, LetterId, MemberId, NoteId, PersonId, SheetId, TaskId } from "./id.ts";
import type { Code, consentScopes, factFields, Grievance, relations, sources, standings } from "./words/vocabularies.ts";

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
  /** Every grievance named, in order of first naming; the first is the main one. */
  readonly grievances: readonly Grievance[];
  readonly letters: readonly Letter[];
  readonly tasks: readonly Task[];
  readonly notes: readonly Note[];
  /** Newest sheet first; within a sheet in the order of telling. */
  readonly timeline: readonly TimelineRow[];
}
