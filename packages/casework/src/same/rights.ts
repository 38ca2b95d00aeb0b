/**
 * Who may know who else has called about a soldier. Families fall apart over these calls: a wife need not learn from the
 * desk that the mother has called, and one relative may be the very person another hides from.
 *
 * Note: Another member of the family. There is one role so far. A volunteer knows the callers of her own cases, those she
 * owns or has taken a call in: what she has heard herself cannot be hidden from her, and a call-back needs a number. Of
 * every other case behind the same man she learns that another member of the family has called, and never who: no name,
 * no telephone, no relation, no summary (a summary says "his wife"). A caller cannot then get it out of her by asking.
 * Roles that know more are added here, and nowhere else.
 */
import type { CaseCard } from "../card.ts";
import type { MemberId } from "../id.ts";

export type DeskRole = "volunteer";

export function mayKnowCallers(role: DeskRole, isOwn: boolean): boolean {
  switch (role) {
    case "volunteer":
      return isOwn;
  }
}

/** Hers: she owns it, or has taken a call in it. */
export function isOwnCase(card: Pick<CaseCard, "owner" | "members" | "contacts">, me: MemberId): boolean {
  if (card.owner === me) return true;
  const place = card.members.indexOf(me);
  return place >= 0 && card.contacts.some(([, member]) => member === place);
}
