/** Who may name a desk: the team log replayed on paper. */
import { expect, test } from "vitest";

import { toText } from "./bytes.ts";
import type { DeskId, Epoch } from "./ids.ts";
import { replayTeam, TeamLogBroken } from "./team-log.ts";
import type { Act, TeamStatement } from "./team.ts";
import { deskOf, foundedBy, named, paper, statementAfter } from "./testing/paper-team.ts";

const room = named<DeskId>("room");
const cellar = named<DeskId>("cellar");
const body = toText(new Uint8Array(552));
const name = (desk: DeskId, under: DeskId = desk, epoch = 1): Act => ({
  type: "DeskNamed",
  desk,
  labels: [{ desk: under, epoch: epoch as Epoch, body }], // makes the brand
});

async function after(...acts: readonly Act[]) {
  const log: TeamStatement[] = [];
  for (const act of [foundedBy("vera", "vera-laptop"), deskOf("room", ["vera"]), ...acts])
    log.push(await statementAfter(log, "vera-laptop", act));
  return replayTeam(log, paper);
}
async function faultOf(...acts: readonly Act[]): Promise<string | undefined> {
  try {
    await after(...acts);
    return undefined;
  } catch (problem) {
    if (problem instanceof TeamLogBroken) return problem.why;
    throw problem;
  }
}

test("a desk is named by a coordinator who sits there, under keys that she has", async () => {
  const team = await after(name(room));
  expect(team.desks.get(room)?.names.get(room)?.body).toBe(body);
  expect(await faultOf(name(cellar))).toBe("UnknownDesk");
  expect(await faultOf(name(room, cellar))).toBe("NotAllowed");
  expect(await faultOf(name(room, room, 2))).toBe("WrongEpoch");
});
