/**
 * The call-back queue, drawn from cards alone, so that every device says the same and one without a line still knows it.
 * Taken from the top and not picked: urgency, then the time promised, then the oldest. Nothing ever leaves it but by an
 * event: what cannot be called now waits under a name (later, to be written to, without a number), and is counted.
 *
 * Note: One answer ends them all. A mother of two has items in two folders. The try that reached her names every item of
 * her number that the volunteer saw; an item so named is answered wherever it lies, also before its own folder says so.
 * One that nobody saw is not named, and stays.
 */
import { standingPerson, type Card, type CardTask, type CaseCard } from "../card.ts";
import { addMinutes, type Moment } from "../day.ts";
import type { FolderId, MemberId, TaskId } from "../id.ts";
import type { Code, urgencies } from "../words/vocabularies.ts";
import { clockOf, daytime, type Clock, type Hours } from "./hours.ts";
import type { QueueOrder } from "./order.ts";
import { wayOf, type Tried } from "./retry.ts";
import { zoneOf } from "./zone-of.ts";

/** A folder with call-backs, as its card tells it. The same object while its card is the same. */
export interface QueueFolder {
  readonly folder: FolderId;
  readonly number: string;
  readonly name: string;
  readonly urgency?: Code<typeof urgencies>;
  readonly region?: string;
  readonly items: readonly QueueTask[];
  readonly ends: readonly TaskId[];
}
export type QueueTask = CardTask & { readonly calledAs: string; readonly phones: readonly string[] };

export interface QueueItem {
  readonly task: TaskId;
  readonly folder: FolderId;
  /** Empty: a call of a shift, which belongs to no case. */
  readonly number: string;
  readonly name: string;
  readonly kind: CardTask["kind"];
  readonly what: string;
  readonly urgency?: Code<typeof urgencies>;
  readonly owner?: MemberId;
  readonly due?: Moment;
  readonly set?: Moment;
  readonly calledAs: string;
  readonly phones: readonly string[];
  readonly hours?: Hours;
  readonly tries: readonly Tried[];
  /** The clock they live by, and whether that is known or only the desk's own. */
  readonly zone: string;
  readonly isZoneKnown: boolean;
  readonly standing: QueueStanding;
}

/**
 * now: to be called. later: not before that moment. hers: whoever promised calls herself, until half an hour after the
 * time, or for a day where no time was said. held: waits for the end of the surge. write: five tries in vain. number: there is none, or it is not theirs.
 */
export type QueueStanding =
  | { readonly type: "now" }
  | { readonly type: "later"; readonly from: Moment }
  | { readonly type: "hers"; readonly owner: MemberId }
  | { readonly type: "held" }
  | { readonly type: "write" }
  | { readonly type: "number" };

export interface AtTheQueue {
  readonly me: MemberId;
  readonly now: Moment;
  readonly isSurge: boolean;
  /** The desk's own clock: for families of whom no place is known. */
  readonly zone: string;
}

/** Minutes. */
const graceOfPromise = 30;
const beforePromise = 10;
const restAfterSkip = 60;

export function queueFolderOf(folder: FolderId, card: Card | undefined): QueueFolder | undefined {
  if (!card || (card.tasks.length === 0 && card.ends.length === 0)) return undefined;
  const isCase = card.type === "Case";
  const items = (isCase && isWithdrawn(card) ? [] : card.tasks).filter(
    (task) => task.kind === "callback" || hasSomebody(card, task),
  );
  if (items.length === 0 && card.ends.length === 0) return undefined;
  const region = isCase ? card.regions[0] : undefined;
  return {
    folder,
    number: isCase ? card.number : "",
    name: isCase ? (card.names[0] ?? "") : "",
    ...(isCase && card.urgency !== undefined ? { urgency: card.urgency } : {}),
    ...(region === undefined ? {} : { region }),
    items: items.map((task) => {
      const person =
        card.people[task.person ?? -1] ?? (card.people.length === 1 ? card.people[0] : undefined);
      // A number that was corrected is rung by nobody.
      const { calledAs, phones } = person ? standingPerson(person) : { calledAs: "", phones: [] };
      return { ...task, calledAs, phones };
    }),
    ends: card.ends,
  };
}

/** A family that asked us to stop is not rung; the tasks stay in the case, and come back when somebody opens it again. */
function isWithdrawn({ stage, outcome }: CaseCard): boolean {
  return stage === "closed" && outcome === "withdrawn";
}

/** A promise to somebody is kept by calling her; a promise to write is a task like any other. */
function hasSomebody(card: Card, task: CardTask): boolean {
  return task.kind === "promise" && (card.people[task.person ?? -1]?.phones.length ?? 0) > 0;
}

export function queueOf(folders: Iterable<QueueFolder>, at: AtTheQueue): readonly QueueItem[] {
  const clock = clockOf();
  const items: QueueItem[] = [];
  const { all, isEnded } = laidOut(folders);
  for (const one of all)
    for (const task of one.items) if (!isEnded(task)) items.push(itemOf(one, task, { ...at, clock }));
  return items.sort(byNeed);
}

