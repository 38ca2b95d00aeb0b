/**
 * A list goes out with a reason and to somebody named; one of more than fifty rows only where another, whose duty it is, has allowed
 * these columns and so many rows, not longer than a day ago.
 */
import type { Moment } from "../day.ts";
import { inFolder, type Decided, type Given } from "../decide/given.ts";
import { ownShift } from "../duty/decide.ts";
import type { Event } from "../event.ts";
import type { OutListId } from "../id.ts";
import { err, ok } from "../result.ts";
import type { OutgoingCommand, OutListWish } from "./command.ts";
import type { OutListPaper } from "./fold.ts";

/** Rows that one person may take out. */
export const ROWS_ALONE = 50;
const ALLOWED_FOR = 24 * 60 * 60_000;

export function decideOutgoing(given: Given, command: OutgoingCommand): Decided {
  switch (command.type) {
    case "AskListOut": {
      const missing = missingIn(command);
      if (missing !== undefined) return err({ type: "TextMissing", field: missing });
      return ownShift(given, command, () => ok([askedOf(command, given.newId())]));
    }
    case "TakeShortListOut": {
      const missing = missingIn(command);
      if (missing !== undefined) return err({ type: "TextMissing", field: missing });
      if (command.rows > ROWS_ALONE) return err({ type: "AnotherMustConfirm" });
      const { rows, as, plain } = command;
      const list = given.newId<OutListId>();
      return ownShift(given, command, () =>
        ok([askedOf(command, list), { type: "OutListTaken", list, rows, as, plain }]),
      );
    }
    case "AnswerListOut":
      return withList(given, command, (paper) => {
        if (paper.by === given.by) return err({ type: "AnotherMustConfirm" });
        if (paper.answer !== undefined) return err({ type: "AlreadySo", field: "answer" });
        const { list, isAllowed, reason } = command;
        if (!isAllowed && reason.trim() === "") return err({ type: "TextMissing", field: "reason" });
        return ok([{ type: "OutListAnswered", list, isAllowed, reason }]);
      });
    case "TakeListOut":
      return withList(given, command, (paper) => {
        const { list, rows, as, plain } = command;
        if (paper.by !== given.by) return err({ type: "NotYourShift" });
        if (!isAllowedAt(paper, Date.parse(given.at))) return err({ type: "AnotherMustConfirm" });
        if (rows > paper.rows) return err({ type: "MoreThanAllowed", most: paper.rows });
        return ok([{ type: "OutListTaken", list, rows, as, plain }]);
      });
  }
}

/** Another said yes, within a day. */
export function isAllowedAt(
  { answer }: { readonly answer?: { readonly isAllowed: boolean; readonly at: Moment } },
  now: number,
): boolean {
  return answer?.isAllowed === true && Math.abs(now - Date.parse(answer.at)) < ALLOWED_FOR;
}

function missingIn({ to, reason, columns }: OutListWish): string | undefined {
  if (columns.length === 0) return "columns";
  if (to.trim() === "") return "to";
  return reason.trim() === "" ? "reason" : undefined;
}

function askedOf({ of, part, text, columns, rows, to, reason }: OutListWish, list: OutListId): Event {
  return { type: "OutListAsked", list, of, part, text, columns: [...columns], rows, to, reason };
}

function withList(
  given: Given,
  { case: folder, list }: Extract<OutgoingCommand, { readonly list: OutListId }>,
  decided: (paper: OutListPaper) => ReturnType<Parameters<typeof inFolder>[2]>,
): Decided {
  return inFolder(given, folder, (known) => {
    const paper = known.type === "Shift" ? known.outLists.find(({ id }) => id === list) : undefined;
    return paper ? decided(paper) : err({ type: "NoSuchOutList" });
  });
}
