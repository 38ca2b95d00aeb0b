/** What comes of a command about the day. Only a coordinator turns the surge switch; nobody takes her own hand-over. */
import { inFolder, type Decided, type Given } from "../decide/given.ts";
import type { Event } from "../event.ts";
import type { Folder } from "../folder.ts";
import type { FolderId } from "../id.ts";
import type { Refusal } from "../refusal.ts";
import { err, ok, type Result } from "../result.ts";
import type { Shift } from "../shift.ts";
import type { DutyCommand } from "./command.ts";
import { isOnShift } from "./shift-card.ts";

export function decideDuty(given: Given, command: DutyCommand): Decided {
  switch (command.type) {
    case "BeginShift":
      return ownShift(given, command, (shift) =>
        shift !== undefined && isOnShift(shift)
          ? err({ type: "AlreadySo", field: "shift" })
          : ok([{ type: "ShiftBegun", isLead: command.isLead }]),
      );
    case "SwitchSurge":
      if (given.duties?.includes("coordinator") !== true) return err({ type: "OnlyCoordinator" });
      if (command.isOn && command.reason.trim() === "") return err({ type: "TextMissing", field: "reason" });
      return ownShift(given, command, () =>
        ok([
          {
            type: "SurgeSwitched",
            switch: given.newId(),
            isOn: command.isOn,
            reason: command.reason,
            setsAside: [...command.seen],
          },
        ]),
      );
    case "HandOverShift":
      return inShift(given, command, (shift) => {
        if (shift.member !== given.by) return err({ type: "NotYourShift" });
        if (!isOnShift(shift)) return err({ type: "AlreadySo", field: "shift" });
        if (command.parked > 0) return err({ type: "DraftsStillParked", count: command.parked });
        const { case: _, ...told } = command;
        return ok([
          {
            ...told,
            type: "ShiftHandedOver",
            handOver: given.newId(),
            urgent: [...told.urgent],
            promises: told.promises.map((one) => ({ ...one })),
          },
        ]);
      });
    case "TakeHandOver":
      return inShift(given, command, (shift) => {
        if (shift.member === given.by) return err({ type: "OwnHandOver" });
        const handOver = shift.handOvers.find(({ id }) => id === command.handOver);
        if (handOver === undefined) return err({ type: "NoSuchHandOver" });
        if (handOver.taken !== undefined) return err({ type: "AlreadySo", field: "handOver" });
        return ok([{ type: "HandOverTaken", handOver: handOver.id }]);
      });
  }
}

/** The folder of one's own shift, opened by the first thing that goes into it. */
export function ownShift(
  given: Given,
  command: { readonly case: FolderId },
  decided: (shift: Shift | undefined) => Result<readonly Event[], Refusal>,
): Decided {
  const { folder } = given;
  if (command.case !== given.shift) return err({ type: "NotYourShift" });
  const events = decided(folder?.type === "Shift" ? folder : undefined);
  if (!events.ok) return events;
  const opened: Event = { type: "ShiftOpened", shift: given.shift, member: given.by, day: given.today };
  return ok({
    folder: given.shift,
    events: [...(folder === undefined ? [opened] : []), ...events.value],
  });
}

function inShift(
  given: Given,
  command: DutyCommand,
  decided: (shift: Shift) => Result<readonly Event[], Refusal>,
): Decided {
  return inFolder(given, command.case, (folder: Folder) =>
    folder.type === "Shift" ? decided(folder) : err({ type: "NotYourShift" }),
  );
}
