/**
 * The desk's letterbox key: published for thirty days at a time by a coordinator's device, and by any other only where the
 * letterbox would close otherwise. Its identity goes into the desk's epoch box with the same request, or not at all. One that
 * is older than the period before, and whose letters are all taken or set aside, is left out of the next box: from then on
 * nobody can open what came under it.
 */
import { isIntakeDue, publishIntake, type DeskSecrets, type OpenKeep, type Random } from "@answerable/seal";
import {
  hasRole,
  intakeOf,
  type DeskId,
  type Period,
  type Team,
  type TeamPush,
  type Wire,
} from "@answerable/wire";

export interface IntakeKeeping {
  readonly team: () => Team;
  readonly desk: DeskId;
  readonly keep: OpenKeep;
  readonly secrets: () => DeskSecrets;
  readonly now: number;
  readonly random: Random;
  readonly wire: Pick<Wire, "pushTeam">;
  /** The server has taken it. */
  readonly taken: (push: TeamPush) => Promise<void>;
  /** Letters that still need the key of this period. */
  readonly lettersUnder: (period: Period) => number;
}

const DAY = 86_400_000;
/** So long before the letterbox closes any device of the desk keeps it open. */
const ANYONE_DAYS = 6;

export async function keepIntake(given: IntakeKeeping): Promise<void> {
  const { desk, keep, now, random, wire } = given;
  const team = given.team();
  const secrets = given.secrets();
  if (!isIntakeDue(team, desk, now) || !isOurs(given)) return;
  const newest = team.desks.get(desk)?.intake.at(-1)?.period ?? 0;
  const kept = [...(secrets.intake ?? [])].filter(
    ([period]) => period >= newest || given.lettersUnder(period) > 0,
  );
  const { push } = await publishIntake({
    keep,
    team,
    now,
    random,
    desk: { ...secrets, intake: new Map(kept) },
  });
  // Behind or stale: somebody was quicker, or a device has just come; the next sync sees the log as it then is.
  const answer = await wire.pushTeam(push);
  if (answer.type === "Taken") await given.taken(push);
}

/** Opening a letterbox is for a coordinator to do; keeping it open is for anyone. */
function isOurs(given: IntakeKeeping): boolean {
  const { desk, keep, now } = given;
  const team = given.team();
  if (hasRole(team, keep.member, "coordinator")) return true;
  const standing = intakeOf(team, desk, now);
  switch (standing.type) {
    case "Open":
      return Date.parse(standing.key.notAfter) - now < ANYONE_DAYS * DAY;
    case "Expired":
    case "Withdrawn":
      return true;
    case "NoDesk":
    case "NoKey":
    case "NotYet":
      return false;
  }
}
