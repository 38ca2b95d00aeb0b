/**
 * How many people the telephones need, by Erlang C: calls come by chance at an even pace, wait for the next free person and
 * do not hang up. They do hang up, and those who got the busy tone were never counted: the figure is the least, and the
 * screen says what it assumes.
 */
export interface StaffingGiven {
  readonly callsAnHour: number;
  /** Minutes a call takes with its wrap-up. */
  readonly minutesACall: number;
  /** Answered within so many seconds … */
  readonly withinSeconds: number;
  /** … in so large a share. */
  readonly share: number;
}

export const usualStaffing: Omit<StaffingGiven, "callsAnHour"> = {
  minutesACall: 6.75,
  withinSeconds: 60,
  share: 0.8,
};

export interface Staffing {
  readonly people: number;
  /** The share answered in time, and the mean wait in seconds, with so many. */
  readonly inTime: number;
  readonly waitSeconds: number;
}

const mostPeople = 500;

export function staffingFor(given: StaffingGiven): Staffing {
  const load = (given.callsAnHour * given.minutesACall) / 60;
  for (let people = Math.max(1, Math.floor(load) + 1); people < mostPeople; people += 1) {
    const able = served(people, given);
    if (able.inTime >= given.share) return able;
  }
  return served(mostPeople, given);
}

/** What so many people can do. More load than people: nobody is answered in time. */
export function served(people: number, given: StaffingGiven): Staffing {
  const load = (given.callsAnHour * given.minutesACall) / 60;
  if (load === 0) return { people, inTime: 1, waitSeconds: 0 };
  if (load >= people) return { people, inTime: 0, waitSeconds: Infinity };
  const waits = erlangC(people, load);
  const secondsACall = given.minutesACall * 60;
  return {
    people,
    inTime: 1 - waits * Math.exp((-(people - load) * given.withinSeconds) / secondsACall),
    waitSeconds: (waits * secondsACall) / (people - load),
  };
}

/** The share of calls that have to wait. From Erlang B, one person at a time: no factorial grows out of bounds. */
export function erlangC(people: number, load: number): number {
  let blocked = 1;
  for (let n = 1; n <= people; n += 1) blocked = (load * blocked) / (n + load * blocked);
  return blocked / (1 - (load / people) * (1 - blocked));
}
