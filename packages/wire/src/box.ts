/**
 * Whether an epoch box is what the team log says it must be: signed by a device of the desk, addressed to exactly the
 * devices the log names, of the desk's epoch, all as of the statement it follows from. The server asks before it keeps one,
 * every client before it opens one; whether it is the newest is for who asks to see.
 */
import { fromText } from "./bytes.ts";
import { labelled } from "./canonical.ts";
import { devicesOfDesk, epochOf, recoveryOf, type Team } from "./standing.ts";
import type { Verify } from "./team-log.ts";
import type { EpochBox } from "./team.ts";

export type BoxFault =
  | "UnknownDesk"
  | "WrongEpoch"
  | "FutureTeam"
  | "WrongDevices"
  | "WrongRecovery"
  | "WrongStanzas"
  | "UnknownSigner"
  | "BadSignature";

export function boxMessage(box: Omit<EpochBox, "signature">): Uint8Array {
  const { v, desk, epoch, team, devices, recovery, by, file } = box;
  const recovered = recovery === undefined ? {} : { recovery };
  return labelled("answerable/box/1", { v, desk, epoch, team, devices, ...recovered, by, file });
}

/** undefined: nothing is wrong with it. A box may be older than the log (`team` below its number) while the devices are the same. */
export async function faultOfBox(box: EpochBox, team: Team, verify: Verify): Promise<BoxFault | undefined> {
  const desk = team.desks.get(box.desk);
  if (!desk) return "UnknownDesk";
  if (box.team > team.number) return "FutureTeam";
  if (epochOf(desk, box.team) !== box.epoch) return "WrongEpoch";
  const due = devicesOfDesk(team, box.desk, box.team);
  if (due.length !== box.devices.length || due.some((one, at) => one !== box.devices[at]))
    return "WrongDevices";
  if (box.recovery !== recoveryOf(team, box.team)?.recipient) return "WrongRecovery";
  if (stanzasOf(box.file) !== due.length + (box.recovery === undefined ? 0 : 1)) return "WrongStanzas";
  const signer = team.devices.get(box.by);
  if (!signer || !due.includes(box.by)) return "UnknownSigner";
  if (!(await verify(fromText(signer.signing), boxMessage(box), fromText(box.signature))))
    return "BadSignature";
  return undefined;
}

/** How many recipients an age file names. Which ones, nobody can see who is none of them. */
function stanzasOf(file: string): number {
  // Latin-1: a header is ASCII, and what follows it is anything.
  const text = new TextDecoder("latin1").decode(fromText(file));
  const end = text.indexOf("\n--- ");
  return end < 0
    ? 0
    : text
        .slice(0, end)
        .split("\n")
        .filter((line) => line.startsWith("-> ")).length;
}
