import {
  boxMessage,
  bytesTextOf,
  canonicalBytes,
  devicesOfDesk,
  epochSchema,
  faultOfBox,
  fromText,
  fromUtf8,
  id,
  periodSchema,
  recoveryOf,
  toText,
  type BoxFault,
  type DeskId,
  type Epoch,
  type EpochBox,
  type Period,
  type Team,
} from "@answerable/wire";
/**
 * An epoch box: a plain age file to every device of a desk, holding the desk's secrets of all its epochs, so that who comes
 * later can read what was said before. Its recipients come from the team log and from nowhere else.
 */
import * as v from "valibot";

import { bytesOf } from "./aead.ts";
import { ageOpened, ageSealed, recipientOf } from "./age.ts";
import { Damaged } from "./damaged.ts";
import { checkCanary, deskKeys, type DeskSecret, type DeskSecrets } from "./desk-keys.ts";
import { verify } from "./ed25519.ts";
import type { OpenKeep } from "./keep.ts";

/** The box is not what the team log says, or holds keys that are not the desk's. */
export class BoxDamaged extends Damaged {
  override readonly name = "BoxDamaged";
  readonly why: BoxFault | "NotForThisDevice" | "Unreadable" | "WrongKey";
  constructor(why: BoxDamaged["why"]) {
    super("box");
    this.why = why;
  }
}

const BoxContent = v.strictObject({
  v: v.literal(1),
  desk: id<DeskId>(),
  secrets: v.pipe(v.array(v.strictObject({ epoch: epochSchema, secret: bytesTextOf(32) })), v.minLength(1)),
  // A box from before the desk had a letterbox has none of these.
  intake: v.optional(
    v.array(
      v.strictObject({
        period: periodSchema,
        identity: v.pipe(v.string(), v.regex(/^AGE-SECRET-KEY-(PQ-)?1[A-Z0-9]+$/)),
      }),
    ),
  ),
});

export interface BoxToSeal {
  readonly desk: DeskSecrets;
  /** The log after the statements that the box follows from. */
  readonly team: Team;
  readonly keep: Pick<OpenKeep, "device" | "signer">;
}

export async function sealBox({ desk: { desk, secrets, intake }, team, keep }: BoxToSeal): Promise<EpochBox> {
  const known = team.desks.get(desk);
  if (!known || !secrets.has(known.epoch))
    throw new Error("a box needs a desk of the log and its newest secret");
  const devices = devicesOfDesk(team, desk);
  const recovery = recoveryOf(team)?.recipient;
  const recipients = [
    ...devices.flatMap((one) => team.devices.get(one)?.recipient ?? []),
    ...(recovery === undefined ? [] : [recovery]),
  ];
  const content = {
    v: 1,
    desk,
    secrets: [...secrets]
      .map(([epoch, secret]) => ({ epoch, secret: toText(secret) }))
      .toSorted((a, b) => a.epoch - b.epoch),
    ...(intake && intake.size > 0
      ? { intake: [...intake].map(([period, identity]) => ({ period, identity })) }
      : {}),
  };
  const file = toText(await ageSealed(canonicalBytes(content), team.charter.suite, recipients));
  const bare: Omit<EpochBox, "signature"> = {
    v: 1,
    desk,
    epoch: known.epoch,
    team: team.number,
    devices: [...devices],
    ...(recovery === undefined ? {} : { recovery }),
    by: keep.device,
    file,
  };
  return { ...bare, signature: toText(await keep.signer.sign(boxMessage(bare))) };
}

/** Throws BoxDamaged. Each secret must open the canary that the log has for its epoch. */
export async function openBox(
  box: EpochBox,
  keep: Pick<OpenKeep, "device" | "identity">,
  team: Team,
): Promise<DeskSecrets> {
  if (!box.devices.includes(keep.device)) {
    const fault = await faultOfBox(box, team, verify);
    throw new BoxDamaged(fault ?? "NotForThisDevice");
  }
  return opened(box, keep.identity, team);
}

/** With the identity that the shares on paper give. Throws BoxDamaged. */
export async function openBoxByRecovery(box: EpochBox, identity: string, team: Team): Promise<DeskSecrets> {
  if (box.recovery === undefined || box.recovery !== (await recipientOf(identity)))
    throw new BoxDamaged("NotForThisDevice");
  return opened(box, identity, team);
}

async function opened(box: EpochBox, identity: string, team: Team): Promise<DeskSecrets> {
  const fault = await faultOfBox(box, team, verify);
  if (fault !== undefined) throw new BoxDamaged(fault);
  const content = await contentOf(box, identity, team);
  if (content.desk !== box.desk) throw new BoxDamaged("WrongKey");
  const secrets = new Map<Epoch, DeskSecret>();
  for (const { epoch, secret } of content.secrets) {
    const bytes = fromText(secret) as DeskSecret; // makes the brand
    const canary = team.desks.get(box.desk)?.canaries.get(epoch);
    if (
      !canary ||
      !isTrueTo(() => checkCanary(deskKeys(bytes, box.desk, epoch), canary.canary, canary.head))
    ) {
      throw new BoxDamaged("WrongKey");
    }
    secrets.set(epoch, bytes);
  }
  if (!secrets.has(box.epoch)) throw new BoxDamaged("WrongKey");
  const intake = await intakeIn(content.intake ?? [], box.desk, team);
  return { desk: box.desk, secrets, ...(intake.size > 0 ? { intake } : {}) };
}

/** Each identity must be the one whose recipient the log published: else letters would be sealed to a key that is not here. */
async function intakeIn(
  found: readonly { readonly period: Period; readonly identity: string }[],
  desk: DeskId,
  team: Team,
): Promise<ReadonlyMap<Period, string>> {
  const intake = new Map<Period, string>();
  for (const { period, identity } of found) {
    const known = team.desks.get(desk)?.intake.find((one) => one.period === period);
    if (!known || known.recipient !== (await recipientOf(identity).catch(() => undefined)))
      throw new BoxDamaged("WrongKey");
    intake.set(period, identity);
  }
  return intake;
}

async function contentOf(box: EpochBox, identity: string, team: Team) {
  try {
    const text = await ageOpened(bytesOf(box.file, "box"), {
      suite: team.charter.suite,
      identity,
      what: "box",
    });
    return v.parse(BoxContent, JSON.parse(fromUtf8(text)));
  } catch {
    // The parser's error would quote what was inside.
    throw new BoxDamaged("Unreadable");
  }
}

function isTrueTo(check: () => void): boolean {
  try {
    check();
    return true;
  } catch (error) {
    if (error instanceof Damaged) return false;
    throw error;
  }
}
