/** What the card of a shift says of lists that went out: all of it, for they are few. */
import { listIn, momentIn, textIn, wholeIn } from "../card-reading.ts";
import type { Moment } from "../day.ts";
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
  const [asked, answered, takings] = listIn(read);
  const [id, of, part, text, columns, rows, to, reason, ...by] = listIn(asked);
  const source = outSources.find((one) => one === of);
  const signed = signedBy(by);
  if (typeof id !== "string" || source === undefined || signed === undefined) return undefined;
  const [answerer, when, isAllowed, why] = listIn(answered);
  const answer = signedBy([answerer, when]);
  return {
    id: id as OutListId, // as the desk wrote it; a wrong one names nothing
    of: source,
    part: textIn(part),
    text: textIn(text),
    columns: listIn(columns).map(textIn),
    rows: wholeIn(rows) ?? 0,
    to: textIn(to),
    reason: textIn(reason),
    ...signed,
    ...(answer ? { answer: { ...answer, isAllowed: isAllowed === 1, reason: textIn(why) } } : {}),
    taken: listIn(takings).flatMap((one) => {
      const [taker, at, count, shape, plain] = listIn(one);
      const taken = signedBy([taker, at]);
      const as = outShapes.find((known) => known === shape);
      return taken && as ? [{ ...taken, rows: wholeIn(count) ?? 0, as, plain: textIn(plain) }] : [];
    }),
  };
}

function signedBy([by, at]: readonly unknown[]): Signed | undefined {
  const when = momentIn(at);
  if (typeof by !== "string" || when === undefined) return undefined;
  return { by: by as MemberId, at: when }; // as above
}
