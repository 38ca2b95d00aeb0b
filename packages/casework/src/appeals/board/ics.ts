/**
 * The desk's own limits as a calendar file, for the calendar on anyone's wall or telephone. It leaves the sealed desk, so
 * it carries numbers of letters and dates only: no name, no office, no ground, no case.
 */
import type { Day } from "../../day.ts";
import { numberToText } from "../../number.ts";
import type { Lang } from "../../words/vocabulary.ts";
import { daysLater } from "../day-number.ts";
import type { BoardLine, DateKind } from "./board.ts";

const says: { readonly [K in DateKind]: Readonly<Record<Lang, string>> } = {
  due: { ru: "последний день ответа", uk: "останній день відповіді", en: "last day for the answer" },
  overdueFrom: { ru: "срок прошёл", uk: "строк минув", en: "overdue" },
  perhapsFrom: {
    ru: "срок, возможно, прошёл: нужна дата регистрации",
    uk: "строк, можливо, минув: потрібна дата реєстрації",
    en: "perhaps overdue: the registration date is needed",
  },
  fileBy: { ru: "подать не позднее", uk: "подати не пізніше", en: "file no later" },
  mayFrom: { ru: "можно подавать", uk: "можна подавати", en: "may be filed" },
};

export function icsOf(lines: readonly BoardLine[], today: Day, lang: Lang): string {
  const stamp = `${compact(today)}T000000Z`;
  const events = lines.flatMap(({ appeal, date }) => {
    if (!date || date.day < today) return [];
    return [
      "BEGIN:VEVENT",
      `UID:${appeal.number}-${date.kind}@answerable`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(date.day)}`,
      `DTEND;VALUE=DATE:${compact(daysLater(date.day, 1))}`,
      `SUMMARY:${numberToText(appeal.number)}: ${says[date.kind][lang]}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ];
  });
  const lineEnd = "\r\n";
  return `${["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Answerable//desk//EN", ...events, "END:VCALENDAR"].map(folded).join(lineEnd)}${lineEnd}`;
}

/** RFC 5545, 3.1: no line is longer than 75 octets; 36 letters of Cyrillic are 72. */
function folded(line: string): string {
  return line.length <= 36 || /^[\x20-\x7e]{0,75}$/u.test(line)
    ? line
    : (line.match(/.{1,36}/gu) ?? []).join("\r\n ");
}

function compact(day: Day): string {
  return day.replaceAll("-", "");
}
