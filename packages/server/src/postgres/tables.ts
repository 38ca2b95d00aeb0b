/** The tables as Kysely sees them. Their truth is in migrations/; ids are text, bytes are bytes. */
import type {
  BlobId,
  DeskId,
  DeviceId,
  DropId,
  Epoch,
  FolderId,
  LeaseClaim,
  LeaseToken,
  Period,
  SheetId,
} from "@answerable/wire";
import type { Generated } from "kysely";

export interface Tables {
  readonly "app.server_secret": { readonly name: string; readonly secret: Buffer };
  readonly "app.team": { readonly number: number; readonly statement: string };
  readonly "app.meeting": { readonly meeting: string; readonly until: number };
  readonly "app.meeting_note": { readonly meeting: string; readonly slot: string; readonly body: Buffer };
  readonly "app.desk": {
    readonly desk: DeskId;
    readonly head: number;
    readonly shredded_at: Generated<number>;
  };
  readonly "app.box": {
    readonly desk: DeskId;
    readonly epoch: Epoch;
    readonly team: number;
    readonly devices: DeviceId[];
    readonly by_device: DeviceId;
    readonly file: Buffer;
    readonly signature: Buffer;
  };
  readonly "app.sheet": {
    readonly desk: DeskId;
    readonly folder: FolderId;
    readonly number: number;
    readonly place: number;
    readonly id: SheetId;
    readonly prev: Buffer | null;
    readonly epoch: Epoch;
    readonly device: DeviceId;
    readonly seen: number;
    readonly body: Buffer;
    readonly signature: Buffer;
    readonly hash: Buffer;
  };
  readonly "app.card": {
    readonly desk: DeskId;
    readonly folder: FolderId;
    readonly number: number;
    readonly place: number;
    readonly epoch: Epoch;
    readonly body: Buffer;
  };
  readonly "app.folder_key": {
    readonly desk: DeskId;
    readonly folder: FolderId;
    readonly epoch: Epoch;
    readonly body: Buffer;
  };
  readonly "app.binder": {
    readonly desk: DeskId;
    readonly slots: number;
    readonly n: number;
    readonly covers: number;
    readonly epoch: Epoch;
  };
  readonly "app.binder_part": {
    readonly desk: DeskId;
    readonly slots: number;
    readonly n: number;
    readonly part: number;
    readonly body: Buffer;
  };
  readonly "app.tree_block": {
    readonly desk: DeskId;
    readonly level: number;
    readonly n: number;
    readonly hash: Buffer;
  };
  readonly "app.drop_head": { readonly desk: DeskId; readonly head: number };
  readonly "app.letter": {
    readonly desk: DeskId;
    readonly place: number;
    readonly id: DropId;
    readonly period: Period;
    readonly day: string;
    readonly hash: Buffer;
    readonly body: Buffer;
  };
  readonly "app.used_challenge": {
    readonly desk: DeskId;
    readonly challenge: string;
    readonly until: number;
  };
  readonly "app.mailbox": {
    readonly desk: DeskId;
    readonly locator: string;
    readonly key: Buffer;
    readonly number: number;
    readonly page: Buffer;
    readonly read_number: number | null;
    readonly read_day: string | null;
  };
  readonly "app.mailbox_try": {
    readonly desk: DeskId;
    readonly locator: string;
    readonly hour: number;
    readonly tries: number;
  };
  readonly "app.lease": {
    readonly desk: DeskId;
    readonly token: LeaseToken;
    readonly claim: LeaseClaim;
    readonly until: number;
  };
  readonly "app.blob": {
    readonly desk: DeskId;
    readonly id: BlobId;
    readonly length: number;
    readonly received: number;
    readonly until: number;
  };
  readonly "app.blob_part": {
    readonly desk: DeskId;
    readonly id: BlobId;
    readonly start: number;
    readonly body: Buffer;
  };
  readonly "app.publication": { readonly release: number; readonly archive: Buffer };
}
