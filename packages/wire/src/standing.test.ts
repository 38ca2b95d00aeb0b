/** Who may say what of whom: the team log replayed on paper. */
import { describe, expect, test } from "vitest";

import { faultOfBox, boxMessage } from "./box.ts";
import type { DeskId, DeviceId, Epoch, MemberId } from "./ids.ts";
import { intakeOf } from "./intake.ts";
import { deviceInUse, devicesOfDesk, hadRole, hasRole, recoveryOf } from "./standing.ts";
import { recoveryMessage, replayTeam, TeamLogBroken } from "./team-log.ts";
import type { Act, EpochBox, Role, TeamStatement } from "./team.ts";
import {
  deskOf,
  deviceNamed,
  fileFor,
  foundedBy,
  keyNamed,
  named,
  paper,
  paperSign,
  statementAfter,
} from "./testing/paper-team.ts";

const room = named<DeskId>("room");
const cellar = named<DeskId>("cellar");

const added = (
  member: string,
  desks: readonly DeskId[] = [room],
  roles: readonly Role[] = ["operator"],
): Act => ({
  type: "MemberAdded",
  member: { member: named<MemberId>(member), key: keyNamed(member) },
  device: deviceNamed(`${member}-laptop`, member),
  roles: [...roles],
  desks: [...desks],
});
const suspend = (member: string): Act => ({ type: "MemberSuspended", member: named<MemberId>(member) });
const remove = (member: string): Act => ({ type: "MemberRemoved", member: named<MemberId>(member) });
const rotate = (desk: DeskId, epoch: number): Act => ({
  type: "EpochRotated",
  desk,
  epoch: epoch as Epoch, // makes the brand
  canary: "AAAA",
});
const paperRecovery: Act = {
  type: "RecoverySet",
  set: "0a1b2c3d",
  recipient: deviceNamed("paper", "vera").recipient,
  signing: keyNamed("paper"),
  least: 2,
  of: 3,
};

type Line = readonly [by: string, act: Act, at?: string];
const house: readonly Line[] = [
  ["vera-laptop", foundedBy("vera", "vera-laptop")],
  ["vera-laptop", deskOf("room", ["vera"])],
  ["vera-laptop", added("zoya")],
  ["vera-laptop", added("lida")],
];

async function logOf(lines: readonly Line[]): Promise<readonly TeamStatement[]> {
  const log: TeamStatement[] = [];
  for (const [by, act, at] of lines)
    log.push(await statementAfter(log, by, act, at === undefined ? {} : { at }));
  return log;
}
const teamOf = async (...more: readonly Line[]) => replayTeam(await logOf([...house, ...more]), paper);

async function faultOf(...more: readonly Line[]): Promise<string | undefined> {
  try {
    await teamOf(...more);
    return undefined;
  } catch (problem) {
    if (problem instanceof TeamLogBroken) return problem.why;
    throw problem;
  }
}

