/** The keys of one desk, epoch by epoch, behind the face that the sync code may see. */
import {
  hashOfSheet,
  newFolderKey,
  openBinderTexts,
  openSheet,
  sealBinder,
  sealCard,
  sealSheet,
  unwrapFolderKey,
  wrapFolderKey,
  Damaged,
  type CardOpener,
  type DeskKeys,
  type FolderKey,
  type Random,
  type Signer,
} from "@answerable/seal";
import {
  fromText,
  type DeviceId,
  type DeviceKeys,
  type Epoch,
  type FolderId,
  type MemberId,
} from "@answerable/wire";

import type { Closing, FolderPen } from "./closing.ts";

export interface DeskClosingDeps {
  readonly member: MemberId;
  readonly device: DeviceId;
  readonly name: string;
  readonly signer: Signer;
  readonly random: Random;
  /** Keys of all epochs that this device may open, the newest last. A rotation adds one. */
  readonly epochs: () => readonly { readonly keys: DeskKeys; readonly opener: CardOpener }[];
  /** As the team log now has them. */
  readonly deviceOf: (device: DeviceId) => DeviceKeys | undefined;
  readonly mayWrite: Closing["mayWrite"];
  readonly toStore: Closing["toStore"];
  readonly fromStore: Closing["fromStore"];
}

export function deskClosing(deps: DeskClosingDeps): Closing {
  const { random, signer, device } = deps;
  const newest = (): DeskKeys => {
    const found = deps.epochs().at(-1);
    if (!found) throw new Error("a desk without a key");
    return found.keys;
  };
  const { desk } = newest();
  const of = (wanted: Epoch) => {
    const found = deps.epochs().find((one) => one.keys.epoch === wanted);
    if (!found) throw new Damaged("key");
    return found;
  };

  function penFor(folder: FolderId, key: FolderKey): FolderPen {
    return {
      seal: (sheet) =>
        sealSheet({ ...sheet, desk, folder, epoch: newest().epoch, device, key, signer, random }),
      async open(sheet) {
        const signed = deps.deviceOf(sheet.device);
        if (!signed || sheet.desk !== desk || sheet.folder !== folder) throw new Damaged("signature");
        return openSheet({ sheet, key, signing: fromText(signed.signing) });
      },
    };
  }

  return {
    desk,
    epoch: () => newest().epoch,
    member: deps.member,
    device,
    name: deps.name,
    newKey(folder) {
      const key = newFolderKey(random);
      return { wrapped: wrapFolderKey(newest(), { folder, key }, random), pen: penFor(folder, key) };
    },
    openKey: (wrapped) => penFor(wrapped.folder, unwrapFolderKey(of(wrapped.epoch).keys, wrapped)),
    revealKey: (wrapped) => unwrapFolderKey(of(wrapped.epoch).keys, wrapped),
    hashOf: hashOfSheet,
    memberOf: (id) => deps.deviceOf(id)?.member,
    mayWrite: deps.mayWrite,
    sealCard: (folder, number, payload) => sealCard({ keys: newest(), folder, number, payload, random }),
    openCard: (card) => of(card.epoch).opener.open(card),
    sealBinder: (binder) => sealBinder({ ...binder, keys: newest(), random }),
    openBinder: (binder) => openBinderTexts(of(binder.epoch).keys, binder),
    toStore: deps.toStore,
    fromStore: deps.fromStore,
  };
}
