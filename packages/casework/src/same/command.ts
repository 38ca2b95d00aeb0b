/** Saying that two cases are one soldier's, or not, or that nobody can tell; and taking it back. */
import type { CaseId, LinkId } from "../id.ts";
import type { SeenStrip, Verdict } from "./event.ts";

export type SameCommand =
  | {
      readonly type: "LinkSoldier";
      readonly case: CaseId;
      readonly other: CaseId;
      readonly verdict: Verdict;
      /** In her own words; may be empty. */
      readonly why: string;
      readonly strip: SeenStrip;
    }
  | { readonly type: "RetractLink"; readonly case: CaseId; readonly link: LinkId; readonly reason: string };

export function isSameCommand(command: { readonly type: string }): command is SameCommand {
  return command.type === "LinkSoldier" || command.type === "RetractLink";
}