describe("a coordinator", () => {
  test("brings a new member in with a device of hers, and she sits at the desks named", async () => {
    const team = await teamOf();
    expect(devicesOfDesk(team, room)).toEqual(
      ["vera-laptop", "zoya-laptop", "lida-laptop"].map((one) => named<DeviceId>(one)).toSorted(),
    );
    expect(hasRole(team, named("zoya"), "operator")).toBe(true);
    expect(hasRole(team, named("zoya"), "coordinator")).toBe(false);
    expect(hasRole(team, named("vera"), "coordinator")).toBe(true);
  });

  test("removes a member: her devices are out of use, her seat is empty, and the desk is to be rotated", async () => {
    const team = await teamOf(["vera-laptop", remove("zoya")]);
    expect(deviceInUse(team, named("zoya-laptop"))).toBeUndefined();
    expect(devicesOfDesk(team, room)).not.toContain(named("zoya-laptop"));
    expect(devicesOfDesk(team, room, 4)).toContain(named("zoya-laptop"));
    expect(team.desks.get(room)?.isRotationDue).toBe(true);
    const after = await teamOf(["vera-laptop", remove("zoya")], ["lida-laptop", rotate(room, 2)]);
    expect(after.desks.get(room)).toMatchObject({ epoch: 2, isRotationDue: false });
    expect(after.desks.get(room)?.begun.get(2 as Epoch)).toBe(6);
  });

  test("gives roles and seats, and takes them away; that she had a role stays known", async () => {
    const team = await teamOf(
      ["vera-laptop", { type: "RolesGiven", member: named("zoya"), roles: ["lawyer", "coordinator"] }],
      ["zoya-laptop", deskOf("cellar", ["zoya"])],
      ["zoya-laptop", { type: "SeatGiven", desk: cellar, member: named("lida") }],
      ["vera-laptop", { type: "SeatTaken", desk: room, member: named("lida") }],
      ["vera-laptop", { type: "RolesGiven", member: named("zoya"), roles: ["lawyer"] }],
    );
    expect(hasRole(team, named("zoya"), "coordinator")).toBe(false);
    expect(hadRole(team, named("zoya"), "coordinator")).toBe(true);
    expect(hadRole(team, named("lida"), "coordinator")).toBe(false);
    expect(devicesOfDesk(team, cellar)).toEqual([named("lida-laptop"), named("zoya-laptop")].toSorted());
    expect(devicesOfDesk(team, room)).not.toContain(named("lida-laptop"));
    expect(team.desks.get(room)?.isRotationDue).toBe(true);
  });

  const refused: readonly (readonly [title: string, fault: string, ...lines: readonly Line[]])[] = [
    ["an operator adds nobody", "NotAllowed", ["zoya-laptop", added("nina")]],
    ["an operator removes nobody", "NotAllowed", ["zoya-laptop", remove("lida")]],
    ["an operator makes no desk", "NotAllowed", ["zoya-laptop", deskOf("cellar", ["zoya"])]],
    ["an operator sets no recovery", "NotAllowed", ["zoya-laptop", paperRecovery]],
    [
      "an operator gives herself no role",
      "NotAllowed",
      ["zoya-laptop", { type: "RolesGiven", member: named("zoya"), roles: ["coordinator"] }],
    ],
    ["nobody is brought in twice", "AlreadyThere", ["vera-laptop", added("zoya")]],
    [
      "nobody gives the key of a desk at which she does not sit",
      "NotAllowed",
      ["vera-laptop", { type: "RolesGiven", member: named("zoya"), roles: ["coordinator"] }],
      ["zoya-laptop", deskOf("cellar", ["zoya"])],
      ["vera-laptop", added("nina", [cellar])],
    ],
    [
      "a new member's device is certified by her own key",
      "BadCertificate",
      [
        "vera-laptop",
        {
          ...(added("nina") as Extract<Act, { type: "MemberAdded" }>),
          device: deviceNamed("nina-laptop", "nina", {
            certificate: paperSign(keyNamed("vera"), new Uint8Array(3)),
          }),
        },
      ],
    ],
    ["the last coordinator cannot be removed", "LastCoordinator", ["vera-laptop", remove("vera")]],
    [
      "the last coordinator cannot lay down her role",
      "LastCoordinator",
      ["vera-laptop", { type: "RolesGiven", member: named("vera"), roles: ["operator"] }],
    ],
    [
      "the last device of the last coordinator cannot be given up",
      "LastCoordinator",
      ["vera-laptop", { type: "DeviceRevoked", device: named("vera-laptop"), why: "left" }],
    ],
    [
      "a desk keeps one who sits at it",
      "NotAllowed",
      ["vera-laptop", deskOf("cellar", ["vera"])],
      ["vera-laptop", { type: "SeatTaken", desk: cellar, member: named("vera") }],
    ],
  ];
  for (const [title, fault, ...lines] of refused) {
    test(title, async () => {
      expect(await faultOf(...lines)).toBe(fault);
    });
  }
});

