/** The saved lists of the roster, as questions put to a card. */
import type { Card, CardTask, CaseCard } from "./card.ts";
import { addMinutes, type Moment } from "./day.ts";
import type { MemberId } from "./id.ts";
import { ownWords, type Code } from "./words/vocabulary.ts";

export const lists = ownWords({
  all: { ru: "Все", uk: "Усі", en: "All" },
  new: { ru: "Новые", uk: "Нові", en: "New" },
  mine: { ru: "Мои", uk: "Мої", en: "Mine" },
  urgent: { ru: "Срочные", uk: "Термінові", en: "Urgent" },
  waiting: { ru: "Ждём", uk: "Чекаємо", en: "Waiting" },
  promises: { ru: "Обещания к сроку", uk: "Обіцянки до строку", en: "Promises due" },
  closed: { ru: "Закрытые", uk: "Закриті", en: "Closed" },
});
export type List = Code<typeof lists>;

/** Who looks, and when. */
export interface Looking {
  readonly me: MemberId;
  readonly now: Moment;
}

/** Promises show a day before they fall due. */
const aheadMinutes = 24 * 60;

/** Shifts are in no list: their call-backs and promises are among the tasks. */
export function isIn(list: List, card: Card, looking: Looking): boolean {
  if (card.type !== "Case") return false;
  switch (list) {
    case "all":
      return true;
    case "new":
      return card.stage === "new";
    case "mine":
      return card.owner === looking.me && !isClosed(card);
    case "urgent":
      return isUrgent(card);
    case "waiting":
      return card.stage === "waitingForFamily" || card.stage === "waitingForAuthority";
    case "promises":
      return card.tasks.some((task) => isDue(task, looking.now));
    case "closed":
      return isClosed(card);
  }
}

export function isClosed(card: CaseCard): boolean {
  return card.stage === "closed";
}

/** U1 or U2 and still open. */
export function isUrgent(card: CaseCard): boolean {
  return (card.urgency === "U1" || card.urgency === "U2") && !isClosed(card);
}

/** Open, and due within a day or already past. */
export function isDue(task: CardTask, now: Moment): boolean {
  return task.due !== undefined && task.due <= addMinutes(now, aheadMinutes);
}
