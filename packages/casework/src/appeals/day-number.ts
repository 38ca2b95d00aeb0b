/**
 * Days as whole numbers since 1 January 1970: what the counting works on. Proleptic Gregorian, no clock, no zone.
 * Only the days that a calendar table can hold (1990 to 2099) ever become numbers; others are refused at the door.
 */
import { type Day, dayFrom } from "../day.ts";

export const FIRST_DAY = 7_305; // 1990-01-01
export const LAST_DAY = 47_481; // 2099-12-31

export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

const texts: (Day | undefined)[] = [];

/** Digits of a day that is already known to be one. */
export function dayNumber(day: Day): number {
  const year = digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3);
  return numberFromCivil({
    year,
    month: digit(day, 5) * 10 + digit(day, 6),
    date: digit(day, 8) * 10 + digit(day, 9),
  });
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - 48;
}

export function dayText(number: number): Day {
  const index = number - FIRST_DAY;
  const known = texts[index];
  if (known) return known;
  const { year, month, date } = civilFromNumber(number);
  const made = dayFrom(`${String(year).padStart(4, "0")}-${pad(month)}-${pad(date)}`);
  if (!made) throw new Error(`day number ${number} is no day`);
  if (isCountable(number)) texts[index] = made;
  return made;
}

function pad(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

export function isCountable(number: number): boolean {
  return number >= FIRST_DAY && number <= LAST_DAY;
}

/** 0 is Sunday. */
export function weekdayOf(number: number): number {
  return (number + 4) % 7;
}

/** The arithmetic of eras of 400 years: the year is taken to begin in March, so that leap days come last. */
export function numberFromCivil({ year, month, date }: Civil): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

export function civilFromNumber(number: number): Civil {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

export function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? { year: year + 1, month: 1, date: 1 } : { year, month: month + 1, date: 1 };
  return numberFromCivil(next) - numberFromCivil({ year, month, date: 1 });
}

/** addDays of day.ts without a Date: boards ask for it by the hundred thousand. */
export function daysLater(day: Day, days: number): Day {
  return dayText(dayNumber(day) + days);
}
