/** Fetches a folder that is not on this device. What has just failed is not tried at once again. */
import type { FolderId } from "@answerable/wire";

import type { Roster } from "../roster/roster.ts";
import type { Timers } from "../timers.ts";
import type { DeskCopy } from "./desk-copy.ts";

export interface FetchingDeps {
  readonly copy: Pick<DeskCopy, "pullFolder" | "mendFolder">;
  readonly roster: Pick<Roster, "knows">;
  readonly timers: Timers;
  /** The server knows this device, and the device the team. */
  readonly signedIn: () => Promise<void>;
  /** It was tried, with whatever success. */
  readonly fetched: (folder: FolderId) => void;
}

export interface Fetching {
  /** false: it is not here, and could not be had. */
  readonly fetch: (folder: FolderId) => Promise<boolean>;
  /** Takes it whole, in the place of what is damaged here. */
  readonly mend: (folder: FolderId) => Promise<boolean>;
  /** The line is back: what failed may be tried. Whether anything had. */
  readonly tryAgain: () => boolean;
}

/** Milliseconds before a folder that could not be fetched whole is asked for again. */
const FETCH_AGAIN = 5_000;

export function openFetching(deps: FetchingDeps): Fetching {
  const failed = new Set<FolderId>();

  function forgetLater(folder: FolderId): void {
    failed.add(folder);
    deps.timers.later(FETCH_AGAIN, () => failed.delete(folder));
  }

  async function had(folder: FolderId, pull: DeskCopy["pullFolder"]): Promise<boolean> {
    if (failed.has(folder)) return false;
    try {
      await deps.signedIn();
      const { number } = await pull(folder);
      if (number < (deps.roster.knows(folder)?.number ?? 0)) forgetLater(folder);
      return true;
    } catch {
      forgetLater(folder);
      return false; // whatever went wrong on the line: the folder is not here, and the screen says so
    } finally {
      deps.fetched(folder);
    }
  }

  return {
    fetch: (folder) => had(folder, deps.copy.pullFolder),
    mend: (folder) => had(folder, deps.copy.mendFolder),
    tryAgain() {
      const hadAny = failed.size > 0;
      failed.clear();
      return hadAny;
    },
  };
}
