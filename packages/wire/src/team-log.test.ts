import * as v from "valibot";
import { describe, expect, test } from "vitest";

import { boxMessage, faultOfBox } from "./box.ts";
import { toText } from "./bytes.ts";
import type { DeskId, DeviceId, Epoch, Hash } from "./ids.ts";
import { devicesOfDesk } from "./standing.ts";
import { isStrictKey } from "./strict-key.ts";
import { fingerprintOf, replayTeam, TeamLogBroken } from "./team-log.ts";
import { TeamStatement, type Act, type EpochBox } from "./team.ts";
import {
  charterOf,
  deskOf,
  deviceNamed,
  fileFor,
  foundedBy,
  keyNamed,
  logOf,
  named,
  paper,
  paperSign,
  statementAfter,
} from "./testing/paper-team.ts";

const log = () =>
  logOf(
    ["vera-laptop", foundedBy("vera", "vera-laptop")],
    ["vera-laptop", deskOf("room", ["vera"])],
    ["vera-laptop", { type: "DeviceAdded", device: deviceNamed("vera-phone", "vera") }],
  );

async function faultOf(statements: readonly TeamStatement[], deps = paper) {
  try {
    await replayTeam(statements, deps);
    return undefined;
  } catch (error) {
    if (error instanceof TeamLogBroken) return `${error.number} ${error.why}`;
    throw error;
  }
}

describe("a team log", () => {
  test("says who belongs to the helpline", async () => {
    const statements = await log();
    for (const statement of statements) v.parse(TeamStatement, statement);
    const team = await replayTeam(statements, paper);
    expect(team.number).toBe(3);
    expect(team.fingerprint).toBe(await fingerprintOf(charterOf("vera"), paper.hash));
    expect([...team.members.keys()]).toEqual([named("vera")]);
    expect(team.devices.get(named<DeviceId>("vera-phone"))?.since).toBe(3);
    expect(team.desks.get(named<DeskId>("room"))?.canaries.get(1 as Epoch)?.head).toBe(statements[1]?.prev);
    expect(devicesOfDesk(team, named<DeskId>("room"))).toEqual(
      [named("vera-laptop"), named("vera-phone")].toSorted(),
    );
    expect(devicesOfDesk(team, named<DeskId>("room"), 2)).toEqual([named("vera-laptop")]);
  });

  test("can be replayed in two parts", async () => {
    const statements = await log();
    const first = await replayTeam(statements.slice(0, 2), paper);
    expect(await replayTeam(statements.slice(2), { ...paper, from: first })).toEqual(
      await replayTeam(statements, paper),
    );
    expect(await replayTeam([], { ...paper, from: first })).toEqual(first);
  });

  test("must be the one whose fingerprint people compared", async () => {
    const statements = await log();
    const fingerprint = await fingerprintOf(charterOf("vera"), paper.hash);
    expect(await faultOf(statements, { ...paper, fingerprint })).toBeUndefined();
    expect(await faultOf(statements, { ...paper, fingerprint: "A".repeat(43) as Hash })).toBe(
      "1 WrongFingerprint",
    );
    expect(await faultOf([])).toBe("0 Empty");
  });

  test("is broken where a statement is missing, doubled or moved", async () => {
    const [one, two, three] = await log();
    if (!one || !two || !three) throw new Error("three statements");
    expect(await faultOf([two, three])).toBe("1 WrongNumber");
    expect(await faultOf([one, three])).toBe("2 WrongNumber");
    expect(await faultOf([one, one])).toBe("2 WrongNumber");
    expect(await faultOf([one, { ...three, number: 2 }])).toBe("2 BrokenChain");
    expect(await faultOf([one, { ...two, prev: "A".repeat(43) as Hash }])).toBe("2 BrokenChain");
  });

  test("is broken by any change after signing", async () => {
    const [one, two] = await log();
    if (!one || !two) throw new Error("two statements");
    expect(await faultOf([{ ...one, at: "2001-01-01T00:00:00Z" }])).toBe("1 BadSignature");
    expect(await faultOf([one, { ...two, act: deskOf("other", ["vera"]) }])).toBe("2 BadSignature");
  });

  const second: readonly (readonly [string, string, string, Act])[] = [
    ["a second founding", "vera-laptop", "2 Misplaced", foundedBy("zoya", "zoya-laptop")],
    ["a stranger's device signing", "zoya-laptop", "2 UnknownDevice", deskOf("room", ["vera"])],
    ["a desk with unknown members", "vera-laptop", "2 UnknownMember", deskOf("room", ["vera", "zoya"])],
    ["a desk that names a member twice", "vera-laptop", "2 AlreadyThere", deskOf("room", ["vera", "vera"])],
    ["a desk without its maker", "vera-laptop", "2 NotAllowed", deskOf("room", [])],
    ["a desk that begins at epoch 2", "vera-laptop", "2 NotAllowed", deskOf("room", ["vera"], 2)],
    [
      "another member's device",
      "vera-laptop",
      "2 NotAllowed",
      { type: "DeviceAdded", device: deviceNamed("zoya-phone", "zoya") },
    ],
    [
      "the same device again",
      "vera-laptop",
      "2 AlreadyThere",
      { type: "DeviceAdded", device: deviceNamed("vera-laptop", "vera") },
    ],
    [
      "a device under another device's key",
      "vera-laptop",
      "2 AlreadyThere",
      {
        type: "DeviceAdded",
        device: deviceNamed("vera-phone", "vera", { signing: keyNamed("vera-laptop") }),
      },
    ],
    [
      "a certificate by another key",
      "vera-laptop",
      "2 BadCertificate",
      {
        type: "DeviceAdded",
        device: deviceNamed("vera-phone", "vera", {
          certificate: paperSign(keyNamed("zoya"), new Uint8Array(1)),
        }),
      },
    ],
    [
      "a weak signing key",
      "vera-laptop",
      "2 WeakKey",
      {
        type: "DeviceAdded",
        device: deviceNamed("vera-phone", "vera", { signing: toText(new Uint8Array(32)) }),
      },
    ],
    [
      "a recipient of the other suite",
      "vera-laptop",
      "2 WrongSuite",
      {
        type: "DeviceAdded",
        device: deviceNamed("vera-phone", "vera", { recipient: `age1pq1${"q".repeat(1900)}` }),
      },
    ],
  ];
  for (const [title, by, fault, act] of second) {
    test(`refuses ${title}`, async () => {
      const first = await logOf(["vera-laptop", foundedBy("vera", "vera-laptop")]);
      expect(await faultOf([...first, await statementAfter(first, by, act)])).toBe(fault);
    });
  }

  test("refuses a desk made twice", async () => {
    const before = await log();
    expect(
      await faultOf([...before, await statementAfter(before, "vera-phone", deskOf("room", ["vera"]))]),
    ).toBe("4 AlreadyThere");
  });

  test("begins with a founding that its founder signed", async () => {
    const forged = async (act: Act, by = "vera-laptop") => faultOf([await statementAfter([], by, act)]);
    const good = foundedBy("vera", "vera-laptop");
    if (good.type !== "Founded") throw new Error("a founding");
    expect(await forged(deskOf("room", []))).toBe("1 UnknownDevice");
    expect(await forged(good, "vera-phone")).toBe("1 UnknownDevice");
    expect(await forged({ ...good, charter: charterOf("zoya") })).toBe("1 NotAllowed");
    expect(await forged({ ...good, device: deviceNamed("vera-laptop", "zoya") })).toBe("1 NotAllowed");
    expect(await forged({ ...good, charter: { ...good.charter, practice: false } })).toBe("1 BadCharter");
    expect(await forged({ ...good, device: { ...good.device, certificate: good.charter.signature } })).toBe(
      "1 BadCertificate",
    );
  });
});

