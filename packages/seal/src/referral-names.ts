/**
 * Where a case goes that another desk refers: the folder, and the referral's own id, follow from the first secret of the desk that receives
 * it, from the desk that sends it, its case, and how often it went there before. Two people who refer it without having heard of each other open one folder;
 * neither the server nor whoever sits at the first desk alone can guess it.
 */
import { idFrom, type DeskId, type FolderId } from "@answerable/wire";

import type { DeskSecrets } from "./desk-keys.ts";
import { derived, type KeyLabel } from "./kdf.ts";

/** The desk that sends it, its case there, and how many times it went to this desk before. */
export interface CaseReferred {
  readonly desk: DeskId;
  readonly case: FolderId;
  readonly before: number;
}

export interface ReferralNames {
  readonly referral: FolderId;
  readonly folder: FolderId;
}

export function referralNames({ desk, secrets }: DeskSecrets, from: CaseReferred): ReferralNames {
  const [first] = [...secrets].toSorted(([a], [b]) => a - b);
  if (!first) throw new Error("a desk has a secret");
  const named = (label: KeyLabel) =>
    idFrom<FolderId>(
      derived(first[1], label, [desk, from.desk, from.case, String(from.before)]).subarray(0, 16),
    );
  return { referral: named("answerable/referral/1"), folder: named("answerable/referral-folder/1") };
}