describe("a member is suspended", () => {
  const at = (hours: number) => new Date(hours * 3_600_000).toISOString().replace(".000", "");

  test("by herself at once, and what she says afterwards is nobody's word", async () => {
    const team = await teamOf(["zoya-laptop", suspend("zoya")]);
    expect(deviceInUse(team, named("zoya-laptop"))).toBeUndefined();
    expect(team.desks.get(room)?.isRotationDue).toBe(true);
    expect(await faultOf(["zoya-laptop", suspend("zoya")], ["zoya-laptop", suspend("lida")])).toBe(
      "RevokedDevice",
    );
  });

  test("by any two members within a day, by a coordinator alone, and not by one operator", async () => {
    const lines: readonly Line[] = [["vera-laptop", added("nina")]];
    const one = await teamOf(...lines, ["zoya-laptop", suspend("vera"), at(1)]);
    expect(deviceInUse(one, named("vera-laptop"))).toBeDefined();
    const again = await teamOf(
      ...lines,
      ["zoya-laptop", suspend("vera"), at(1)],
      ["zoya-laptop", suspend("vera"), at(2)],
    );
    expect(deviceInUse(again, named("vera-laptop"))).toBeDefined();
    const late = await teamOf(
      ...lines,
      ["zoya-laptop", suspend("vera"), at(1)],
      ["lida-laptop", suspend("vera"), at(26)],
    );
    expect(deviceInUse(late, named("vera-laptop"))).toBeDefined();
    // Even the only coordinator, who may be the one that is forced.
    const two = await teamOf(
      ...lines,
      ["zoya-laptop", suspend("vera"), at(1)],
      ["lida-laptop", suspend("vera"), at(20)],
    );
    expect(deviceInUse(two, named("vera-laptop"))).toBeUndefined();
    const alone = await teamOf(["vera-laptop", suspend("zoya")]);
    expect(deviceInUse(alone, named("zoya-laptop"))).toBeUndefined();
  });

  test("and brought back by another who is a coordinator, to the desks where she had sat", async () => {
    const back: Act = { type: "MemberRestored", member: named("zoya"), desks: [room] };
    const team = await teamOf(["zoya-laptop", suspend("zoya")], ["vera-laptop", back]);
    expect(devicesOfDesk(team, room)).toContain(named("zoya-laptop"));
    expect(devicesOfDesk(team, room, 5)).not.toContain(named("zoya-laptop"));
    expect(await faultOf(["zoya-laptop", suspend("zoya")], ["lida-laptop", back])).toBe("NotAllowed");
    expect(
      await faultOf(
        ["vera-laptop", deskOf("cellar", ["vera"])],
        ["zoya-laptop", suspend("zoya")],
        ["vera-laptop", { ...back, desks: [cellar] }],
      ),
    ).toBe("UnknownDesk");
    expect(await faultOf(["vera-laptop", remove("zoya")], ["vera-laptop", back])).toBe("NotActive");
  });
});

describe("a device", () => {
  const gone = (device: string, why: "left" | "lost" | "expired"): Act => ({
    type: "DeviceRevoked",
    device: named(device),
    why,
  });

  test("is taken out by its own member or by a coordinator, and by nobody else", async () => {
    for (const by of ["zoya-laptop", "vera-laptop"]) {
      const team = await teamOf([by, gone("zoya-laptop", "lost")]);
      expect(team.devices.get(named("zoya-laptop"))).toMatchObject({ revoked: 5, why: "lost" });
      expect(team.desks.get(room)?.isRotationDue).toBe(true);
    }
    expect(await faultOf(["lida-laptop", gone("zoya-laptop", "lost")])).toBe("NotAllowed");
    expect(
      await faultOf(["zoya-laptop", gone("zoya-laptop", "lost")], ["zoya-laptop", suspend("lida")]),
    ).toBe("RevokedDevice");
  });

  test("of the last coordinator may still be called lost by herself: a thief's copy is worse than waiting for the paper", async () => {
    expect(await faultOf(["vera-laptop", gone("vera-laptop", "lost")])).toBeUndefined();
  });

  test("expires after thirty days without renewal, when any member says so", async () => {
    const day = (n: number) => new Date(n * 86_400_000).toISOString().replace(".000", "");
    expect(await faultOf(["lida-laptop", gone("zoya-laptop", "expired"), day(29)])).toBe("NotDue");
    const team = await teamOf(["lida-laptop", gone("zoya-laptop", "expired"), day(31)]);
    expect(deviceInUse(team, named("zoya-laptop"))).toBeUndefined();
    expect(
      await faultOf(
        ["zoya-laptop", { type: "DeviceRenewed" }, day(20)],
        ["lida-laptop", gone("zoya-laptop", "expired"), day(31)],
      ),
    ).toBe("NotDue");
    expect(await faultOf(["lida-laptop", gone("vera-laptop", "expired"), day(31)])).toBe("LastCoordinator");
  });
});

