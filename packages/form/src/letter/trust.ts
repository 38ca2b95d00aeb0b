/**
 * Whom to seal to. The only thing this page believes is the charter's fingerprint; from there the team log is replayed and checked,
 * signature by signature, and says which key takes letters now. Whatever does not follow from it, nothing is sealed to.
 */
import { readTeam } from "@answerable/seal/drop";
import {
  intakeOf,
  TeamLogBroken,
  Unreachable,
  WireRefusal,
  type DeskId,
  type Hash,
  type Letterbox,
  type Period,
  type Team,
} from "@answerable/wire";

export interface Intake {
  readonly desk: DeskId;
  readonly period: Period;
  /** age recipient. */
  readonly key: string;
  readonly suite: Team["charter"]["suite"];
  readonly charter: Hash;
  readonly name: string;
  readonly practice: boolean;
}

export type Trust =
  | { readonly type: "Trusted"; readonly intake: Intake }
  /** The page has no fingerprint to go by. */
  | { readonly type: "NoPin" }
  /** Signatures, chain or charter do not fit, or no such desk: somebody's key, not theirs. */
  | { readonly type: "Forged" }
  /** No key is valid now, by this device's clock. */
  | { readonly type: "Expired" }
  | { readonly type: "WrongClock" }
  | { readonly type: "Unreachable" };

export interface TrustDeps {
  readonly box: Pick<Letterbox, "team" | "work">;
  readonly charter: Hash | undefined;
  readonly desk: DeskId | undefined;
  readonly now: () => number;
}

const DAY = 86_400_000;

export async function findIntake({ box, charter, desk, now }: TrustDeps): Promise<Trust> {
  if (charter === undefined) return { type: "NoPin" };
  let team: Team;
  try {
    team = await readTeam(await box.team(), charter);
  } catch (cause) {
    return cause instanceof Unreachable || isAway(cause) ? { type: "Unreachable" } : forged(cause);
  }
  const open = [...team.desks.values()].filter((one) => one.intake.length > 0).map((one) => one.desk);
  const chosen = desk ?? open[0];
  if (chosen === undefined) return { type: "Expired" };
  const standing = intakeOf(team, chosen, now());
  switch (standing.type) {
    case "Open": {
      const { suite, name, practice } = team.charter;
      const { period, recipient } = standing.key;
      return {
        type: "Trusted",
        intake: { desk: chosen, period, key: recipient, suite, charter, name, practice },
      };
    }
    case "NoDesk":
    case "Withdrawn":
      return { type: "Forged" };
    case "NoKey":
      return { type: "Expired" };
    case "Expired":
    case "NotYet":
      return (await isClockOff(box, now)) ? { type: "WrongClock" } : { type: "Expired" };
  }
}

/** The server may lie about the time; then the answer is only worded otherwise, and still nothing is sent. */
async function isClockOff(box: Pick<Letterbox, "work">, now: () => number): Promise<boolean> {
  try {
    const theirs = Date.parse((await box.work()).now);
    return Math.abs(theirs - now()) > DAY;
  } catch {
    return false;
  }
}

function isAway(cause: unknown): boolean {
  return cause instanceof WireRefusal && (cause.status >= 500 || cause.status === 429);
}

/** A log that cannot be read as a team log is as good as forged; anything else is a bug and is thrown on. */
function forged(cause: unknown): Trust {
  const isShape = cause instanceof Error && cause.name === "ValiError";
  if (cause instanceof TeamLogBroken || isShape || cause instanceof WireRefusal) return { type: "Forged" };
  throw cause;
}
