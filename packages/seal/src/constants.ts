/**
 * What is decided once and compiled in. None of it is ever read from a file, a message or the server: whoever could change
 * these numbers could weaken every lock.
 */

/** Smallest padded plaintext of a sheet, a card and a store entry. */
export const SMALLEST = 256;
/** Binders are padded to multiples of this. */
export const BINDER_STEP = 4096;
/** An opened binder larger than this is not ours: about two thousand full cards. */
export const BINDER_OPENED_MAX = 64_000_000;

/** Argon2id for the passphrase: 64 MiB, three passes, one lane (RFC 9106, section 4, second recommendation, one lane for browsers). */
export const ARGON2 = { memoryKiB: 65_536, passes: 3, lanes: 1, bytes: 32 } as const;

export const KEY_BYTES = 32;
export const NONCE_BYTES = 24;
export const TAG_BYTES = 16;

/** Bounds of an age header, by suite, before anything in it is looked at: a box may be addressed to 500 devices. */
export const AGE_STANZAS_MAX = 512;
export const AGE_STANZA_BYTES = { A1: 160, A2: 1_800 } as const;

/** A letter from outside: bounds of its age header, by suite, and of what lies in it. */
export const DROP_HEADER = {
  A1: { bytes: 8_192, stanzas: 8 },
  A2: { bytes: 32_768, stanzas: 8 },
} as const;
export const DROP_SMALLEST = 16_384;
export const DROP_FILES_MAX = 64;

/** The padded content of a reply: with the header of either suite it fits the mailbox's one page. */
export const REPLY_BYTES = 61_440;
