/**
 * What lies on the device: drawers of named texts. Every text is either what the server has too (sealed sheets, cards,
 * binders, letters, wrapped keys, the signed team log, places) or sealed under the device's own store key (outbox, drafts, names).
 * A Store never sees anything open.
 */
export const drawers = [
  "keep",
  "team",
  "keys",
  "sheets",
  "cards",
  "binders",
  "places",
  "drops",
  "outbox",
  "drafts",
  "files",
  "own",
] as const;
export type Drawer = (typeof drawers)[number];

export interface Kept {
  readonly key: string;
  readonly text: string;
}

/** Without `text` it is taken away. */
export interface Change {
  readonly drawer: Drawer;
  readonly key: string;
  readonly text?: string;
}

export interface Store {
  get(drawer: Drawer, key: string): Promise<string | undefined>;
  /** In pages, in order of the keys; only those whose key begins with `prefix`. */
  list(drawer: Drawer, prefix?: string): AsyncGenerator<readonly Kept[]>;
  /**
   * Resolves when it is on the disk. Changes stand all or none, or, where the disk cannot promise that, from the first
   * on without a gap: so a cursor comes after what it covers. Throws StoreFull where there is no room; then nothing of it stands.
   */
  write(changes: readonly Change[]): Promise<void>;
  /** Takes everything away, the keep first. */
  wipe(): Promise<void>;
  close(): void;
}

/** The disk takes no more. What was to be kept is still in the hands of the caller. */
export class StoreFull extends Error {
  override readonly name = "StoreFull";
  constructor(options?: ErrorOptions) {
    super("there is no room left on this device", options);
  }
}
