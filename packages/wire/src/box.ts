/**
 * Whether an epoch box is what the team log says it must be: signed by a device of the desk, addressed to exactly the
 * devices the log names, of the desk's epoch. The server asks before it keeps one, every client before it opens one.
 */
import { fromText } from "./bytes.ts";
import { labelled } from "./canonical.ts";
import { devicesOfDesk, type Team, type Verify } from "./team-log.ts";
import type { EpochBox } from "./team.ts";

export type BoxFault =
  | "UnknownDesk"
  | "WrongEpoch"
  | "FutureTeam"
  | "WrongDevices"
  | "UnknownSigner"
  | "BadSignature";

export function boxMessage(box: Omit<EpochBox, "signature">): Uint8Array {
  const { v, desk, epoch, team, devices, by, file } = box;
  return labelled("answerable/box/1", { v, desk, epoch, team, devices, by, file });
}

/** undefined: nothing is wrong with it. A box may be older than the log (`team` below its number) while the devices are the same. */
export async function faultOfBox(box: EpochBox, team: Team, verify: Verify): Promise<BoxFault | undefined> {
  const desk = team.desks.get(box.desk);
  if (!desk) return "UnknownDesk";
  if (desk.epoch !== box.epoch) return "WrongEpoch";
  if (box.team > team.number) return "FutureTeam";
  const due = devicesOfDesk(team, box.desk, box.team);
  if (due.length !== box.devices.length || due.some((one, at) => one !== box.devices[at]))
    return "WrongDevices";
  const signer = team.devices.get(box.by);
  if (!signer || !due.includes(box.by)) return "UnknownSigner";
  if (!(await verify(fromText(signer.signing), boxMessage(box), fromText(box.signature))))
    return "BadSignature";
  return undefined;
}
