/**
 * Who belongs to the helpline, as this process last replayed it. Keys of devices come from here and from nowhere else.
 * It is a cache of the team log: asked again when it is half a second old, and at once when someone is not in it.
 */
import {
  deviceInUse,
  replayTeam,
  type DeskId,
  type DeviceId,
  type Team,
  type TeamDevice,
  type TeamStatement,
} from "@answerable/wire";

import { sha256, verify } from "../sign-in/verify.ts";
import type { Store } from "../store.ts";

export interface Roll {
  /** undefined: no helpline has been founded here. Never older than half a second. */
  readonly team: () => Promise<Team | undefined>;
  /** As the store has it now. */
  readonly newest: () => Promise<Team | undefined>;
  /** undefined: nobody by that id, or no longer. */
  readonly device: (device: DeviceId) => Promise<TeamDevice | undefined>;
  /** Whether she may reach that desk. */
  readonly reaches: (device: DeviceId, desk: DeskId) => Promise<boolean>;
  readonly desksOf: (device: DeviceId) => Promise<readonly DeskId[]>;
}

const STALE_AFTER = 500;

export function openRoll(deps: { readonly store: Store; readonly now: () => number }): Roll {
  let known: Team | undefined;
  let asked = Number.NEGATIVE_INFINITY;
  let asking: Promise<Team | undefined> | undefined;

  async function ask(): Promise<Team | undefined> {
    const at = deps.now();
    const more = await deps.store.team(known?.number ?? 0);
    if (more.length > 0) known = await followed(known, more);
    asked = at;
    return known;
  }

  function newest(): Promise<Team | undefined> {
    asking ??= ask().finally(() => (asking = undefined));
    return asking;
  }

  // A clock that went backwards must not keep an old roll for ever.
  const isFresh = () => known !== undefined && Math.abs(deps.now() - asked) < STALE_AFTER;

  async function team(): Promise<Team | undefined> {
    return isFresh() ? known : newest();
  }

  async function device(wanted: DeviceId): Promise<TeamDevice | undefined> {
    const inUse = (known: Team | undefined) => known && deviceInUse(known, wanted);
    return inUse(await team()) ?? inUse(await newest());
  }

  return {
    team,
    newest,
    device,
    async reaches(wanted, desk) {
      const found = await device(wanted);
      if (!found) return false;
      const members = (await team())?.desks.get(desk)?.members ?? (await newest())?.desks.get(desk)?.members;
      return members?.includes(found.member) ?? false;
    },
    async desksOf(wanted) {
      const found = await device(wanted);
      const desks = [...((await team())?.desks.values() ?? [])];
      return found
        ? desks.filter((desk) => desk.members.includes(found.member)).map((desk) => desk.desk)
        : [];
    },
  };
}

/** What follows from more statements. Throws TeamLogBroken. */
export function followed(team: Team | undefined, statements: readonly TeamStatement[]): Promise<Team> {
  return replayTeam(statements, { verify, hash: sha256, ...(team ? { from: team } : {}) });
}