test("an epoch follows the one before it, by somebody who sits at the desk", async () => {
  expect(await faultOf(["lida-laptop", rotate(room, 2)])).toBeUndefined();
  expect(await faultOf(["lida-laptop", rotate(room, 3)])).toBe("WrongEpoch");
  expect(await faultOf(["lida-laptop", rotate(room, 1)])).toBe("WrongEpoch");
  expect(await faultOf(["vera-laptop", deskOf("cellar", ["vera"])], ["lida-laptop", rotate(cellar, 2)])).toBe(
    "NotAllowed",
  );
});

test("the letterbox of a desk closes when the one who published its key is suspended", async () => {
  const published: Act = {
    type: "IntakeKeyPublished",
    desk: room,
    period: 1 as Extract<Act, { type: "IntakeKeyPublished" }>["period"],
    recipient: deviceNamed("letterbox", "vera").recipient,
    notAfter: "1970-01-30T00:00:00Z",
  };
  const open = await teamOf(["zoya-laptop", published]);
  expect(intakeOf(open, room, 5_000_000).type).toBe("Open");
  const closed = await teamOf(["zoya-laptop", published], ["zoya-laptop", suspend("zoya")]);
  expect(intakeOf(closed, room, 5_000_000).type).toBe("Withdrawn");
});

