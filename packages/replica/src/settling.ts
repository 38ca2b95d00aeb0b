/** A device that has just come to be, founded, joined or recovered, is put on the disk whole or not at all. */
import {
  lockKeep,
  openKeep,
  type DeviceKeep,
  type Lockwork,
  type OpenKeep,
  type Random,
} from "@answerable/seal";
import type { EpochBox, Team, TeamStatement } from "@answerable/wire";

import { foundingChange, keepChange, ownChange, storeSeal, teamChanges, type AtRest } from "./at-rest.ts";
import type { Store } from "./store/store.ts";

/** Symbols. */
export const LEAST_PASSPHRASE = 10;

export interface Person {
  readonly yourName: string;
  readonly deviceName: string;
  readonly passphrase: string;
}
export interface NewDevice {
  readonly keep: DeviceKeep;
  readonly statements: readonly TeamStatement[];
  readonly box: EpochBox;
  readonly team: Team;
}

interface Settled {
  readonly keep: OpenKeep;
  readonly atRest: AtRest;
}

export interface SettlingDeps {
  readonly store: Store;
  readonly random: Random;
  readonly lockwork: Lockwork;
}

export async function settled(
  { store, random, lockwork }: SettlingDeps,
  device: NewDevice,
  person: Person & { readonly foundingSecret?: string | undefined },
): Promise<Settled> {
  const locked = await lockKeep(device.keep, { ...lockwork, passphrase: person.passphrase }, random);
  const keep = await openKeep(device.keep);
  const own = { name: person.yourName.trim(), deviceName: person.deviceName.trim() };
  const seal = storeSeal(keep, random);
  await store.write([
    ...teamChanges(device.statements, [device.box]),
    ownChange(seal, own),
    foundingChange(seal, person.foundingSecret),
    keepChange(locked),
  ]);
  return { keep, atRest: { keep: locked, statements: device.statements, boxes: [device.box] } };
}

/** What is wrong with what a person typed at the door. */
export function faultOf(given: Pick<Person, "yourName" | "passphrase">) {
  if (given.yourName.trim() === "") return { type: "NameMissing" } as const;
  return Array.from(given.passphrase).length < LEAST_PASSPHRASE
    ? ({ type: "PassphraseTooShort", least: LEAST_PASSPHRASE } as const)
    : undefined;
}
