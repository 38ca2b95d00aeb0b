/** Links as the card carries them: enough to draw a soldier from cards alone, and to take one back from anywhere. */
import type { CaseId, LinkId } from "../id.ts";
import type { Verdict } from "./event.ts";
import { standingLinks, type SoldierLink } from "./link.ts";

export interface CardLink {
  readonly link: LinkId;
  readonly other: CaseId;
  readonly verdict: Verdict;
}

const letters: Readonly<Record<Verdict, string>> = { same: "s", different: "d", unsure: "u" };
const verdictBy: ReadonlyMap<unknown, Verdict> = new Map([
  ["s", "same"],
  ["d", "different"],
  ["u", "unsure"],
]);

export function cardLinks(links: readonly SoldierLink[]): readonly CardLink[] {
  return standingLinks(links).map(({ id, other, verdict }) => ({ link: id, other, verdict }));
}

export function linkToPayload({ link, other, verdict }: CardLink): readonly string[] {
  return [letters[verdict], other, link];
}

/** undefined: of a newer release, or damaged; the card still opens. */
export function readCardLink(read: unknown): CardLink | undefined {
  if (!Array.isArray(read)) return undefined;
  const [letter, other, link] = read as readonly unknown[]; // any array
  const verdict = verdictBy.get(letter);
  if (verdict === undefined || typeof other !== "string" || typeof link !== "string") return undefined;
  return { link: link as LinkId, other: other as CaseId, verdict }; // as the desk wrote them; a wrong one names nothing
}
