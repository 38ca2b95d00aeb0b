/** Decides what is said about two cases. A second thought sets the first aside by name; nobody has to take back before. */
import { inCase, type Decided, type Given } from "../decide/given.ts";
import type { CaseId, LinkId, NewId } from "../id.ts";
import type { DraftLink } from "../intake/draft.ts";
import { err, ok } from "../result.ts";
import type { SameCommand } from "./command.ts";
import type { SameEventOf } from "./event.ts";
import { standingLinks, type SoldierLink } from "./link.ts";

export function decideSame(given: Given, command: SameCommand): Decided {
  switch (command.type) {
    case "LinkSoldier":
      return inCase(given, command.case, (known) => {
        const { other, verdict, why, strip } = command;
        if (other === command.case) return err({ type: "LinkedToItself" });
        const before = standingLinks(known.links).filter((link) => link.other === other);
        if (before.length === 1 && before[0]?.verdict === verdict)
          return err({ type: "AlreadySo", field: "verdict" });
        return ok([linked(given.newId, { other, verdict, why, strip }, before)]);
      });
    case "RetractLink":
      return inCase(given, command.case, (known) => {
        const link = known.links.find((one) => one.id === command.link);
        if (link === undefined) return err({ type: "NoSuchLink" });
        if (link.retracted !== undefined) return err({ type: "AlreadySo", field: "verdict" });
        return ok([{ type: "SoldierUnlinked", link: link.id, reason: command.reason }]);
      });
  }
}

/** What was decided while the caller still spoke goes into the sheet of the call itself: no crash can come between. */
export function linksOfCall(
  newId: NewId,
  call: {
    readonly into: CaseId;
    readonly links: readonly DraftLink[];
    readonly known: readonly SoldierLink[];
  },
): readonly SameEventOf<"SoldierLinked">[] {
  const standing = standingLinks(call.known);
  const last = new Map(call.links.map((link) => [link.other, link]));
  return [...last.values()].flatMap((link) => {
    const before = standing.filter((one) => one.other === link.other);
    const isSaid = before.length === 1 && before[0]?.verdict === link.verdict;
    return link.other === call.into || isSaid ? [] : [linked(newId, { ...link, why: "" }, before)];
  });
}

function linked(
  newId: NewId,
  said: Omit<SameEventOf<"SoldierLinked">, "type" | "link" | "setsAside">,
  before: readonly SoldierLink[],
): SameEventOf<"SoldierLinked"> {
  const { other, verdict, why, strip } = said;
  return {
    type: "SoldierLinked",
    link: newId<LinkId>(),
    other,
    verdict,
    why,
    strip: strip.map(({ field, level }) => ({ field, level })),
    setsAside: before.map(({ id }) => id),
  };
}
