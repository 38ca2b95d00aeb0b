/**
 * What is public: one archive, the files of one release with their manifest and the signatures of two members. The server
 * checks it before it serves it; anyone can check the same archive again: `manifest.json` lists the SHA-256 of every file,
 * `signatures.json` signs the manifest.
 */
import * as v from "valibot";

import { bytesTextOf } from "./bytes.ts";
import { labelled } from "./canonical.ts";
import { hashSchema, id, type DeviceId, type Hash } from "./ids.ts";

export const MAX_PUBLICATION_BYTES = 24_000_000;
export const MAX_PUBLICATION_FILES = 6_000;
export const PUBLICATION_TYPE = "application/zip";
export const manifestPath = "manifest.json";
export const signaturesPath = "signatures.json";

const release = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** A page, a picture, a table or a feed; two folders deep at most, in letters that every disk keeps apart. */
const publicPath = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9-]{0,79}(?:\/[a-z0-9][a-z0-9-]{0,79}){0,2}\.(?:html|svg|csv|json|atom)$/u),
);

export const PublicManifest = v.strictObject({
  release,
  on: v.pipe(v.string(), v.isoDate()),
  files: v.pipe(
    v.array(
      v.strictObject({
        path: publicPath,
        sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
        bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(MAX_PUBLICATION_BYTES)),
      }),
    ),
    v.maxLength(MAX_PUBLICATION_FILES),
  ),
});
export type PublicManifest = v.InferOutput<typeof PublicManifest>;

export const PublicSignature = v.strictObject({
  device: id<DeviceId>(),
  /** The device's Ed25519 key, for who has no team log. */
  key: bytesTextOf(32),
  signature: bytesTextOf(64),
});
export type PublicSignature = v.InferOutput<typeof PublicSignature>;

export const PublicSignatures = v.strictObject({
  v: v.literal(1),
  release,
  manifest: hashSchema,
  signatures: v.pipe(v.array(PublicSignature), v.minLength(2), v.maxLength(8)),
});
export type PublicSignatures = v.InferOutput<typeof PublicSignatures>;

/** What each of the two signs. `manifest`: SHA-256 of manifest.json. */
export function publicationMessage(release: number, manifest: Hash): Uint8Array {
  return labelled("answerable/publication/1", { manifest, release });
}

/** Published: it is what is served, also when it had been before. Behind: release `number` stands there. */
export const PublicationAnswer = v.variant("type", [
  v.strictObject({ type: v.literal("Published") }),
  v.strictObject({ type: v.literal("Behind"), number: v.number() }),
]);
export type PublicationAnswer = v.InferOutput<typeof PublicationAnswer>;
