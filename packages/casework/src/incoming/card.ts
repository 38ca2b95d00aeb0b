/** What cards say of lists: on a case which lines it came from, in eighteen symbols each; on the folder of a list what came of it. */
import { listIn, momentIn, textIn, wholeIn } from "../card-reading.ts";
import type { Moment } from "../day.ts";
import type { ListId, MemberId } from "../id.ts";
import type { ListPaper, TakenRow } from "./fold.ts";
import { listFields, type ListField } from "./row.ts";

/** A list by its first eight symbols, and its line by ten: enough among all the lists of a desk. */
export function rowOnCard(list: ListId, row: string): string {
  return `${list.slice(0, 8)}${row.slice(0, 10)}`;
}
export function isOfList(onCard: string, list: ListId): boolean {
  return onCard.startsWith(list.slice(0, 8));
}
export function rowMarkOf(onCard: string): string {
  return onCard.slice(8);
}

/** Lines of lists that a card names; a case of more is found all the same when it is opened. */
const MOST = 12;

export function cardRows(rows: readonly TakenRow[]): readonly string[] {
  return rows
    .filter(({ takenBack }) => takenBack === undefined)
    .map(({ list, row }) => rowOnCard(list, row))
    .slice(-MOST);
}

export interface CardList {
  readonly list: ListId;
  readonly name: string;
  readonly by: MemberId;
  readonly at: Moment;
  readonly lines: number;
  readonly columns: readonly { readonly heading: string; readonly field?: ListField }[];
  /** undefined: the bringing in has not come to an end. */
  readonly done?: NonNullable<ListPaper["done"]>;
  readonly takenBack?: { readonly by: MemberId; readonly at: Moment };
}

export function cardLists(lists: readonly ListPaper[]): readonly CardList[] {
  return lists.map(({ list, name, by, at, lines, columns, done, takenBack }) => ({
    list,
    name,
    by,
    at,
    lines,
    columns: columns.map(({ heading, field }) => ({
      heading: heading.slice(0, 60),
      ...(field === undefined ? {} : { field }),
    })),
    ...(done === undefined ? {} : { done }),
    ...(takenBack === undefined ? {} : { takenBack: { by: takenBack.by, at: takenBack.at } }),
  }));
}

export function listToPayload({
  list,
  name,
  by,
  at,
  lines,
  columns,
  done,
  takenBack,
}: CardList): readonly unknown[] {
  return [
    list,
    name,
    by,
    Date.parse(at),
    lines,
    columns.flatMap(({ heading, field = "" }) => [heading, field]),
    done ? [done.opened, done.added, done.already, done.refused, done.leftOut] : 0,
    ...(takenBack ? [takenBack.by, Date.parse(takenBack.at)] : []),
  ];
}

/** undefined: of a newer release, or damaged; the card still opens. */
export function readCardList(read: unknown): CardList | undefined {
  const [list, name, by, when, count, columns, done, takenBy, takenWhen] = listIn(read);
  const [at, lines, takenAt] = [momentIn(when), wholeIn(count), momentIn(takenWhen)];
  if (typeof list !== "string" || typeof name !== "string" || typeof by !== "string") return undefined;
  if (at === undefined || lines === undefined) return undefined;
  const [opened = 0, added = 0, already = 0, refused = 0, leftOut = 0] = listIn(done).map(wholeIn);
  return {
    list: list as ListId, // as the desk wrote it; a wrong one names nothing
    name,
    by: by as MemberId, // as above
    at,
    lines,
    columns: columnsFrom(columns),
    ...(Array.isArray(done) ? { done: { opened, added, already, refused, leftOut } } : {}),
    ...(typeof takenBy === "string" && takenAt !== undefined
      ? { takenBack: { by: takenBy as MemberId, at: takenAt } } // as above
      : {}),
  };
}

function columnsFrom(read: unknown): CardList["columns"] {
  const texts = listIn(read).map(textIn);
  return Array.from({ length: Math.floor(texts.length / 2) }, (_, at) => {
    const field = listFields.find((one) => one === texts[at * 2 + 1]);
    return { heading: texts[at * 2] ?? "", ...(field === undefined ? {} : { field }) };
  });
}
