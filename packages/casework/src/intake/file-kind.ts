/**
 * What a file is by its first bytes: a name can say anything. Only what a desk can look at by itself has a kind of its own;
 * what could run, or hides others in it, is named so that nobody opens it unwarned.
 */
export interface FileKind {
  readonly kind: string;
  /** For a name of ours. What is not looked at is called bin, whatever it is. */
  readonly ending: string;
}

/** How many bytes `kindOf` wants to see. */
export const KIND_BYTES = 512;

const kinds: readonly (readonly [number, readonly number[], FileKind])[] = [
  [0, [0xff, 0xd8, 0xff], { kind: "image/jpeg", ending: "jpg" }],
  [0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], { kind: "image/png", ending: "png" }],
  [0, [0x47, 0x49, 0x46, 0x38], { kind: "image/gif", ending: "gif" }],
  [8, [0x57, 0x45, 0x42, 0x50], { kind: "image/webp", ending: "webp" }],
  [8, [0x57, 0x41, 0x56, 0x45], { kind: "audio/wav", ending: "wav" }],
  [4, [0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69], { kind: "image/heic", ending: "heic" }],
  [4, [0x66, 0x74, 0x79, 0x70, 0x4d, 0x34, 0x41], { kind: "audio/mp4", ending: "m4a" }],
  [4, [0x66, 0x74, 0x79, 0x70], { kind: "video/mp4", ending: "mp4" }],
  [0, [0x1a, 0x45, 0xdf, 0xa3], { kind: "video/webm", ending: "webm" }],
  [0, [0x4f, 0x67, 0x67, 0x53], { kind: "audio/ogg", ending: "ogg" }],
  [0, [0x49, 0x44, 0x33], { kind: "audio/mpeg", ending: "mp3" }],
  [0, [0xff, 0xfb], { kind: "audio/mpeg", ending: "mp3" }],
  [0, [0x25, 0x50, 0x44, 0x46, 0x2d], { kind: "application/pdf", ending: "pdf" }],
  [0, [0x50, 0x4b, 0x03, 0x04], { kind: "application/zip", ending: "bin" }],
  [0, [0x52, 0x61, 0x72, 0x21], { kind: "application/vnd.rar", ending: "bin" }],
  [0, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], { kind: "application/x-7z-compressed", ending: "bin" }],
  [0, [0x1f, 0x8b], { kind: "application/gzip", ending: "bin" }],
  [0, [0xd0, 0xcf, 0x11, 0xe0], { kind: "application/x-ole-storage", ending: "bin" }],
  [0, [0x4d, 0x5a], { kind: "application/x-msdownload", ending: "bin" }],
  [0, [0x7f, 0x45, 0x4c, 0x46], { kind: "application/x-elf", ending: "bin" }],
];
const unknown: FileKind = { kind: "application/octet-stream", ending: "bin" };

export function kindOf(first: Uint8Array): FileKind {
  const known = kinds.find(([at, bytes]) => bytes.every((byte, n) => first[at + n] === byte))?.[2];
  return known ?? kindOfText(first.subarray(0, KIND_BYTES)) ?? unknown;
}

/** Text that a browser would run if it were let; each byte a sign, because any bytes must be readable here. */
function kindOfText(first: Uint8Array): FileKind | undefined {
  const text = String.fromCharCode(...first).toLowerCase();
  if (/<svg[\s>]/u.test(text)) return { kind: "image/svg+xml", ending: "bin" };
  return /<(?:!doctype html|html|head|body|script|iframe)[\s>]/u.test(text)
    ? { kind: "text/html", ending: "bin" }
    : undefined;
}

const shown = ["image/jpeg", "image/png", "image/gif", "image/webp"] as const;

/**
 * How the desk may look at it: a picture drawn anew, pages drawn as pictures, sound and film played. undefined: not at all, it
 * can only be saved, with a warning.
 */
export function lookOf(kind: string): "picture" | "pages" | "sound" | "film" | undefined {
  if (shown.some((one) => one === kind)) return "picture";
  if (kind === "application/pdf") return "pages";
  if (/^audio\/(?:mpeg|mp4|ogg|wav)$/u.test(kind)) return "sound";
  return /^video\/(?:mp4|webm)$/u.test(kind) ? "film" : undefined;
}
