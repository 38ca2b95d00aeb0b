/** A date as its source knows it: a day, a month, since, until, about. What is no date is shown as it was entered. */
import { spanOf, type Day, type TimeSpan } from "@answerable/casework";
import { FormattedMessage, useIntl, type IntlShape } from "react-intl";

export function WhenSaid({ edtf }: { readonly edtf: string | undefined }) {
  const intl = useIntl();
  if (edtf === undefined) return <FormattedMessage id="ledger.undated" />;
  return <time>{whenInWords(intl, edtf)}</time>;
}

export function whenInWords(intl: IntlShape, edtf: string): string {
  const span = spanOf(edtf);
  if (!span) return edtf;
  const when = spanInWords(intl, span);
  return span.isAbout ? intl.formatMessage({ id: "ledger.about" }, { when }) : when;
}

function spanInWords(intl: IntlShape, { from, to }: TimeSpan): string {
  if (from === undefined) return intl.formatMessage({ id: "ledger.until" }, { when: dayInWords(intl, to) });
  if (to === undefined) return intl.formatMessage({ id: "ledger.since" }, { when: dayInWords(intl, from) });
  if (from === to) return dayInWords(intl, from);
  if (isMonth(from, to)) return intl.formatDate(from, { month: "long", year: "numeric", timeZone: "UTC" });
  return intl.formatDateTimeRange(atNoon(from), atNoon(to), {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}

function dayInWords(intl: IntlShape, day: Day | undefined): string {
  return day === undefined
    ? ""
    : intl.formatDate(day, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

function atNoon(day: Day): Date {
  return new Date(`${day}T12:00:00Z`);
}

function isMonth(from: Day, to: Day): boolean {
  if (from.slice(0, 7) !== to.slice(0, 7) || from.slice(8) !== "01") return false;
  const next = new Date(`${to}T12:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
}
