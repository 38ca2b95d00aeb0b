/** What a person may ask to be done. Imperative; `decide` answers with events or a refusal. */
import type { AppealCommand } from "./appeals/command.ts";
import type { AttachmentCommand } from "./attachments/command.ts";
import type { CallBackCommand } from "./callbacks/command.ts";
import type { Moment } from "./day.ts";
import type { DropCommand } from "./drops/command.ts";
import type { DutyCommand } from "./duty/command.ts";
import type { EventOf } from "./event.ts";
import type { CaseId, ContactId, FactId, MemberId, PersonId, TaskId } from "./id.ts";
import type { IncidentCommand } from "./incident/command.ts";
import type { IncomingCommand } from "./incoming/command.ts";
import type { Draft } from "./intake/draft.ts";
import type { OutgoingCommand } from "./outgoing/command.ts";
import type { RecordCommand } from "./record/command.ts";
import type { ReferralCommand } from "./referral/command.ts";
import type { RetentionCommand } from "./retention/command.ts";
import type { RightCommand } from "./rights/command.ts";
import type { SameCommand } from "./same/command.ts";
import type {
  caseKinds,
  Code,
  consentScopes,
  factFields,
  Grievance,
  outcomes,
  relations,
  sources,
  stages,
  taskKinds,
  urgencies,
} from "./words/vocabularies.ts";

export type Command =
  /** `case` is a fresh id, used if the call opens a case. `draft.attachTo` and calls without a case say where else it goes. */
  | {
      readonly type: "RecordCall";
      readonly draft: Draft;
      readonly case: CaseId;
      readonly caseKind?: Code<typeof caseKinds>;
    }
  | {
      readonly type: "StateFact";
      readonly case: CaseId;
      /** undefined: the soldier. */
      readonly about?: PersonId;
      readonly field: Code<typeof factFields>;
      readonly value: string;
      /** The normal form, where the screen knows it better than the words do (a region chosen from a list). */
      readonly known?: string;
      readonly sure: boolean;
      readonly source: Code<typeof sources>;
      readonly contact?: ContactId;
      /** The values the editor had before her and means to replace. */
      readonly setsAside: readonly FactId[];
    }
  | { readonly type: "WithdrawFact"; readonly case: CaseId; readonly fact: FactId; readonly reason: string }
  /** A withdrawal was a slip: what went with it is stated again as it was. */
  | { readonly type: "StateAgain"; readonly case: CaseId; readonly fact: FactId }
  | { readonly type: "AddNote"; readonly case: CaseId; readonly text: string }
  | {
      readonly type: "SetUrgency";
      readonly case: CaseId;
      readonly urgency: Code<typeof urgencies>;
      readonly reason: string;
    }
  | { readonly type: "AcknowledgeUrgency"; readonly case: CaseId }
  | {
      readonly type: "SetTask";
      readonly case: CaseId;
      readonly kind: Code<typeof taskKinds>;
      readonly what: string;
      readonly owner?: MemberId;
      readonly due?: Moment;
      readonly person?: PersonId;
    }
  | { readonly type: "FinishTask"; readonly case: CaseId; readonly task: TaskId; readonly result: string }
  | { readonly type: "ReopenTask"; readonly case: CaseId; readonly task: TaskId }
  | {
      readonly type: "MoveStage";
      readonly case: CaseId;
      readonly stage: Code<typeof stages>;
      readonly reason: string;
    }
  | { readonly type: "SetOwner"; readonly case: CaseId; readonly owner?: MemberId }
  | {
      readonly type: "SetOutcome";
      readonly case: CaseId;
      readonly outcome: Code<typeof outcomes>;
      readonly reason: string;
    }
  /** The archive has been made: see `EventOf<"CaseGivenOut">`. */
  | ({ readonly type: "GiveOutCase"; readonly case: CaseId } & Omit<EventOf<"CaseGivenOut">, "type">)
  | {
      readonly type: "AddPerson";
      readonly case: CaseId;
      readonly calledAs: string;
      readonly relation: Code<typeof relations>;
    }
  | {
      readonly type: "GiveConsent";
      readonly case: CaseId;
      readonly person: PersonId;
      readonly scopes: readonly Code<typeof consentScopes>[];
    }
  | { readonly type: "NameGrievances"; readonly case: CaseId; readonly codes: readonly Grievance[] }
  | AppealCommand
  | SameCommand
  | AttachmentCommand
  | CallBackCommand
  | DropCommand
  | DutyCommand
  | IncidentCommand
  | RecordCommand
  | ReferralCommand
  | RetentionCommand
  | RightCommand
  | IncomingCommand
  | OutgoingCommand;

/** The folder that a command speaks of. undefined: a call that opens one, or sorting, which has one of its own. */
export function folderFor(command: Command): CaseId | undefined {
  if (command.type === "RecordCall") return command.draft.attachTo;
  return "case" in command ? command.case : undefined;
}

export type CommandOf<T extends Command["type"]> = Extract<Command, { type: T }>;
