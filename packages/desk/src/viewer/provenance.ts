/**
 * Whether what a file says about its origin (C2PA, read and never written) is as it was signed: the signature over the claim by the certificate
 * that it carries, the hashes of everything the claim names, and the hash of the picture itself. Whose certificate it is, and whether it was
 * valid, nobody here checks: anyone can make one in any name. So "intact" says only that nobody changed it since it was signed.
 *
 * WebCrypto alone: see docs/dependencies.md.
 */
import { readCbor, sigStructure, type Cbor, type CborMap } from "./cbor.ts";
import { certificateOf, sideBySide, type Certificate } from "./certificate.ts";
import { boxesIn, storeIn, type Box, type Store } from "./jumbf.ts";

/**
 * intact: signature, claim and picture fit. broken: one of them does not. claim: the signature fits what is said, but how it is tied
 * to these very bytes is of a kind that we do not check (films, boxes). unjudged: cannot be read, or an algorithm that this browser lacks.
 */
export type Verdict = "intact" | "broken" | "claim" | "unjudged";

export interface Provenance {
  readonly verdict: Verdict;
  /** By its certificate's own word. */
  readonly signer?: string;
  /** The program that made the claim, by its own word. */
  readonly maker?: string;
}

const MOST_WORDS = 120;
const hashes: Readonly<Record<string, string>> = { sha256: "SHA-256", sha384: "SHA-384", sha512: "SHA-512" };

/** undefined: there is nothing of the kind in it. */
export async function provenanceOf(file: Uint8Array): Promise<Provenance | undefined> {
  try {
    const store = storeIn(file);
    return store && (await judged(file, store));
  } catch {
    return { verdict: "unjudged" };
  }
}

async function judged(file: Uint8Array, store: Store): Promise<Provenance> {
  // The last of the manifests is the one that stands.
  const manifest = boxesIn(store.bytes)[0]?.boxes.at(-1);
  const claimBox = manifest?.boxes.find(({ label }) => /^c2pa\.claim(?:\.v2)?$/u.test(label));
  const claimBytes = contentOf(claimBox);
  const signature = contentOf(manifest?.boxes.find(({ label }) => label === "c2pa.signature"));
  if (!manifest || !claimBytes || !signature) return { verdict: "unjudged" };
  const signed = signedBy(readCbor(signature));
  if (!signed) return { verdict: "unjudged" };
  const claim = readCbor(claimBytes);
  const maker = makerOf(claim);
  const said = {
    ...(signed.certificate.subject !== "" && { signer: signed.certificate.subject }),
    ...(maker !== undefined && { maker }),
  };
  if (!(await fits(signed, claimBytes))) return { verdict: "broken", ...said };
  if (!isMap(claim)) return { verdict: "unjudged", ...said };
  const named = ["assertions", "created_assertions", "gathered_assertions"].flatMap((name) => {
    const all = claim.get(name);
    return Array.isArray(all) ? (all as readonly Cbor[]) : []; // isArray forgets that it is read-only
  });
  const bound: Box[] = [];
  for (const reference of named) {
    const box = isMap(reference) ? namedBy(reference.get("url"), manifest) : undefined;
    if (!isMap(reference) || !box) return { verdict: "broken", ...said };
    const hash = hashOf(reference, claim);
    if (hash === undefined) return { verdict: "unjudged", ...said };
    if (!isSame(await digest(hash, box.content), reference.get("hash")))
      return { verdict: "broken", ...said };
    if (box.label === "c2pa.hash.data") bound.push(box);
  }
  const [binding, second] = bound;
  if (!binding || second) return { verdict: "claim", ...said };
  return { verdict: await boundTo(file, { store, binding, claim }), ...said };
}

/** The newer way first: a name of its own; then the name before the slash. */
function makerOf(claim: Cbor): string | undefined {
  if (!isMap(claim)) return undefined;
  const info = claim.get("claim_generator_info");
  const first = Array.isArray(info) ? (info as readonly Cbor[])[0] : info; // isArray forgets that it is read-only
  const name = (isMap(first) ? first.get("name") : undefined) ?? claim.get("claim_generator");
  return typeof name === "string" ? name.replace(/[\p{Cc}\p{Cf}]/gu, " ").slice(0, MOST_WORDS) : undefined;
}

