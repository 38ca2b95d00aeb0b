/** A case goes to another desk only with the family's word, which is written down first; and it can come back. */
import type { Case } from "../case.ts";
import { inCase, type Decided, type Given } from "../decide/given.ts";
import type { Event } from "../event.ts";
import { newNumber } from "../number.ts";
import type { Refusal } from "../refusal.ts";
import { err, ok, type Result } from "../result.ts";
import type { ReferralCommand } from "./command.ts";

type CommandNamed<T extends ReferralCommand["type"]> = Extract<ReferralCommand, { type: T }>;

/**
 * What goes along: who he is, who called, what they said, what is to be feared. Tasks, letters to authorities, files and the way to
 * answer a receipt stay with the desk that has them.
 */
const goesAlong: ReadonlySet<Event["type"]> = new Set<Event["type"]>([
  "ContactRecorded",
  "PersonAdded",
  "FactStated",
  "FactWithdrawn",
  "ConsentGiven",
  "GrievancesNamed",
  "LetterReported",
  "NoteAdded",
  "UrgencySet",
]);

export function decideReferral(given: Given, command: ReferralCommand): Decided {
  switch (command.type) {
    case "ReferCase":
      return inCase(given, command.case, (known) => refer(given, known, command));
    case "ReceiveCase":
      return receive(given, command);
    case "SendCaseBack":
      return inCase(given, command.case, (known) => {
        const fault = faultOfBack(known, command, "in");
        if (fault) return err(fault);
        const { referral, reason } = command;
        return ok([
          { type: "CaseSentBack", referral, reason },
          { type: "OutcomeSet", outcome: "referred", reason },
          { type: "StageMoved", stage: "closed", reason },
        ]);
      });
    case "TakeCaseBack":
      return inCase(given, command.case, (known) => {
        const fault = faultOfBack(known, command, "out");
        if (fault) return err(fault);
        const { referral, reason } = command;
        return ok([{ type: "CaseCameBack", referral, reason }]);
      });
  }
}

function refer(
  { today }: Given,
  known: Case,
  command: CommandNamed<"ReferCase">,
): Result<readonly Event[], Refusal> {
  const { type: _, case: __, ...told } = command;
  const { consent, reason, desk } = told;
  if (consent.by.trim() === "") return err({ type: "TextMissing", field: "consent" });
  if (consent.day > today) return err({ type: "DayInTheFuture", field: "consentDay", text: consent.day });
  if (reason.trim() === "") return err({ type: "TextMissing", field: "reason" });
  if (known.referrals.some((one) => one.way === "out" && one.desk === desk && !one.back))
    return err({ type: "AlreadySo", field: "referral" });
  return ok([{ type: "CaseReferred", ...told }]);
}

/** Said twice, it is there once. */
function receive(given: Given, command: CommandNamed<"ReceiveCase">): Decided {
  const { type: _, case: into, known, ...told } = command;
  if (given.folder !== undefined) return err({ type: "AlreadySo", field: "referral" });
  return ok({
    folder: into,
    events: [
      { type: "CaseOpened", case: into, kind: "soldier", number: newNumber(given.newId) },
      { type: "CaseReceived", ...told },
      ...known.filter((event) => goesAlong.has(event.type)),
    ],
  });
}

function faultOfBack(
  known: Case,
  { referral, reason }: CommandNamed<"SendCaseBack" | "TakeCaseBack">,
  way: "in" | "out",
): Refusal | undefined {
  if (reason.trim() === "") return { type: "TextMissing", field: "reason" };
  const one = known.referrals.find((each) => each.referral === referral && each.way === way);
  if (!one) return { type: "NoSuchCase" };
  return one.back ? { type: "AlreadySo", field: "referral" } : undefined;
}
