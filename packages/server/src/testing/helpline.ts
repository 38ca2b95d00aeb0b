/**
 * A helpline for tests and benchmarks: real keys, a real team log, real signatures; sheets whose bodies are random bytes,
 * which is all that a server can tell them from. Seeded: the same seed gives the same helpline.
 */
import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from "node:crypto";

import {
  boxMessage,
  certificateMessage,
  charterMessage,
  devicesOfDesk,
  idFrom,
  joined,
  labelled,
  replayTeam,
  statementMessage,
  toText,
  utf8,
  type Act,
  type DeskId,
  type DeviceId,
  type DeviceKeys,
  type EpochBox,
  type Epoch,
  type FolderId,
  type Hash,
  type MemberId,
  type MeetingId,
  type Push,
  type Role,
  type SheetId,
  type SignIn,
  type Team,
  type TeamPush,
  type TeamStatement,
} from "@answerable/wire";

import { hashOfSheet } from "../log/sheet-hash.ts";
import { sha256, verify } from "../sign-in/verify.ts";

const EPOCH = 1 as Epoch; // makes the brand
const AT = "2026-11-22T18:30:00Z";
const bech32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

export interface TestDevice {
  readonly device: DeviceId;
  readonly member: MemberId;
  readonly key: KeyObject;
  readonly keys: DeviceKeys;
}

/** Bytes that follow from a seed alone. */
export function seededRandom(seed: string): (bytes: number) => Uint8Array {
  let count = 0;
  return (bytes) => {
    const blocks: Buffer[] = [];
    for (let at = 0; at < bytes; at += 32) {
      blocks.push(
        createHash("sha256")
          .update(`${seed} ${(count += 1)}`)
          .digest(),
      );
    }
    return new Uint8Array(Buffer.concat(blocks).subarray(0, bytes));
  };
}

export type TestHelpline = Awaited<ReturnType<typeof testHelpline>>;

export async function testHelpline(options: { readonly seed?: string; readonly desks?: number } = {}) {
  const random = seededRandom(options.seed ?? "a helpline for tests");
  const founderKey = signingKey(random);
  const member = idFrom<MemberId>(random(16));
  const first = newDevice();

  const charter = {
    v: 1 as const,
    name: "Helpline for tests",
    suite: "A1" as const,
    practice: true,
    founded: AT,
    founder: publicText(founderKey),
  };
  const founded: Act = {
    type: "Founded",
    charter: { ...charter, signature: signText(founderKey, charterMessage(charter)) },
    member: { member, key: publicText(founderKey) },
    device: first.keys,
  };
  const desks = Array.from({ length: options.desks ?? 1 }, () => idFrom<DeskId>(random(16)));
  let team: Team | undefined;

  function newDevice(of: MemberId = member, certifier: KeyObject = founderKey): TestDevice {
    const key = signingKey(random);
    const recipient = `age1${Array.from(random(58), (byte) => bech32[byte % 32]).join("")}`;
    const bare = { device: idFrom<DeviceId>(random(16)), member: of, signing: publicText(key), recipient };
    const certificate = signText(certifier, certificateMessage(bare));
    return { device: bare.device, member: of, key, keys: { ...bare, certificate } };
  }

  async function statement(act: Act, by: TestDevice = first, at: string = AT): Promise<TeamStatement> {
    const bare = {
      v: 1 as const,
      number: (team?.number ?? 0) + 1,
      prev: team?.head ?? ("" as const),
      at,
      by: by.device,
      act,
    };
    const whole = { ...bare, signature: signText(by.key, statementMessage(bare)) };
    team = await replayTeam([whole], { verify, hash: sha256, ...(team ? { from: team } : {}) });
    return whole;
  }

  function box(desk: DeskId, by: TestDevice = first): EpochBox {
    const devices = team ? [...devicesOfDesk(team, desk)] : [];
    // A header like age's, for the server counts who it is for; what follows is as good as random to it.
    const header = `age-encryption.org/v1\n${"-> X25519 paper\npaper\n".repeat(devices.length)}--- paper\n`;
    const file = toText(joined(utf8(header), random(300)));
    const bare = { v: 1 as const, desk, epoch: EPOCH, team: team?.number ?? 1, devices, by: by.device, file };
    return { ...bare, signature: signText(by.key, boxMessage(bare)) };
  }

  const statements: TeamStatement[] = [await statement(founded)];
  for (const desk of desks) {
    statements.push(
      await statement({
        type: "DeskCreated",
        desk,
        epoch: EPOCH,
        members: [member],
        canary: toText(random(64)),
      }),
    );
  }
  const founding: TeamPush = { statements, boxes: desks.map((desk) => box(desk)) };

  return {
    random,
    member,
    device: first,
    desks,
    desk: desks[0] ?? idFrom<DeskId>(random(16)),
    /** In pushes of at most twenty statements. Only for one desk is it one push. */
    founding,
    newDevice,
    /** A member who sits at no desk, with her first device; her statement still has to be pushed. */
    async newMember(roles: readonly Role[]): Promise<{ device: TestDevice; statement: TeamStatement }> {
      const key = signingKey(random);
      const one = idFrom<MemberId>(random(16));
      const device = newDevice(one, key);
      const added = { member: one, key: publicText(key) };
      const act: Act = {
        type: "MemberAdded",
        member: added,
        device: device.keys,
        roles: [...roles],
        desks: [],
      };
      return { device, statement: await statement(act) };
    },
    statement,
    box,
    charterName: charter.name,
    folder: () => idFrom<FolderId>(random(16)),
    meeting: () => idFrom<MeetingId>(random(16)),
    /** The first sheet of a new folder, or the one that follows `after`. */
    push(
      options: {
        readonly desk?: DeskId;
        readonly after?: Push;
        readonly by?: TestDevice;
        readonly bytes?: number;
      } = {},
    ): Push {
      const { after, by = first, bytes = 900 } = options;
      const desk = after?.sheet.desk ?? options.desk ?? desks[0] ?? idFrom<DeskId>(random(16));
      const folder = after?.sheet.folder ?? idFrom<FolderId>(random(16));
      const number = (after?.sheet.number ?? 0) + 1;
      const prev: Hash | "" = after ? hashOfSheet(after.sheet) : "";
      const one = { v: 1 as const, desk, folder, epoch: EPOCH };
      return {
        sheet: {
          ...one,
          id: idFrom<SheetId>(random(16)),
          number,
          prev,
          device: by.device,
          seen: 0,
          body: toText(random(bytes)),
          signature: toText(random(64)),
        },
        card: { ...one, number, body: toText(random(Math.min(20_000, Math.max(40, Math.floor(bytes / 3))))) },
        key: after?.key ?? { ...one, body: toText(random(72)) },
      };
    },
    signIn(challenge: string, by: TestDevice = first): SignIn {
      const charterHash = team?.fingerprint ?? "";
      const message = labelled("answerable/sign-in/1", {
        charter: charterHash,
        device: by.device,
        challenge,
      });
      return { device: by.device, challenge, signature: signText(by.key, message) };
    },
  };
}

/** RFC 8410: an Ed25519 private key from its 32 bytes. */
function signingKey(random: (bytes: number) => Uint8Array): KeyObject {
  const prefix = Buffer.from("302e020100300506032b657004220420", "hex");
  return createPrivateKey({ key: Buffer.concat([prefix, random(32)]), format: "der", type: "pkcs8" });
}

function publicText(key: KeyObject): string {
  return toText(new Uint8Array(createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32)));
}

export function signText(key: KeyObject, message: Uint8Array): string {
  return toText(new Uint8Array(sign(null, message, key)));
}
