/**
 * The team log and the desk's box on this device, as they grow. The last statement that is known is asked for again each time:
 * a log that was cut, or is another one, gives itself away. Keys come from the box that the log says is the desk's, and from
 * nowhere else; when the log names a key of the letterbox that is not here, the box is fetched anew.
 */
import { headOf, openBox, readTeamOn, type DeskSecrets, type OpenKeep } from "@answerable/seal";
import {
  TeamLogBroken,
  type DeskId,
  type EpochBox,
  type Team,
  type TeamPush,
  type Wire,
} from "@answerable/wire";

import { teamChanges } from "../at-rest.ts";
import type { Keeping } from "../store/keeping.ts";

export interface TeamRoomDeps {
  readonly keep: OpenKeep;
  readonly team: Team;
  readonly box: EpochBox;
  readonly wire: Pick<Wire, "team" | "box">;
  readonly keeping: Keeping;
  /** What lies in the log cannot be. */
  readonly broken: () => void;
  /** There are new statements. */
  readonly grown: () => Promise<void>;
  /** The letterbox has a key that was not here. */
  readonly intakeChanged: () => void;
}

export interface TeamRoom {
  readonly desk: DeskId;
  readonly team: () => Team;
  readonly secrets: () => DeskSecrets;
  /** The server has less of the log than it once gave. */
  readonly isCut: () => boolean;
  readonly follow: () => Promise<void>;
  /** The server has taken what this device wrote. */
  readonly taken: (push: TeamPush) => Promise<void>;
}

export async function openTeamRoom(deps: TeamRoomDeps): Promise<TeamRoom> {
  const { keep, wire, keeping } = deps;
  const { desk } = deps.box;
  let { team } = deps;
  let secrets = await openBox(deps.box, keep, team);
  let isCut = false;

  async function follow(): Promise<void> {
    await followLog();
    await refreshBox();
  }

  async function followLog(): Promise<void> {
    const [last, ...statements] = (await wire.team(team.number - 1)).statements;
    isCut = last === undefined;
    if (last === undefined) return;
    try {
      if ((await headOf(last)) !== team.head) throw new TeamLogBroken(team.number, "BrokenChain");
      if (statements.length === 0) return;
      team = await readTeamOn(team, statements);
    } catch (problem) {
      if (problem instanceof TeamLogBroken) deps.broken();
      throw problem;
    }
    await keeping.keep(teamChanges(statements, []));
    await deps.grown();
  }

  async function refreshBox(): Promise<void> {
    const newest = team.desks.get(desk)?.intake.at(-1)?.period;
    if (newest === undefined || secrets.intake?.has(newest)) return;
    await use([await wire.box(desk)]);
  }

  async function use(boxes: TeamPush["boxes"]): Promise<void> {
    const [ours] = boxes.filter((one) => one.desk === desk);
    if (!ours) return;
    secrets = await openBox(ours, keep, team);
    await keeping.keep(teamChanges([], [ours]));
    deps.intakeChanged();
  }

  return {
    desk,
    team: () => team,
    secrets: () => secrets,
    isCut: () => isCut,
    follow,
    async taken(push) {
      team = await readTeamOn(team, push.statements);
      await keeping.keep(teamChanges(push.statements, []));
      await use(push.boxes);
    },
  };
}
