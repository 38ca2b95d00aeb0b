import * as v from "valibot";
import { describe, expect, test } from "vitest";

import type { DeskId, DeviceId, Period } from "./ids.ts";
import { intakeOf, isTakenPeriod } from "./intake.ts";
import { replayTeam, TeamLogBroken } from "./team-log.ts";
import { secondOf, TeamStatement, type Act } from "./team.ts";
import { deskOf, deviceNamed, foundedBy, logOf, named, paper } from "./testing/paper-team.ts";

const DAY = 86_400_000;
const room = named<DeskId>("room");

/** In the paper log every statement is of the first second of 1970. */
function published(
  period: number,
  changes: { readonly days?: number; readonly from?: string; readonly desk?: string } = {},
): Act {
  return {
    type: "IntakeKeyPublished",
    desk: named<DeskId>(changes.desk ?? "room"),
    period: period as Period, // makes the brand
    recipient: deviceNamed(changes.from ?? `intake ${period}`, "vera").recipient,
    notAfter: secondOf((changes.days ?? 30) * DAY),
  };
}

const founded = [
  ["vera-laptop", foundedBy("vera", "vera-laptop")],
  ["vera-laptop", deskOf("room", ["vera"])],
] as const;

async function faultOf(...acts: readonly Act[]) {
  const statements = await logOf(...founded, ...acts.map((act) => ["vera-laptop", act] as const));
  for (const statement of statements) v.parse(TeamStatement, statement);
  return replayTeam(statements, paper).then(
    () => undefined,
    (error: unknown) => (error instanceof TeamLogBroken ? error.why : error),
  );
}

describe("an intake key in the team log", () => {
  test("is the one a form seals to, until its last day", async () => {
    const statements = await logOf(...founded, ["vera-laptop", published(1)], ["vera-laptop", published(2)]);
    const team = await replayTeam(statements, paper);
    const standing = intakeOf(team, room, 10 * DAY);
    expect(standing).toMatchObject({ type: "Open", key: { period: 2, by: named<DeviceId>("vera-laptop") } });
    expect(intakeOf(team, room, 31 * DAY).type).toBe("Expired");
    expect(intakeOf(team, room, -2 * DAY).type).toBe("NotYet");
    expect(intakeOf(team, named<DeskId>("cellar"), 0).type).toBe("NoDesk");
    expect(intakeOf(await replayTeam(statements.slice(0, 2), paper), room, 0).type).toBe("NoKey");
    const revoked = {
      ...team,
      devices: new Map([...team.devices].map(([id, one]) => [id, { ...one, revoked: 4 }])),
    };
    expect(intakeOf(revoked, room, 0).type).toBe("Withdrawn");
  });

  test("follows the one before without a gap, lasts forty days at most, and is nobody else's key", async () => {
    expect(await faultOf(published(1), published(2))).toBeUndefined();
    expect(await faultOf(published(2))).toBe("WrongPeriod");
    expect(await faultOf(published(1), published(1, { from: "other" }))).toBe("WrongPeriod");
    expect(await faultOf(published(1, { days: 41 }))).toBe("WrongPeriod");
    expect(await faultOf(published(1, { days: 0 }))).toBe("WrongPeriod");
    expect(await faultOf(published(1), published(2, { from: "intake 1" }))).toBe("AlreadyThere");
    expect(await faultOf(published(1, { from: "vera-laptop" }))).toBe("AlreadyThere");
    expect(await faultOf(published(1, { desk: "cellar" }))).toBe("UnknownDesk");
  });

  test("of the hybrid suite is refused in a helpline of the plain one", async () => {
    const act = { ...published(1), recipient: `age1pq1${"q".repeat(1_500)}` } as Act;
    expect(await faultOf(act)).toBe("WrongSuite");
  });

  test("letters under the newest key and the one before are taken, older ones are not", async () => {
    const statements = await logOf(
      ...founded,
      ...[1, 2, 3].map((n) => ["vera-laptop", published(n)] as const),
    );
    const team = await replayTeam(statements, paper);
    expect([0, 1, 2, 3, 4].map((period) => isTakenPeriod(team, room, period))).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
  });
});
