/** To ask is to see, and to leave a line. Who sees it anyway leaves none. */
import type { Command } from "../command.ts";
import { inCase, type Decided, type Given } from "../decide/given.ts";
import { isIncidentCommand } from "../incident/command.ts";
import { isIncomingCommand } from "../incoming/command.ts";
import { isOutgoingCommand } from "../outgoing/command.ts";
import { isRecordCommand } from "../record/command.ts";
import type { Refusal } from "../refusal.ts";
import { err, ok } from "../result.ts";
import { isRightCommand, type RightCommand } from "./command.ts";
import { may, mayHere, type Deed, type Duty } from "./right.ts";
import { hiddenFields, isShownTo, standInCase } from "./stand.ts";

export function decideRight(given: Given, command: RightCommand): Decided {
  return inCase(given, command.case, (known) => {
    const { field } = command;
    const looking = { me: given.by, duties: given.duties ?? [], now: given.at };
    const stand = standInCase(known, looking);
    const hidden = hiddenFields(stand, (one) => isShownTo(known, one, looking));
    if (!hidden.includes(field)) return err({ type: "AlreadySo", field });
    if (!may(`ask ${field}`, stand)) return err({ type: "NotYourDuty" });
    return ok([{ type: "HotFieldShown", field }]);
  });
}

/** Who has another duty, and none at the desk, writes in no case: releases and claims files are not cases. */
export function refusedForDuty(duties: readonly Duty[] | undefined, command: Command): Refusal | undefined {
  const deed = deedOf(command);
  if (duties === undefined || deed === undefined) return undefined;
  return mayHere(deed, duties) ? undefined : { type: "NotYourDuty" };
}

/** undefined: what a device does by itself is nobody's deed; what has a rule of its own is decided there. */
function deedOf(command: Command): Deed | undefined {
  if (isRecordCommand(command) || isRightCommand(command)) return undefined;
  if (command.type === "StampAttachments" || command.type === "SayPosted") return undefined;
  if (command.type === "TakeDrop" && command.byItself) return undefined;
  if (command.type === "GiveOutCase") return "give out";
  if (isIncidentCommand(command)) return "gather";
  if (isOutgoingCommand(command))
    return command.type === "AnswerListOut" ? "allow lists out" : "take lists out";
  return isIncomingCommand(command) ? "bring in" : "work";
}
