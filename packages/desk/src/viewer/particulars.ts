/**
 * What a file tells about itself: when, with what and where it was taken, what was done to it since, and whether it carries signed
 * provenance (C2PA, read and never written). A stranger's file is parsed here, in the frame without an origin, and only plain words leave.
 */
import { load } from "exifreader";

const MOST_WORDS = 300;
/** By the names of the tags (Exif, IPTC) that say something to an investigator. */
const tags: Readonly<Record<string, readonly string[]>> = {
  taken: ["DateTimeOriginal", "DateTimeDigitized", "DateTime"],
  zone: ["OffsetTimeOriginal", "OffsetTime"],
  make: ["Make"],
  camera: ["Model"],
  software: ["Software"],
  by: ["Artist", "By-line", "Copyright"],
  says: ["ImageDescription", "Caption/Abstract", "UserComment"],
  direction: ["GPSImgDirection"],
};

export function particularsOf(bytes: ArrayBuffer): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  if (hasManifest(new Uint8Array(bytes))) found["c2pa"] = "present";
  try {
    const read = load(bytes, { expanded: true });
    const all: Readonly<Record<string, unknown>> = { ...read.iptc, ...read.exif };
    for (const [name, each] of Object.entries(tags)) {
      const said = each.map((tag) => wordsOf(all[tag])).find((words) => words !== "");
      if (said !== undefined) found[name] = said;
    }
    const { Latitude: latitude, Longitude: longitude } = read.gps ?? {};
    if (Number.isFinite(latitude) && Number.isFinite(longitude))
      found["place"] = `${Number(latitude).toFixed(5)}, ${Number(longitude).toFixed(5)}`;
  } catch {
    // It tells nothing that can be read; the hashes say enough.
  }
  return found;
}

function wordsOf(tag: unknown): string {
  const said = typeof tag === "object" && tag !== null && "description" in tag ? tag.description : undefined;
  return typeof said === "string" || typeof said === "number"
    ? String(said)
        .replace(/[\p{Cc}\p{Cf}]/gu, " ")
        .trim()
        .slice(0, MOST_WORDS)
    : "";
}

/** Whether there is a C2PA manifest store (a JUMBF box of that name), in whatever kind of file. What it says: provenance.ts. */
export function hasManifest(bytes: Uint8Array): boolean {
  return /jumb[\s\S]{4,64}c2pa/u.test(new TextDecoder("latin1").decode(bytes.subarray(0, 2_000_000)));
}
