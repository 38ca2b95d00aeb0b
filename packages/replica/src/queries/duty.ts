/** What the answers about the work of the day are made from on this device: the cards of its roster. */
import type { DutyOffice } from "@answerable/casework";

import type { CallBacks } from "../callbacks.ts";
import type { Roster } from "../roster/roster.ts";

export interface DutyDeps {
  readonly roster: Roster;
  readonly callBacks: CallBacks;
}

export function dutyOffice({ roster, callBacks }: DutyDeps): DutyOffice {
  return { ...callBacks.at(), folders: roster.withCallBacks, held: callBacks.held() };
}
