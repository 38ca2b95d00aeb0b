/** A card as casework makes it from an opened case, with what a test wants told on it. */
import {
  cardOf,
  foldSheet,
  momentOf,
  type CaseCard,
  type CaseId,
  type DeviceId,
  type MemberId,
  type SheetId,
} from "@answerable/casework";

const id = <T extends string>(letter: string): T => letter.repeat(22) as T; // makes the brand
const folder = id<CaseId>("c");

const opened = foldSheet(undefined, folder, {
  id: id<SheetId>("s"),
  number: 1,
  by: id<MemberId>("m"),
  device: id<DeviceId>("d"),
  at: momentOf(Date.UTC(2026, 10, 21, 18, 30)),
  events: [{ type: "CaseOpened", case: folder, kind: "soldier", number: "AAAA-0000" }],
  unknown: 0,
});

export function cardWith(told: Partial<CaseCard>): CaseCard {
  const blank = opened && cardOf(opened);
  if (blank?.type !== "Case") throw new Error("an opened case has a card");
  return { ...blank, ...told };
}
