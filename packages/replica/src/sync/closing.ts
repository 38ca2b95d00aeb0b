/**
 * What the sync code may ask of the keys of one desk: to close and to open, never to see them. Made from an unlocked
 * keep in keys.ts. Opening throws where the thing is for this desk and damaged.
 */
import type { BoundCard, BoundText } from "@answerable/seal";
import type {
  Binder,
  DeskId,
  DeviceId,
  Epoch,
  FolderId,
  Hash,
  MemberId,
  SealedCard,
  SealedSheet,
  SheetId,
  WrappedKey,
} from "@answerable/wire";

/** Writes into one folder and reads from it. */
export interface FolderPen {
  readonly seal: (given: {
    readonly id: SheetId;
    readonly number: number;
    readonly prev: Hash | "";
    readonly seen: number;
    readonly payload: Uint8Array;
  }) => Promise<SealedSheet>;
  /** Checks signature and bindings. */
  readonly open: (sheet: SealedSheet) => Promise<Uint8Array>;
}

export interface Closing {
  readonly desk: DeskId;
  /** What is sealed now is sealed under this one. */
  readonly epoch: () => Epoch;
  readonly member: MemberId;
  readonly device: DeviceId;
  readonly name: string;
  readonly newKey: (folder: FolderId) => { readonly wrapped: WrappedKey; readonly pen: FolderPen };
  readonly openKey: (wrapped: WrappedKey) => FolderPen;
  /** The key itself, of a folder that a member gives out whole. */
  readonly revealKey: (wrapped: WrappedKey) => Uint8Array;
  readonly hashOf: (sheet: SealedSheet) => Hash;
  readonly memberOf: (device: DeviceId) => MemberId | undefined;
  /** Whether the device held the desk's key while this epoch was the newest. */
  readonly mayWrite: (device: DeviceId, epoch: number) => boolean;
  readonly sealCard: (folder: FolderId, number: number, payload: Uint8Array) => SealedCard;
  readonly openCard: (card: SealedCard) => Uint8Array;
  readonly sealBinder: (given: {
    readonly n: number;
    readonly of: Binder["of"];
    readonly covers: number;
    readonly cards: readonly BoundCard[];
  }) => Binder;
  readonly openBinder: (binder: Binder) => readonly BoundText[];
  /** Under the device's own key: outbox and drafts. */
  readonly toStore: (kind: "outbox" | "draft" | "own", id: string, text: string) => string;
  readonly fromStore: (kind: "outbox" | "draft" | "own", id: string, sealed: string) => string;
}
