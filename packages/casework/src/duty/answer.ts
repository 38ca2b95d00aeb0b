/** Which question about the day is answered where. */
import { queueOf, sameNumber, type AtTheQueue, type QueueFolder } from "../callbacks/queue.ts";
import type { DutyAnswer, DutyQuery, Held, QueueAnswer, QueueQuery } from "./asked.ts";

/** What the answers are made from, whatever keeps it. */
export interface DutyOffice extends AtTheQueue {
  readonly folders: () => Iterable<QueueFolder>;
  readonly held: Held | undefined;
}

export function answerDuty<Q extends DutyQuery>(query: Q, office: DutyOffice): DutyAnswer<Q>;
export function answerDuty(query: DutyQuery, office: DutyOffice): DutyAnswer<DutyQuery> {
  switch (query.type) {
    case "Queue":
      return answerQueue(query, office);
  }
}

function answerQueue({ count }: QueueQuery, office: DutyOffice): QueueAnswer {
  const items = queueOf(office.folders(), office);
  const counts = { now: 0, later: 0, hers: 0, held: 0, write: 0, number: 0 };
  for (const { standing } of items) counts[standing.type] += 1;
  const due = items
    .flatMap((item) => item.due ?? [])
    .reduce<QueueAnswer["oldestDue"]>(
      (oldest, one) => (oldest === undefined || one < oldest ? one : oldest),
      undefined,
    );
  const { held } = office;
  const item = held && items.find(({ task }) => task === held.task);
  return {
    // Those to be called now come first; what waits is below, in the same order.
    rows: [
      ...items.filter(({ standing }) => standing.type === "now"),
      ...items.filter(({ standing }) => standing.type !== "now"),
    ].slice(0, count),
    counts,
    total: items.length,
    ...(due !== undefined && due < office.now ? { oldestDue: due } : {}),
    ...(held && item
      ? {
          held: {
            item,
            until: held.until,
            isLeased: held.isLeased,
            alsoWaiting: sameNumber(items, item),
          },
        }
      : {}),
  };
}
