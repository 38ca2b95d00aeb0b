/** What a file is by its first bytes: a name can say anything. Only what a desk can look at has a kind; the rest is "bin". */
export interface FileKind {
  readonly kind: string;
  readonly ending: string;
}

const kinds: readonly (readonly [number, readonly number[], FileKind])[] = [
  [0, [0xff, 0xd8, 0xff], { kind: "image/jpeg", ending: "jpg" }],
  [0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], { kind: "image/png", ending: "png" }],
  [8, [0x57, 0x45, 0x42, 0x50], { kind: "image/webp", ending: "webp" }],
  [4, [0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69], { kind: "image/heic", ending: "heic" }],
  [4, [0x66, 0x74, 0x79, 0x70, 0x4d, 0x34, 0x41], { kind: "audio/mp4", ending: "m4a" }],
  [4, [0x66, 0x74, 0x79, 0x70], { kind: "video/mp4", ending: "mp4" }],
  [0, [0x1a, 0x45, 0xdf, 0xa3], { kind: "video/webm", ending: "webm" }],
  [0, [0x4f, 0x67, 0x67, 0x53], { kind: "audio/ogg", ending: "ogg" }],
  [0, [0x49, 0x44, 0x33], { kind: "audio/mpeg", ending: "mp3" }],
  [0, [0xff, 0xfb], { kind: "audio/mpeg", ending: "mp3" }],
  [0, [0x25, 0x50, 0x44, 0x46, 0x2d], { kind: "application/pdf", ending: "pdf" }],
];
const unknown: FileKind = { kind: "application/octet-stream", ending: "bin" };

export function kindOf(first: Uint8Array): FileKind {
  return kinds.find(([at, bytes]) => bytes.every((byte, n) => first[at + n] === byte))?.[2] ?? unknown;
}
