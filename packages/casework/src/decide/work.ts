/** The work on a case: urgency, stage, owner, outcome, grievances, notes. */
import { isMoreUrgent, type Case } from "../case.ts";
import type { CommandOf } from "../command.ts";
import type { Event } from "../event.ts";
import type { Refusal } from "../refusal.ts";
import { err, ok, type Result } from "../result.ts";
import { triageOf } from "../triage.ts";
import { inCase, inFolder, type Decided, type Given } from "./given.ts";

export const mostGrievances = 20;

/** Raised freely; lowered only with a reason, whether it was set by a person or is what the rules say. */
export function setUrgency(given: Given, command: CommandOf<"SetUrgency">): Decided {
  return inCase(given, command.case, (known) => {
    const { urgency, reason } = command;
    if (known.urgency?.urgency === urgency) return err({ type: "AlreadySo", field: "urgency" });
    const triage = triageOf(known, given.today);
    const before = known.urgency?.urgency ?? triage.urgency;
    if (isMoreUrgent(before, urgency) && reason.trim() === "") {
      return err({ type: "UrgencyLoweredWithoutReason", from: before, to: urgency });
    }
    const rules = triage.rules.filter((rule) => rule.urgency === urgency).map((rule) => rule.id);
    return ok([{ type: "UrgencySet", urgency, rules: triage.urgency === urgency ? rules : [], reason }]);
  });
}

export function acknowledgeUrgency(given: Given, command: CommandOf<"AcknowledgeUrgency">): Decided {
  return inCase(given, command.case, ({ urgency }) => {
    if (urgency === undefined) return err({ type: "NoUrgencyToAcknowledge" });
    if (urgency.acknowledged !== undefined) return err({ type: "AlreadySo", field: "urgency" });
    return ok([{ type: "UrgencyAcknowledged", urgency: urgency.urgency }]);
  });
}

export function moveStage(given: Given, command: CommandOf<"MoveStage">): Decided {
  return inCase(given, command.case, (known) => {
    const { stage, reason } = command;
    if (known.stage === stage) return err({ type: "AlreadySo", field: "stage" });
    if (stage === "closed" && known.outcome === undefined) return err({ type: "ClosedWithoutOutcome" });
    return ok([{ type: "StageMoved", stage, reason }]);
  });
}

/** Who takes a new case moves it on. */
export function setOwner(given: Given, command: CommandOf<"SetOwner">): Decided {
  return inCase(given, command.case, (known): Result<readonly Event[], Refusal> => {
    const { owner } = command;
    if (known.owner === owner) return err({ type: "AlreadySo", field: "owner" });
    if (owner === undefined) return ok([{ type: "OwnerSet" }]);
    const set: Event = { type: "OwnerSet", owner };
    return ok(isUntouched(known) ? [set, { type: "StageMoved", stage: "assigned", reason: "" }] : [set]);
  });
}

export function setOutcome(given: Given, command: CommandOf<"SetOutcome">): Decided {
  return inCase(given, command.case, (known) => {
    const { outcome, reason } = command;
    if (known.outcome?.outcome === outcome && known.outcome.reason === reason)
      return err({ type: "AlreadySo", field: "outcome" });
    return ok([{ type: "OutcomeSet", outcome, reason }]);
  });
}

/** The hand of whoever gave it out stands beside each file too. */
export function giveOutCase(given: Given, command: CommandOf<"GiveOutCase">): Decided {
  return inCase(given, command.case, (known) => {
    const { to, reason, sheets, plain } = command;
    if (to.trim() === "") return err({ type: "TextMissing", field: "to" });
    if (reason.trim() === "") return err({ type: "TextMissing", field: "reason" });
    const files = known.attachments
      .filter(({ from }) => from !== "copy")
      .map(({ id, plain: hash }): Event => {
        return { type: "AttachmentGivenOut", attachment: id, as: "original", plain: hash, to };
      });
    return ok([{ type: "CaseGivenOut", to, reason, sheets, plain }, ...files]);
  });
}

export function nameGrievances(given: Given, command: CommandOf<"NameGrievances">): Decided {
  return inCase(given, command.case, (known) => {
    const codes = [...new Set(command.codes)];
    if (codes.length === 0) return err({ type: "TextMissing", field: "grievances" });
    if (codes.length > mostGrievances) return err({ type: "TooManyGrievances", most: mostGrievances });
    if (codes.join() === known.grievances.join()) return err({ type: "AlreadySo", field: "grievances" });
    return ok([{ type: "GrievancesNamed", codes }]);
  });
}

export function addNote(given: Given, command: CommandOf<"AddNote">): Decided {
  return inFolder(given, command.case, () => {
    if (command.text.trim() === "") return err({ type: "TextMissing", field: "text" });
    return ok([{ type: "NoteAdded", note: given.newId(), text: command.text }]);
  });
}

function isUntouched(known: Case): boolean {
  return known.stage === "new" || known.stage === "unknown";
}