describe("the recovery on paper", () => {
  const recovered = async (lines: readonly Line[], key = "paper"): Promise<readonly Line[]> => {
    const log = await logOf([...house, ...lines]);
    const team = await replayTeam(log, paper);
    const member = { member: named<MemberId>("olga"), key: keyNamed("olga") };
    const device = deviceNamed("olga-laptop", "olga");
    const message = recoveryMessage({ fingerprint: team.fingerprint, prev: team.head, member, device });
    return [
      ...lines,
      ["olga-laptop", { type: "Recovered", member, device, proof: paperSign(keyNamed(key), message) }],
    ];
  };

  test("lets a new device in as a coordinator at every desk, which are all to be rotated", async () => {
    const lines = await recovered([
      ["vera-laptop", paperRecovery],
      ["vera-laptop", deskOf("cellar", ["vera"])],
    ]);
    const team = await teamOf(...lines);
    expect(hasRole(team, named("olga"), "coordinator")).toBe(true);
    for (const desk of [room, cellar]) {
      expect(devicesOfDesk(team, desk)).toContain(named("olga-laptop"));
      expect(team.desks.get(desk)?.isRotationDue).toBe(true);
    }
  });

  test("lets nobody in with another key, without a recovery, or with the proof of another day", async () => {
    expect(await faultOf(...(await recovered([["vera-laptop", paperRecovery]], "zoya")))).toBe(
      "BadSignature",
    );
    expect(await faultOf(...(await recovered([])))).toBe("NotAllowed");
    const lines = await recovered([["vera-laptop", paperRecovery]]);
    const [used] = lines.slice(-1);
    if (!used) throw new Error("there is one");
    expect(
      await faultOf(["vera-laptop", paperRecovery], ["zoya-laptop", { type: "DeviceRenewed" }], used),
    ).toBe("BadSignature");
  });

  test("stands in every box from then on, and in none before", async () => {
    const team = await teamOf(["vera-laptop", paperRecovery]);
    const devices = [...devicesOfDesk(team, room)];
    const boxed = (changes: Partial<EpochBox>): EpochBox => {
      const bare = {
        v: 1,
        desk: room,
        epoch: 1 as Epoch,
        team: 5,
        devices,
        by: named<DeviceId>("vera-laptop"),
        file: fileFor(4),
        ...changes,
      } as const;
      return { ...bare, signature: paperSign(keyNamed("vera-laptop"), boxMessage(bare)) };
    };
    const recipient = recoveryOf(team)?.recipient ?? "";
    const fault = (changes: Partial<EpochBox>) => faultOfBox(boxed(changes), team, paper.verify);
    expect(await fault({ recovery: recipient })).toBeUndefined();
    expect(await fault({ file: fileFor(3) })).toBe("WrongRecovery");
    expect(await fault({ recovery: recipient, file: fileFor(3) })).toBe("WrongStanzas");
    expect(await fault({ recovery: deviceNamed("other", "vera").recipient })).toBe("WrongRecovery");
    expect(await fault({ team: 4, file: fileFor(3) })).toBeUndefined();
    expect(recoveryOf(team, 4)).toBeUndefined();
  });

  test("does not make a box of before worthless, nor does a rotation: each is judged by the log of its day", async () => {
    const team = await teamOf(["vera-laptop", paperRecovery], ["lida-laptop", rotate(room, 2)]);
    const devices = [...devicesOfDesk(team, room)];
    const boxed = (epoch: number, number: number, recipients: number): EpochBox => {
      const recovery = number < 5 ? {} : { recovery: recoveryOf(team)?.recipient ?? "" };
      const bare = {
        v: 1,
        desk: room,
        epoch: epoch as Epoch, // makes the brand
        team: number,
        devices,
        ...recovery,
        by: named<DeviceId>("vera-laptop"),
        file: fileFor(recipients),
      } as const;
      return { ...bare, signature: paperSign(keyNamed("vera-laptop"), boxMessage(bare)) };
    };
    expect(await faultOfBox(boxed(1, 4, 3), team, paper.verify)).toBeUndefined();
    expect(await faultOfBox(boxed(1, 5, 4), team, paper.verify)).toBeUndefined();
    expect(await faultOfBox(boxed(2, 6, 4), team, paper.verify)).toBeUndefined();
    expect(await faultOfBox(boxed(1, 6, 4), team, paper.verify)).toBe("WrongEpoch");
    expect(await faultOfBox(boxed(2, 5, 4), team, paper.verify)).toBe("WrongEpoch");
  });

  test("a set that is known is not set again", async () => {
    expect(await faultOf(["vera-laptop", paperRecovery], ["vera-laptop", paperRecovery])).toBe(
      "AlreadyThere",
    );
  });
});

describe("the end of a case", () => {
  const shred: Act = { type: "FoldersShredded", desk: room, folders: [named("a-case")], blobs: [] };
  test("is said by a reviewer or a coordinator of the desk, once, and by nobody else", async () => {
    const team = await teamOf(["vera-laptop", shred]);
    expect([...(team.shredded.get(room) ?? [])]).toEqual([named("a-case")]);
    expect(await faultOf(["zoya-laptop", shred])).toBe("NotAllowed");
    const reviews: Line = ["vera-laptop", { type: "RolesGiven", member: named("zoya"), roles: ["reviewer"] }];
    expect((await teamOf(reviews, ["zoya-laptop", shred])).shredded.get(room)?.size).toBe(1);
    expect(await faultOf(["vera-laptop", shred], ["vera-laptop", shred])).toBe("AlreadyThere");
    expect(await faultOf(["vera-laptop", { ...shred, desk: cellar }])).toBe("UnknownDesk");
  });
});