/** The hash over the whole file but for what is left out. Left out may be the store alone: else something else could be changed unseen. */
async function boundTo(
  file: Uint8Array,
  { store, binding, claim }: { readonly store: Store; readonly binding: Box; readonly claim: CborMap },
): Promise<Verdict> {
  const said = readCbor(contentOf(binding) ?? new Uint8Array());
  const hash = isMap(said) ? hashOf(said, claim) : undefined;
  if (!isMap(said) || hash === undefined) return "unjudged";
  const left = said.get("exclusions");
  const gaps = (Array.isArray(left) ? (left as readonly Cbor[]) : []).map((gap) => {
    // as above
    const [start, length] = isMap(gap) ? [gap.get("start"), gap.get("length")] : [];
    return typeof start === "number" && typeof length === "number"
      ? ([start, start + length] as const)
      : undefined;
  });
  const kept: Uint8Array[] = [];
  let at = 0;
  for (const gap of gaps) {
    if (!gap || gap[0] < at || !isInside(gap, store.places)) return "broken";
    kept.push(file.subarray(at, gap[0]));
    at = gap[1];
  }
  kept.push(file.subarray(at));
  const whole = new Uint8Array(kept.reduce((sum, part) => sum + part.length, 0));
  let filled = 0;
  for (const part of kept) {
    whole.set(part, filled);
    filled += part.length;
  }
  return isSame(await digest(hash, whole), said.get("hash")) ? "intact" : "broken";
}

/** Pieces of the store that follow each other are one place. */
function isInside([from, to]: readonly [number, number], places: Store["places"]): boolean {
  let reached = from;
  for (const [start, end] of places) if (start <= reached && reached < end) reached = end;
  return places.some(([start]) => start <= from) && to <= reached;
}

interface Signed {
  readonly certificate: Certificate;
  readonly algorithm: number;
  readonly guarded: Uint8Array;
  readonly signature: Uint8Array;
}

/** COSE_Sign1 (RFC 9052) with its chain of certificates: the first is the signer's. */
function signedBy(cose: Cbor): Signed | undefined {
  if (!Array.isArray(cose)) return undefined;
  const [guarded, open, , signature] = cose as readonly Cbor[]; // as above
  if (!(guarded instanceof Uint8Array) || !(signature instanceof Uint8Array)) return undefined;
  const heads = [readCbor(guarded), open].filter(isMap);
  const algorithm = heads[0]?.get(1);
  const chain = heads.map((head) => head.get(33) ?? head.get("x5chain")).find((one) => one !== undefined);
  const first = Array.isArray(chain) ? (chain as readonly Cbor[])[0] : chain; // as above
  if (typeof algorithm !== "number" || !(first instanceof Uint8Array)) return undefined;
  return { certificate: certificateOf(first), algorithm, guarded, signature };
}

/** Throws where this browser does not know the algorithm. */
async function fits(
  { certificate, algorithm, guarded, signature }: Signed,
  claim: Uint8Array,
): Promise<boolean> {
  const how = howOf(algorithm, certificate.curve);
  if (!how) throw new Error("an unknown algorithm");
  const key = await crypto.subtle.importKey("spki", bytesOf(certificate.key), how, false, ["verify"]);
  const plain = certificate.curve === undefined ? signature : sideBySide(signature, certificate.curve);
  return crypto.subtle.verify(how, key, bytesOf(plain), sigStructure(guarded, claim));
}

function howOf(algorithm: number, curve: string | undefined) {
  const ecdsa = { [-7]: "SHA-256", [-35]: "SHA-384", [-36]: "SHA-512" }[algorithm];
  if (ecdsa !== undefined)
    return curve === undefined ? undefined : { name: "ECDSA", namedCurve: curve, hash: ecdsa };
  const pss = { [-37]: 256, [-38]: 384, [-39]: 512 }[algorithm];
  if (pss !== undefined) return { name: "RSA-PSS", hash: `SHA-${pss}`, saltLength: pss / 8 };
  return algorithm === -8 ? { name: "Ed25519" } : undefined;
}

/** `self#jumbf=c2pa.assertions/LABEL`, or the whole way from the store on. */
function namedBy(url: Cbor, manifest: Box): Box | undefined {
  const label = typeof url === "string" ? url.split("/").at(-1) : undefined;
  return manifest.boxes
    .find((box) => box.label === "c2pa.assertions")
    ?.boxes.find((box) => label !== undefined && box.label === label);
}

function contentOf(box: Box | undefined): Uint8Array | undefined {
  return box?.boxes.find(({ label }) => label === "cbor")?.content;
}

function isMap(value: Cbor): value is CborMap {
  return value instanceof Map;
}

/** Said beside the hash, else for the whole claim. */
function hashOf(reference: CborMap, claim: CborMap): string | undefined {
  const said = reference.get("alg") ?? claim.get("alg") ?? "sha256";
  return typeof said === "string" ? hashes[said] : undefined;
}

async function digest(hash: string, bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest(hash, bytesOf(bytes)));
}

/** WebCrypto wants memory that nobody shares. */
function bytesOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : Uint8Array.from(bytes);
}

/** Public hashes: nothing is told by how long the comparing takes. */
function isSame(one: Uint8Array, other: Cbor): boolean {
  return (
    other instanceof Uint8Array && one.length === other.length && one.every((byte, at) => byte === other[at])
  );
}
