/** A case goes to another desk only with the family's word, which is written down first; and it can come back. */
import type { Case } from "../case.ts";
import { inCase, type Decided, type Given } from "../decide/given.ts";
import type { Event } from "../event.ts";
import { newNumber } from "../number.ts";
import type { Refusal } from "../refusal.ts";
import { err, ok, type Result } from "../result.ts";
import type { ReferralCommand } from "./command.ts";
import { whatStands } from "./standing.ts";

type CommandNamed<T extends ReferralCommand["type"]> = Extract<ReferralCommand, { type: T }>;

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
  if (known.unknown > 0) return err({ type: "WrittenByNewer" });
  if (consent.by.trim() === "") return err({ type: "TextMissing", field: "consent" });
  if (consent.day > today) return err({ type: "DayInTheFuture", field: "consentDay", text: consent.day });
  if (reason.trim() === "") return err({ type: "TextMissing", field: "reason" });
  if (known.referrals.some((one) => one.way === "out" && one.desk === desk && !one.back))
    return err({ type: "AlreadySo", field: "referral" });
  return ok([{ type: "CaseReferred", ...told }]);
}

/** Said twice, it is there once. Of what a newer release wrote nobody here can tell whether it takes something back. */
function receive(given: Given, command: CommandNamed<"ReceiveCase">): Decided {
  const { type: _, case: into, known, ...told } = command;
  if (given.folder !== undefined) return err({ type: "AlreadySo", field: "referral" });
  if (known.shredded) return err({ type: "NoSuchCase" });
  if (known.unknown > 0) return err({ type: "WrittenByNewer" });
  return ok({
    folder: into,
    events: [
      { type: "CaseOpened", case: into, kind: "soldier", number: newNumber(given.newId) },
      { type: "CaseReceived", ...told },
      ...whatStands(known),
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
