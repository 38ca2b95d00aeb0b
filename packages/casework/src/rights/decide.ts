/** To ask is to see, and to leave a line. Who sees it anyway leaves none. */
import type { Command } from "../command.ts";
import { inCase, type Decided, type Given } from "../decide/given.ts";
import { isRecordCommand } from "../record/command.ts";
import type { Refusal } from "../refusal.ts";
import { err, ok } from "../result.ts";
import { isRightCommand, type RightCommand } from "./command.ts";
import { dutiesOf, may, type Duty } from "./right.ts";
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
  if (duties === undefined || !isCaseWork(command)) return undefined;
  const stand = { duties: dutiesOf(duties), isOwn: false, isOpen: true, hours: undefined };
  return may("work", stand) ? undefined : { type: "NotYourDuty" };
}

/** What a device does by itself is nobody's deed. */
function isCaseWork(command: Command): boolean {
  if (isRecordCommand(command) || isRightCommand(command)) return false;
  if (command.type === "StampAttachments" || command.type === "SayPosted") return false;
  if (command.type === "TakeDrop") return !command.byItself;
  return command.type === "RecordCall" || "case" in command;
}
