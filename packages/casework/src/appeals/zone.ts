/** Time zones by their names (Europe/Kyiv), from the runtime's own tables: the day of a moment where an authority sits. */
import { type Day, dayFrom, type Moment, momentFrom, momentOf } from "../day.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

export function isZone(zone: string): boolean {
  try {
    return formatOf(zone) !== undefined;
  } catch (thrown) {
    if (thrown instanceof RangeError) return false;
    throw thrown;
  }
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    calendar: "iso8601",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formats.set(zone, made);
  return made;
}

/** What the clock on the wall there shows: 2023-03-25T14:30:00. */
export function wallClock(moment: Moment, zone: string): string {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(Date.parse(moment))
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? "";
  return `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}:${part("second")}`;
}

export function dayThere(moment: Moment, zone: string): Day {
  const day = dayFrom(wallClock(moment, zone).slice(0, 10));
  if (!day) throw new RangeError(`no day for that moment in ${zone}`);
  return day;
}

/**
 * The moment at which the clock there shows this. An hour that comes twice in autumn is the earlier one; an hour that
 * spring leaps over is read as if the clocks had not moved yet. undefined: not a time of day.
 */
export function momentThere(wall: string, zone: string): Moment | undefined {
  const asIfUtc = momentFrom(`${wall}Z`);
  if (!asIfUtc || dayFrom(wall.slice(0, 10)) === undefined) return undefined;
  const target = Date.parse(asIfUtc);
  const tries = [target - 86_400_000, target + 86_400_000].map((near) => target - offsetAt(near, zone));
  const fitting = tries.filter((time) => time + offsetAt(time, zone) === target);
  return momentOf(Math.min(...(fitting.length > 0 ? fitting : tries.slice(0, 1))));
}

function offsetAt(time: number, zone: string): number {
  const whole = Math.floor(time / 1000) * 1000;
  return Date.parse(`${wallClock(momentOf(whole), zone)}Z`) - whole;
}