describe("an epoch box", () => {
  const boxed = (changes: Partial<EpochBox> = {}): EpochBox => {
    const bare = {
      v: 1,
      desk: named<DeskId>("room"),
      epoch: 1 as Epoch,
      team: 3,
      devices: [named<DeviceId>("vera-laptop"), named<DeviceId>("vera-phone")].toSorted(),
      by: named<DeviceId>("vera-laptop"),
      file: fileFor(changes.devices?.length ?? 2),
      ...changes,
    } as const;
    return { ...bare, signature: changes.signature ?? paperSign(keyNamed("vera-laptop"), boxMessage(bare)) };
  };

  test("is for the devices that the log names and nobody else", async () => {
    const team = await replayTeam(await log(), paper);
    const fault = (changes: Partial<EpochBox>) => faultOfBox(boxed(changes), team, paper.verify);
    expect(await fault({})).toBeUndefined();
    expect(await fault({ team: 2, devices: [named<DeviceId>("vera-laptop")] })).toBeUndefined();
    expect(await fault({ desk: named<DeskId>("cellar") })).toBe("UnknownDesk");
    expect(await fault({ epoch: 2 as Epoch })).toBe("WrongEpoch");
    expect(await fault({ team: 4 })).toBe("FutureTeam");
    expect(await fault({ devices: [named<DeviceId>("vera-laptop")] })).toBe("WrongDevices");
    expect(await fault({ devices: [...boxed().devices, named<DeviceId>("stranger")] })).toBe("WrongDevices");
    expect(await fault({ file: fileFor(3) })).toBe("WrongStanzas");
    expect(await fault({ file: fileFor(1) })).toBe("WrongStanzas");
    expect(await fault({ file: "AAAA" })).toBe("WrongStanzas");
    expect(await fault({ recovery: deviceNamed("paper", "vera").recipient })).toBe("WrongRecovery");
    expect(await fault({ by: named<DeviceId>("stranger") })).toBe("UnknownSigner");
    expect(await fault({ by: named<DeviceId>("vera-phone") })).toBe("BadSignature");
    expect(await fault({ signature: toText(new Uint8Array(64)) })).toBe("BadSignature");
  });
});

test("keys of small order and second spellings of a key are nobody's keys", () => {
  const bytes = (...start: number[]) => Uint8Array.from({ length: 32 }, (_, at) => start[at] ?? 0);
  expect(isStrictKey(bytes(9))).toBe(true);
  expect(isStrictKey(bytes(1))).toBe(false);
  expect(isStrictKey(bytes(0))).toBe(false);
  const top = Uint8Array.from({ length: 32 }, () => 0xff);
  for (const sign of [0x7f, 0xff]) {
    for (let low = 0xed; low <= 0xff; low += 1) {
      top[0] = low;
      top[31] = sign;
      expect(isStrictKey(top)).toBe(false);
    }
    top[0] = 0xeb;
    expect(isStrictKey(top)).toBe(true);
  }
  expect(isStrictKey(bytes(9).slice(1))).toBe(false);
});
