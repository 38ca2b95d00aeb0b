/** Beginning a shift, handing it over, taking one; and turning the surge switch. `case` names the folder of a shift. */
import type { FolderId, HandOverId, SwitchId } from "../id.ts";
import type { DutyEventOf } from "./event.ts";

export type DutyCommand =
  /** `case`: the folder of one's own shift of today, which may not be there yet. */
  | { readonly type: "BeginShift"; readonly case: FolderId; readonly isLead: boolean }
  | ({ readonly type: "HandOverShift"; readonly case: FolderId } & Readonly<
      Omit<DutyEventOf<"ShiftHandedOver">, "type" | "handOver" | "urgent" | "promises">
    > & {
        readonly urgent: readonly FolderId[];
        readonly promises: readonly Readonly<DutyEventOf<"ShiftHandedOver">["promises"][number]>[];
      })
  | { readonly type: "TakeHandOver"; readonly case: FolderId; readonly handOver: HandOverId }
  /** `case` as with BeginShift; `seen`: the turns that stood on her screen. */
  | {
      readonly type: "SwitchSurge";
      readonly case: FolderId;
      readonly isOn: boolean;
      readonly reason: string;
      readonly seen: readonly SwitchId[];
    };

const types: Readonly<Record<DutyCommand["type"], true>> = {
  BeginShift: true,
  HandOverShift: true,
  TakeHandOver: true,
  SwitchSurge: true,
};

export function isDutyCommand(command: { readonly type: string }): command is DutyCommand {
  return Object.hasOwn(types, command.type);
}
