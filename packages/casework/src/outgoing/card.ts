/** What the card of a shift says of lists that went out: all of it, for they are few. */
import { momentOf, type Moment } from "../day.ts";
import type { MemberId, OutListId } from "../id.ts";
import { outShapes, outSources } from "./event.ts";
import type { OutListPaper } from "./fold.ts";

type Said = Pick<OutListPaper, "id" | "of" | "part" | "text" | "columns" | "rows" | "to" | "reason">;
interface Signed {
  readonly by: MemberId;
  readonly at: Moment;
}

export interface CardOutList extends Said, Signed {
  readonly answer?: Signed & { readonly isAllowed: boolean; readonly reason: string };
  readonly taken: readonly (Signed & Pick<OutListPaper["taken"][number], "rows" | "as" | "plain">)[];
}

/** The folder has the older ones. */
const MOST = 12;
const LONGEST = 300;
const cut = (text: string): string => text.slice(0, LONGEST).replace(/\p{Surrogate}$/u, "");

export function cardOutLists(papers: readonly OutListPaper[]): readonly CardOutList[] {
  return papers
    .slice(-MOST)
    .map(({ id, of, part, text, columns, rows, to, reason, by, at, answer, taken }) => ({
      id,
      of,
      part,
      text: cut(text),
      columns,
      rows,
      to: cut(to),
      reason: cut(reason),
      by,
      at,
      ...(answer === undefined
        ? {}
        : {
            answer: { by: answer.by, at: answer.at, isAllowed: answer.isAllowed, reason: cut(answer.reason) },
          }),
      taken: taken.slice(-MOST).map((one) => ({
        by: one.by,
        at: one.at,
        rows: one.rows,
        as: one.as,
        plain: one.plain,
      })),
    }));
}

export function outListToPayload(list: CardOutList): readonly unknown[] {
  const { id, of, part, text, columns, rows, to, reason, by, at, answer, taken } = list;
  return [
    [id, of, part, text, columns, rows, to, reason, by, Date.parse(at)],
    answer ? [answer.by, Date.parse(answer.at), answer.isAllowed ? 1 : 0, answer.reason] : 0,
    taken.map((one) => [one.by, Date.parse(one.at), one.rows, one.as, one.plain]),
  ];
}

/** undefined: of a newer release, or damaged; the card still opens. */
export function readOutList(read: unknown): CardOutList | undefined {
  const [asked, answered, takings] = array(read);
  const [id, of, part, text, columns, rows, to, reason, ...by] = array(asked);
  const source = outSources.find((one) => one === of);
  const signed = signedBy(by);
  if (typeof id !== "string" || source === undefined || signed === undefined) return undefined;
  const [answerer, when, isAllowed, why] = array(answered);
  const answer = signedBy([answerer, when]);
  return {
    id: id as OutListId, // as the desk wrote it; a wrong one names nothing
    of: source,
    part: word(part),
    text: word(text),
    columns: array(columns).map(word),
    rows: typeof rows === "number" ? rows : 0,
    to: word(to),
    reason: word(reason),
    ...signed,
    ...(answer ? { answer: { ...answer, isAllowed: isAllowed === 1, reason: word(why) } } : {}),
    taken: array(takings).flatMap((one) => {
      const [taker, at, count, shape, plain] = array(one);
      const taken = signedBy([taker, at]);
      const as = outShapes.find((known) => known === shape);
      return taken && as
        ? [{ ...taken, rows: typeof count === "number" ? count : 0, as, plain: word(plain) }]
        : [];
    }),
  };
}

function signedBy([by, at]: readonly unknown[]): Signed | undefined {
  if (typeof by !== "string" || typeof at !== "number" || Math.abs(at) > 8.64e15) return undefined;
  return { by: by as MemberId, at: momentOf(at) }; // as above
}

function array(read: unknown): readonly unknown[] {
  return Array.isArray(read) ? read : [];
}

function word(read: unknown): string {
  return typeof read === "string" ? read : "";
}