/** The first that may be called now, other than those named. */
export function nextInQueue(
  order: QueueOrder,
  at: AtTheQueue,
  not: (task: QueueTask) => boolean,
): QueueItem | undefined {
  const clock = clockOf();
  for (const queued of order.inOrder(at)) {
    const { of, task } = queued;
    if (not(task) || order.isEnded(task)) continue;
    const looking = { ...at, clock, zone: zoneOf(of.region) ?? at.zone };
    const standing = standingOf(of, task, looking);
    if (standing.type === "now") return itemOf(of, task, looking);
    if (standing.type === "later") order.rest(queued, standing.from);
    // What comes of it is an event, and a card that says so.
    if (standing.type === "write" || standing.type === "number") order.rest(queued, never);
  }
  return undefined;
}

/** After every moment that a date can say. */
const never = "9999" as Moment;

/** One item as it stands now. undefined: it has left the queue. */
export function findInQueue(order: QueueOrder, at: AtTheQueue, wanted: TaskId): QueueItem | undefined {
  const found = order.find(wanted);
  if (!found || order.isEnded(found.task)) return undefined;
  return itemOf(found.of, found.task, { ...at, clock: clockOf() });
}

/** Items whose number was answered in another folder, and whose own folder does not say so yet. */
export function answeredElsewhere(
  order: QueueOrder,
): readonly { readonly folder: FolderId; readonly task: TaskId }[] {
  return order.ended().map(({ of, task }) => ({ folder: of.folder, task: task.task }));
}

function laidOut(folders: Iterable<QueueFolder>) {
  const all = [...folders];
  const ended = new Set<TaskId>();
  for (const one of all) for (const task of one.ends) ended.add(task);
  return { all, isEnded: (task: QueueTask) => task.reopened !== true && ended.has(task.task) };
}

/** The other items that an answer at one of these numbers ends. */
export function sameNumber(items: readonly QueueItem[], item: QueueItem): readonly QueueItem[] {
  return items.filter(
    (other) => other.task !== item.task && other.phones.some((phone) => item.phones.includes(phone)),
  );
}

type Looking = AtTheQueue & { readonly clock: Clock };

function itemOf(of: QueueFolder, task: QueueTask, at: Looking): QueueItem {
  const theirs = zoneOf(of.region);
  const zone = theirs ?? at.zone;
  const { set, due, owner, hours, kind, what, calledAs, phones, tries = [] } = task;
  return {
    task: task.task,
    folder: of.folder,
    number: of.number,
    name: of.name,
    kind,
    what,
    ...(of.urgency === undefined ? {} : { urgency: of.urgency }),
    ...(owner === undefined ? {} : { owner }),
    ...(due === undefined ? {} : { due }),
    ...(set === undefined ? {} : { set }),
    ...(hours === undefined ? {} : { hours }),
    calledAs,
    phones,
    tries,
    zone,
    isZoneKnown: theirs !== undefined,
    standing: standingOf(of, task, { ...at, zone }),
  };
}

function standingOf(of: QueueFolder, task: QueueTask, at: Looking): QueueStanding {
  const { now, me, zone } = at;
  if (task.phones.length === 0) return { type: "number" };
  const way = wayOf(task.tries ?? [], zone);
  if (way !== "call") return { type: way };
  const isPressing = of.urgency === "U1" || of.urgency === "U2";
  if (at.isSurge && !isPressing && task.owner !== me) return { type: "held" };
  if (task.owner !== undefined && task.owner !== me) {
    const until = task.due === undefined ? undefined : addMinutes(task.due, graceOfPromise);
    // A promise without an hour is hers alone only while it is fresh.
    const free = until ?? (task.set === undefined ? now : addMinutes(task.set, 24 * 60));
    if (now < free) return { type: "hers", owner: task.owner };
  }
  const from = [
    task.next,
    task.due === undefined ? undefined : addMinutes(task.due, -beforePromise),
    task.skipped?.by === me ? addMinutes(task.skipped.at, restAfterSkip) : undefined,
  ]
    .filter((moment) => moment !== undefined)
    .reduce((latest, moment) => (moment > latest ? moment : latest), now);
  // Where a life hangs on it the night is no reason; and an hour that they named themselves is theirs.
  const named =
    task.tries?.at(-1)?.result === "askedLater" || (task.due !== undefined && task.tries === undefined);
  const free = of.urgency === "U1" || named ? from : at.clock(from, zone, task.hours ?? daytime);
  return free > now ? { type: "later", from: free } : { type: "now" };
}

const ranks: Readonly<Record<Code<typeof urgencies>, number>> = { U1: 0, U2: 1, U3: 2, U4: 3 };
/** Nobody has said how urgent a call without a case is: like one that can wait three days. */
const rankOf = (urgency: QueueItem["urgency"]) => (urgency === undefined ? 2 : ranks[urgency]);

type Need = Pick<QueueItem, "urgency" | "due" | "set" | "task">;

export function byNeed(a: Need, b: Need): number {
  return (
    rankOf(a.urgency) - rankOf(b.urgency) ||
    compare(a.due ?? "9999", b.due ?? "9999") ||
    compare(a.set ?? "", b.set ?? "") ||
    compare(a.task, b.task)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
