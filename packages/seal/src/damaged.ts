/** The two ways in which seal says no. Neither ever carries anything of what was inside. */

export type DamagedPart =
  | "shape"
  | "signature"
  | "body"
  | "padding"
  | "binder"
  | "key"
  | "store"
  | "box"
  | "note"
  | "drop"
  | "reply"
  | "file";

/** For us, and not what it was when it was sealed. */
export class Damaged extends Error {
  override readonly name: string = "Damaged";
  readonly what: DamagedPart;
  constructor(what: DamagedPart) {
    super(`damaged: ${what}`);
    this.what = what;
  }
}

/** More than fits into one sealed thing. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
  readonly bytes: number;
  readonly most: number;
  constructor(bytes: number, most: number) {
    super(`${bytes} bytes do not fit into ${most}`);
    this.bytes = bytes;
    this.most = most;
  }
}
