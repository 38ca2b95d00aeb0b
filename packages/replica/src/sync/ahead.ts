/** What an idle device does: fetches the folders that will likely be opened, so that they open without a network, and binds. */
import type { FolderId } from "@answerable/wire";

import type { Roster } from "../roster/roster.ts";
import type { DeskCopy } from "./desk-copy.ts";

/** Folders fetched ahead of time, newest contacts first, so that the day's work opens without a network. */
const AHEAD = 60;
const AHEAD_MINUTES = 14 * 24 * 60;

export interface AheadDeps {
  readonly roster: Pick<Roster, "find" | "since" | "card">;
  readonly copy: Pick<DeskCopy, "isHere" | "pullFolder" | "bind">;
  readonly now: () => number;
  readonly isStopped: () => boolean;
  readonly done: () => void;
}

export function openAhead(deps: AheadDeps): (isAsked: () => boolean) => Promise<void> {
  const { roster, copy, now } = deps;
  const asked = new Set<FolderId>();
  return async (isAsked) => {
    const since = Math.floor(now() / 60_000) - AHEAD_MINUTES;
    const recent = roster
      .find({ text: "", list: "mine", from: 0, count: AHEAD, dueBy: 0 })
      .rows.concat(roster.since(since).slice(-AHEAD));
    for (const row of recent) {
      const folder = roster.card(row)?.folder;
      // Once: what the server does not give is not asked for at every sync.
      if (folder === undefined || copy.isHere(folder) || asked.has(folder)) continue;
      // A call that was just recorded, or one that came, waits for no folder of last week.
      if (deps.isStopped() || isAsked()) return;
      asked.add(folder);
      await copy.pullFolder(folder);
    }
    await copy.bind();
    deps.done();
  };
}
