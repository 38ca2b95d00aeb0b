/** What the card says of letters from outside: enough to know which are taken, to whom an addition belongs, and what waits to be posted. */
import type { AsideId, DropId } from "../id.ts";
import type { Aside, BroughtBack, Sorted } from "./aside.ts";
import type { Outside } from "./families.ts";

export interface CardFamily {
  readonly locator: string;
  /** The first half of the key that the family shares with the desk: it tells an addition from a stranger's. */
  readonly mark: string;
  /** Replies written, and those of them that lie in the mailbox. */
  readonly replies: number;
  readonly posted: number;
}

const MARK = 22;

export function markOf(reply: string): string {
  return reply.slice(0, MARK);
}

export function cardFamilies(known: Outside): readonly CardFamily[] {
  return known.families.map(({ locator, reply, replies, posted }) => ({
    locator,
    mark: markOf(reply),
    replies: replies.length,
    posted,
  }));
}

export function familyToPayload({ locator, mark, replies, posted }: CardFamily): readonly unknown[] {
  return replies === 0 ? [locator, mark] : [locator, mark, replies, posted];
}

/** undefined: of a newer release, or damaged; the card still opens. */
export function readCardFamily(read: unknown): CardFamily | undefined {
  if (!Array.isArray(read)) return undefined;
  const [locator, mark, replies = 0, posted = 0] = read as readonly unknown[]; // any array
  if (typeof locator !== "string" || typeof mark !== "string") return undefined;
  if (typeof replies !== "number" || typeof posted !== "number") return undefined;
  return { locator, mark, replies, posted };
}

export function sortedToPayload({ asides, broughtBack }: Sorted) {
  return {
    sa: asides.map(({ aside, drops }) => [aside, ...drops]),
    bb: broughtBack.map(({ drop, asides: named }) => [drop, ...named]),
  };
}

export function readAside(read: unknown): Aside | undefined {
  const [aside, ...drops] = textsOf(read);
  return aside === undefined ? undefined : { aside: aside as AsideId, drops: drops as DropId[] }; // as the desk wrote them; a wrong one names nothing
}

export function readBroughtBack(read: unknown): BroughtBack | undefined {
  const [drop, ...asides] = textsOf(read);
  return drop === undefined ? undefined : { drop: drop as DropId, asides: asides as AsideId[] }; // as above
}

function textsOf(read: unknown): readonly string[] {
  return Array.isArray(read) ? read.filter((one) => typeof one === "string") : [];
}
