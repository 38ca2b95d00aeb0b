/**
 * What a command comes to: the events to put into a folder, or why not. Nothing here changes anything; the same command
 * on the same folder always comes to the same, but for the fresh ids.
 */
import { isAppealCommand } from "./appeals/command.ts";
import { decideAppeal } from "./appeals/decide.ts";
import { isAttachmentCommand } from "./attachments/command.ts";
import { decideAttachment } from "./attachments/decide.ts";
import { isCallBackCommand } from "./callbacks/command.ts";
import { decideCallBack } from "./callbacks/decide.ts";
import type { Command } from "./command.ts";
import { addPerson, giveConsent } from "./decide/circle.ts";
import { stateAgain, stateFact, withdrawFact } from "./decide/facts.ts";
import type { Decided, Given } from "./decide/given.ts";
import { recordCall } from "./decide/record-call.ts";
import { finishTask, reopenTask, setTask } from "./decide/tasks.ts";
import {
  acknowledgeUrgency,
  addNote,
  giveOutCase,
  moveStage,
  nameGrievances,
  setOutcome,
  setOwner,
  setUrgency,
} from "./decide/work.ts";
import { isDropCommand } from "./drops/command.ts";
import { decideDrop } from "./drops/decide.ts";
import { isDutyCommand } from "./duty/command.ts";
import { decideDuty } from "./duty/decide.ts";
import type { Event } from "./event.ts";
import type { FolderId } from "./id.ts";
import { isIncidentCommand } from "./incident/command.ts";
import { decideIncident } from "./incident/decide.ts";
import { isIncomingCommand } from "./incoming/command.ts";
import { decideIncoming } from "./incoming/decide.ts";
import { wellFormedAll } from "./intake/text.ts";
import { isOutgoingCommand } from "./outgoing/command.ts";
import { decideOutgoing } from "./outgoing/decide.ts";
import { isRecordCommand } from "./record/command.ts";
import { decideRecord } from "./record/decide.ts";
import { isReferralCommand } from "./referral/command.ts";
import { decideReferral } from "./referral/decide.ts";
import type { Refusal } from "./refusal.ts";
import { err, ok, type Result } from "./result.ts";
import { isRetentionCommand } from "./retention/command.ts";
import { decideRetention } from "./retention/decide.ts";
import { isRightCommand } from "./rights/command.ts";
import { decideRight, refusedForDuty } from "./rights/decide.ts";
import { isSameCommand } from "./same/command.ts";
import { decideSame } from "./same/decide.ts";

export type { Given } from "./decide/given.ts";

export interface Decision {
  readonly folder: FolderId;
  readonly events: readonly Event[];
}

/** The longest text an event takes. It is refused, not cut: what was typed stays in the draft. */
export const longestText = 200_000;

export function decide(given: Given, command: Command): Result<Decision, Refusal> {
  // The text of a release is cut into pieces where it is put down.
  const long = command.type === "ProposeRelease" ? undefined : longField(command, "");
  if (long !== undefined) return err(long);
  // What is said after the last word would be read by nobody.
  if (given.folder?.type === "Case" && given.folder.shredded) return err({ type: "NoSuchCase" });
  const refused = refusedForDuty(given.duties, command);
  if (refused !== undefined) return err(refused);
  const decided = decideAny(given, command);
  if (!decided.ok) return decided;
  // Note: Half a surrogate pair. Every text passes here on its way into a sheet (see intake/text.ts).
  return ok({ folder: decided.value.folder, events: wellFormedAll(decided.value.events) });
}

function decideAny(given: Given, command: Command): Decided {
  if (isAppealCommand(command)) return decideAppeal(given, command);
  if (isSameCommand(command)) return decideSame(given, command);
  if (isAttachmentCommand(command)) return decideAttachment(given, command);
  if (isDutyCommand(command)) return decideDuty(given, command);
  if (isCallBackCommand(command)) return decideCallBack(given, command);
  if (isDropCommand(command)) return decideDrop(given, command);
  if (isIncomingCommand(command)) return decideIncoming(given, command);
  if (isOutgoingCommand(command)) return decideOutgoing(given, command);
  if (isIncidentCommand(command)) return decideIncident(given, command);
  if (isRecordCommand(command)) return decideRecord(given, command);
  if (isRightCommand(command)) return decideRight(given, command);
  if (isReferralCommand(command)) return decideReferral(given, command);
  if (isRetentionCommand(command)) return decideRetention(given, command);
  switch (command.type) {
    case "RecordCall":
      return recordCall(given, command);
    case "StateFact":
      return stateFact(given, command);
    case "WithdrawFact":
      return withdrawFact(given, command);
    case "StateAgain":
      return stateAgain(given, command);
    case "AddNote":
      return addNote(given, command);
    case "SetUrgency":
      return setUrgency(given, command);
    case "AcknowledgeUrgency":
      return acknowledgeUrgency(given, command);
    case "SetTask":
      return setTask(given, command);
    case "FinishTask":
      return finishTask(given, command);
    case "ReopenTask":
      return reopenTask(given, command);
    case "MoveStage":
      return moveStage(given, command);
    case "SetOwner":
      return setOwner(given, command);
    case "SetOutcome":
      return setOutcome(given, command);
    case "GiveOutCase":
      return giveOutCase(given, command);
    case "AddPerson":
      return addPerson(given, command);
    case "GiveConsent":
      return giveConsent(given, command);
    case "NameGrievances":
      return nameGrievances(given, command);
  }
}

/** The first text that no event could take, and the field it stands in. */
function longField(value: unknown, field: string): Refusal | undefined {
  if (typeof value === "string") {
    if (value.length <= longestText) return undefined;
    return {
      type: "TextTooLong",
      field: field.replace(/^draft\./u, ""),
      length: value.length,
      most: longestText,
    };
  }
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, one] of Object.entries(value)) {
    const long = longField(one, field === "" ? key : `${field}.${key}`);
    if (long !== undefined) return long;
  }
  return undefined;
}
