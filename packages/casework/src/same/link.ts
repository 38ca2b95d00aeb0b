/**
 * What has been said in a case about which other cases are the same soldier's. All of it stays: what was taken back is
 * marked, and stands again for nobody.
 */
import type { CaseId, LinkId } from "../id.ts";
import type { Stamp } from "../papers.ts";
import type { SameEvent, SeenStrip, Verdict } from "./event.ts";

export interface SoldierLink extends Stamp {
  readonly id: LinkId;
  readonly other: CaseId;
  readonly verdict: Verdict;
  readonly why: string;
  readonly strip: SeenStrip;
  readonly setsAside: readonly LinkId[];
  readonly retracted?: Stamp & { readonly reason: string };
}

export function foldSameEvent(
  links: readonly SoldierLink[],
  event: SameEvent,
  stamp: Stamp,
): readonly SoldierLink[] {
  switch (event.type) {
    case "SoldierLinked": {
      if (links.some((one) => one.id === event.link)) return links;
      const { type: _, link: id, ...told } = event;
      return [...links, { ...told, ...stamp, id }];
    }
    case "SoldierUnlinked": {
      const retracted = { ...stamp, reason: event.reason };
      return links.map((one) =>
        one.id === event.link && one.retracted === undefined ? { ...one, retracted } : one,
      );
    }
  }
}

/** Those neither taken back nor set aside. As with facts, to take a second thought back lets the first stand again. */
export function standingLinks(links: readonly SoldierLink[]): readonly SoldierLink[] {
  const setAside = new Set(
    links.flatMap((one) =>
      one.retracted === undefined ? one.setsAside.filter((seen) => seen !== one.id) : [],
    ),
  );
  return links.filter((one) => one.retracted === undefined && !setAside.has(one.id));
}
