/** A founded helpline for tests: one member, one device, one desk, its keys in hand. */
import { idFrom, type Epoch, type FolderId, type Hash } from "@answerable/wire";
import { utf8 } from "@answerable/wire";
import { sha256 } from "@noble/hashes/sha2.js";

import type { Suite } from "../age.ts";
import { deskKeys, foundHelpline, newFolderKey, openKeep, sealSheet } from "../index.ts";
import { chance } from "./chance.ts";

export const now = Date.UTC(2026, 10, 22, 18, 30, 0);
export const first = 1 as Epoch; // makes the brand

export const named = <T extends string>(name: string): T =>
  idFrom(sha256(utf8(name)).slice(0, 16)) as string as T;

export async function helpline(
  name: string,
  wish: { readonly suite?: Suite; readonly practice?: boolean } = {},
) {
  const random = chance(name);
  const founding = await foundHelpline({
    name: "Lighthouse",
    practice: wish.practice ?? false,
    suite: wish.suite ?? "A1",
    now,
    random,
  });
  const secret = founding.secrets.secrets.get(first);
  if (!secret) throw new Error("a new desk has a secret of epoch 1");
  const open = await openKeep(founding.keep);
  return { ...founding, random, open, keys: deskKeys(secret, founding.desk, first) };
}

export async function folderWith(
  house: Awaited<ReturnType<typeof helpline>>,
  name: string,
  payload: Uint8Array,
) {
  const { desk, device, open, random } = house;
  const key = newFolderKey(random);
  const folder = named<FolderId>(name);
  const prev: Hash | "" = "";
  const sheet = await sealSheet({
    id: named(`${name} sheet`),
    desk,
    folder,
    number: 1,
    prev,
    epoch: first,
    device,
    seen: 0,
    key,
    payload,
    signer: open.signer,
    random,
  });
  return { key, folder, sheet };
}
