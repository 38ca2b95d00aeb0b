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

/** Where, which bytes, what it is, and its ending where it is looked at. */
const kinds: readonly (readonly [at: number, bytes: string, kind: string, ending?: string])[] = [
  [0, "ffd8ff", "image/jpeg", "jpg"],
  [0, "89504e470d0a1a0a", "image/png", "png"],
  [0, "47494638", "image/gif", "gif"],
  [8, "57454250", "image/webp", "webp"],
  [8, "57415645", "audio/wav", "wav"],
  [4, "66747970686569", "image/heic", "heic"],
  [4, "667479704d3441", "audio/mp4", "m4a"],
  [4, "66747970", "video/mp4", "mp4"],
  [0, "1a45dfa3", "video/webm", "webm"],
  [0, "4f676753", "audio/ogg", "ogg"],
  [0, "494433", "audio/mpeg", "mp3"],
  [0, "fffb", "audio/mpeg", "mp3"],
  [0, "255044462d", "application/pdf", "pdf"],
  [0, "504b0304", "application/zip"],
  [0, "52617221", "application/vnd.rar"],
  [0, "377abcaf271c", "application/x-7z-compressed"],
  [0, "1f8b", "application/gzip"],
  [0, "d0cf11e0", "application/x-ole-storage"],
  [0, "4d5a", "application/x-msdownload"],
  [0, "7f454c46", "application/x-elf"],
];
const unknown: FileKind = { kind: "application/octet-stream", ending: "bin" };

export function kindOf(first: Uint8Array): FileKind {
  const start = Array.from(first.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const known = kinds.find(([at, bytes]) => start.startsWith(bytes, 2 * at));
  if (known) return { kind: known[2], ending: known[3] ?? "bin" };
  return kindOfText(first.subarray(0, KIND_BYTES)) ?? unknown;
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
