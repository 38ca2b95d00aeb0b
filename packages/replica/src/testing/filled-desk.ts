/** What benches in a browser begin with: a real server filled with one desk, and the disks of two enrolled devices. */
import { momentOf, type CaseCard } from "@answerable/casework";
import { deviceSecretFromBytes, lockKeep, type OpenKeep, type Random } from "@answerable/seal";
import { openWire, type Fetch } from "@answerable/wire";

import { keepChange, ownChange, storeSeal, teamChanges } from "../at-rest.ts";
import type { Change } from "../store/store.ts";
import { chanceOf } from "./chance.ts";
import { closingOf, paperHelpline, tokenOf } from "./helpline.ts";
import { boundDesk, invented } from "./invented.ts";
import { drawnCard, type Drawn } from "./likeness-at-scale.ts";

export interface Wish {
  readonly origin: string;
  readonly fetch: Fetch;
  readonly random: Random;
  readonly foundingSecret: string;
  readonly passphrase: string;
  readonly size: number;
  /** Of these instead of invented ones. */
  readonly reports?: readonly Drawn[];
}

/** All of it goes into the browser as plain values. */
export interface FilledDesk {
  readonly devices: readonly {
    readonly changes: readonly Change[];
    readonly secret: readonly number[];
  }[];
  readonly measured: {
    readonly desk: string;
    readonly deskSecret: readonly number[];
    readonly token: string;
    readonly member: string;
  };
  readonly megabytes: number;
}

const MONTH_MINUTES = 31 * 24 * 60;

/**
 * Nobody was spoken to lately: the server has no sheets beneath these cards, and a device that fetched the folders of the last days
 * ahead (sync/ahead.ts) would rightly say of sixty that the server holds them back.
 */
function lastMonth(card: CaseCard): CaseCard {
  return {
    ...card,
    opened: momentOf(Date.parse(card.opened) - MONTH_MINUTES * 60_000),
    contacts: card.contacts.map(([at, member, person]) => [at - MONTH_MINUTES, member, person]),
  };
}

export async function fillDesk(wish: Wish): Promise<FilledDesk> {
  const { random, passphrase } = wish;
  const paper = await paperHelpline(2);
  const [founder] = paper.keeps;
  if (!founder) throw new Error("a helpline has a device");
  const session: { token?: string } = {};
  const wire = openWire({ origin: wish.origin, fetch: wish.fetch, token: () => session.token });
  for (const push of paper.pushes) {
    await wire.pushTeam(push, session.token === undefined ? wish.foundingSecret : undefined);
    session.token ??= await tokenOf(wire, founder);
  }

  const chance = chanceOf(5);
  const closing = await closingOf({ paper, keep: founder, random });
  const { card } = invented(chance);
  let bytes = 0;
  let at = 0;
  function next() {
    const drawn = wish.reports?.[at];
    at += 1;
    return lastMonth(drawn ? drawnCard(drawn, closing.member, at) : card(closing.member));
  }
  for (const { binder } of boundDesk(closing, chance, { size: wish.size, covers: 0, card: next })) {
    bytes += binder.body.length;
    await wire.putBinder(binder);
  }

  const statements = paper.pushes.flatMap((push) => push.statements);
  const box = paper.pushes.at(-1)?.boxes[0];
  if (!box) throw new Error("who adds a device seals the desk's keys to it");
  async function disk(open: OpenKeep) {
    const secret = random(32);
    const { signer: _signer, storeKey: _storeKey, ...keep } = open;
    const locked = await lockKeep(keep, { passphrase, deviceSecret: deviceSecretFromBytes(secret) }, random);
    const own = { name: "Вера", deviceName: "стол у окна" };
    return {
      changes: [
        ...teamChanges(statements, box ? [box] : []),
        ownChange(storeSeal(open, random), own),
        keepChange(locked),
      ],
      secret: [...secret],
    };
  }
  return {
    devices: await Promise.all(paper.keeps.map(disk)),
    measured: {
      desk: paper.desk,
      deskSecret: [...paper.secret],
      token: session.token ?? "",
      member: closing.member,
    },
    megabytes: bytes / 1e6,
  };
}
