/** The last file of a backup: what is in the others, and what the log of each desk was. Whoever has it and the files has all. */
import { id, type DeskId } from "@answerable/wire";
import * as v from "valibot";

export const Manifest = v.object({
  v: v.literal(1),
  /** UTC, to the second. */
  made: v.string(),
  /** Of the database's shape: an older program cannot take in what a newer one wrote. */
  migration: v.number(),
  /** Rows by table. */
  tables: v.record(v.string(), v.number()),
  /** The signed head of each desk's log (wire/note.ts): what a device compares with what it saw last. */
  desks: v.array(v.object({ desk: id<DeskId>(), size: v.number(), note: v.string() })),
  files: v.array(v.object({ name: v.string(), bytes: v.number(), sha256: v.string() })),
});
export type Manifest = v.InferOutput<typeof Manifest>;

export const MANIFEST = "manifest.json";

/** Gone with the day, or made again from the rest: never in a backup. */
export const passing: ReadonlySet<string> = new Set([
  "migration",
  "meeting",
  "meeting_note",
  "used_challenge",
  "mailbox_try",
  "tree_block",
  "binder",
  "binder_part",
]);
