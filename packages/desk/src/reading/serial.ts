/** Days as Excel counts them: from the 30th of December 1899 (with its 29th of February 1900 that never was), or from 1904. */
import { dayFrom, type Day } from "@answerable/casework";

/** The last day of 9999. */
const LAST = 2_958_465;
const DAY = 86_400_000;

/** Formats of dates that every workbook has; those of hours alone are none. */
const builtIn = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtIn.has(id);
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\./gu, "").toLowerCase();
  return /[ydдг]/u.test(bare) && !bare.startsWith("general");
}

export function dayOfSerial(serial: number, from1904: boolean): Day | undefined {
  if (!Number.isFinite(serial)) return undefined;
  const whole = Math.floor(serial) + (from1904 ? 1_462 : 0);
  if (whole < 1 || whole > LAST) return undefined;
  // Before March 1900 Excel is a day behind the calendar.
  const days = whole < 60 ? whole + 1 : whole;
  return dayFrom(new Date(Date.UTC(1899, 11, 30) + days * DAY).toISOString().slice(0, 10));
}

/** The day, and the hour where there is one. */
export function serialToText(serial: number, from1904: boolean): string | undefined {
  const day = dayOfSerial(serial, from1904);
  if (day === undefined) return undefined;
  const minutes = Math.round((serial - Math.floor(serial)) * 1_440);
  if (minutes === 0 || minutes === 1_440) return day;
  const two = (n: number) => String(n).padStart(2, "0");
  return `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
