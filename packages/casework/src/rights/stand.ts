/** Where somebody stands to a case: from its folder, or from its card alone. */
import type { CaseCard } from "../card.ts";
import type { Case } from "../case.ts";
import type { Moment } from "../day.ts";
import type { FolderId, MemberId } from "../id.ts";
import { dutiesOf, hotFields, may, type Duty, type HotField, type Stand } from "./right.ts";

export interface Onlooker {
  readonly me: MemberId;
  readonly duties: readonly Duty[];
  readonly now: Moment;
  /** She has taken the call-back of this folder: whoever calls needs the number, and what may be said on it. */
  readonly calls?: FolderId | undefined;
}

/** So long it stays shown to who asked: a shift. */
const SHOWN_HOURS = 12;
const HOUR = 3_600_000;

export function standInCase(file: Case, { me, duties, now }: Onlooker): Stand {
  const own = file.contacts.filter((contact) => contact.by === me);
  const last = Math.max(...own.map((contact) => Date.parse(contact.began)));
  return {
    duties: dutiesOf(duties),
    isOwn: file.owner === me || own.length > 0,
    isOpen: file.stage !== "closed",
    hours: own.length === 0 ? undefined : (Date.parse(now) - last) / HOUR,
  };
}

export function standAtCard(
  card: Pick<CaseCard, "owner" | "members" | "contacts" | "stage">,
  { me, duties, now }: Onlooker,
): Stand {
  const place = card.members.indexOf(me);
  const own = place < 0 ? [] : card.contacts.filter(([, member]) => member === place);
  const last = Math.max(...own.map(([minute]) => minute));
  return {
    duties: dutiesOf(duties),
    isOwn: isOwnCase(card, me),
    isOpen: card.stage !== "closed",
    hours: own.length === 0 ? undefined : Date.parse(now) / HOUR - last / 60,
  };
}

/** Hers: she owns it, or has taken a call in it. */
export function isOwnCase(card: Pick<CaseCard, "owner" | "members" | "contacts">, me: MemberId): boolean {
  if (card.owner === me) return true;
  const place = card.members.indexOf(me);
  return place >= 0 && card.contacts.some(([, member]) => member === place);
}

/** She asked in this folder not long ago, and its line says so; or she is calling them. */
export function isShownTo(file: Case, field: HotField, { me, now, calls }: Onlooker): boolean {
  if (field === "phone" && calls === file.id) return true;
  return file.shown.some((one) => one.by === me && one.field === field && isShownStill(one.at, now));
}

export function isShownStill(at: Moment, now: Moment): boolean {
  return Math.abs(Date.parse(now) - Date.parse(at)) < SHOWN_HOURS * HOUR;
}

/** `shown`: she asked, here or in the folder. */
export function hiddenFields(stand: Stand, shown: (field: HotField) => boolean): readonly HotField[] {
  return hotFields.filter((field) => !may(`see ${field}`, stand) && !shown(field));
}
