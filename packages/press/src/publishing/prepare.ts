/**
 * From a claims file and the facts to a release that two people can look at: weighed, judged, counted, audited, printed. And the second
 * look, on another device, at what the first one filed: drawn again from what was filed, byte for byte what the manifest names,
 * audited again together with all releases before it, and judged again as the ledger stands now.
 */
import {
  weigh,
  type Answering,
  type Day,
  type Ledger,
  type MemberId,
  err,
  ok,
  type Result,
} from "@answerable/casework";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { base64urlnopad } from "@scure/base";

import { auditOf } from "../audit.ts";
import { manifestOf, mirrorOf, pagesOf } from "../pages/pages.tsx";
import type { PublicFile, Site } from "../pages/site.ts";
import { mattersOf, officialsOf, publicClaimsOf } from "../record.ts";
import {
  draftRelease,
  release,
  type DraftRefusal,
  type Printable,
  type ReleaseDraft,
  type Release,
} from "../release.ts";
import type { Judged } from "../rules.ts";
import type { PressFact, TableSpec } from "../table.ts";
import { linesMeeting, unionOf } from "../union.ts";
import { changesBetween, type Change } from "./changes.ts";
import { deskCodes, deskDomain } from "./domain.ts";
import { filedText, readFiled, type Filed } from "./filed.ts";

/** How the ledger, the facts and the letters stand on this device now. */
export interface Standing {
  readonly ledger: Ledger;
  /** Claims that a family took out, and those of its own that it agreed to. */
  readonly takenOut: readonly string[];
  readonly consented: readonly string[];
  readonly facts: readonly PressFact[];
  readonly answering: readonly Answering[];
  /** Releases that two signed, oldest first, as they were filed. */
  readonly earlier: readonly string[];
}

export interface Wanted extends Standing {
  readonly on: Day;
  readonly tables: readonly TableSpec[];
  readonly site: Filed["site"];
}

/** What is done now: a round of the audit, or a file of so many. */
export type Told = (step: {
  readonly type: "Audit" | "Pages";
  readonly done: number;
  readonly of?: number;
}) => void;

/** All that a person looks at before she signs. */
export interface Shown {
  readonly printable: Printable;
  readonly files: readonly PublicFile[];
  readonly changes: readonly Change[];
  readonly judged: readonly Judged[];
  /** Numbers hidden, by why. */
  readonly hidden: Readonly<Record<"small" | "thin line" | "complementary", number>>;
  /** The manifest's bytes, and their SHA-256 as it is signed. */
  readonly manifest: Uint8Array;
  readonly hash: string;
}

export interface Prepared extends Shown {
  readonly text: string;
}

export type PrepareRefusal =
  | DraftRefusal
  /** A release before this one cannot be read on this device: nothing can be audited together with it. */
  | { readonly type: "EarlierUnreadable"; readonly number: number };

export function prepareRelease(wanted: Wanted, told: Told): Result<Prepared, PrepareRefusal> {
  const earlier = earlierOf(wanted);
  if (!earlier.ok) return earlier;
  const drafted = draftOf(wanted, earlier.value, told);
  if (!drafted.ok) return drafted;
  const draft = drafted.value;
  const filed: Filed = {
    printable: draft.printable,
    line: draft.line,
    counted: draft.counted,
    site: wanted.site,
  };
  const shown = shownOf(filed, { draft, before: earlier.value.at(-1)?.printable, told });
  return ok({ ...shown, text: filedText(filed) });
}

/**
 * Unreadable: not a release. OtherPages: the pages that this device makes of it are not those whose manifest was signed. GivenAway: a
 * small number follows from all releases together. Withdrawn: somebody who is counted or printed in it was taken out since.
 */
export type Objection =
  | { readonly type: "Unreadable" }
  | { readonly type: "EarlierUnreadable"; readonly number: number }
  | { readonly type: "OtherPages" }
  | { readonly type: "OutOfTurn" }
  | { readonly type: "GivenAway"; readonly numbers: number }
  | { readonly type: "Withdrawn"; readonly claims: readonly string[]; readonly cases: number };

export interface Examined extends Shown {
  readonly objections: readonly Objection[];
  /** It would be drafted otherwise now: something came in since. */
  readonly moved: boolean;
}

export interface Examining extends Standing {
  readonly text: string;
  /** SHA-256 of the manifest that was signed, base64url. */
  readonly signed: string;
}

export function examineRelease(given: Examining, told: Told): Result<Examined, Objection> {
  const filed = readFiled(given.text);
  if (!filed) return err({ type: "Unreadable" });
  const earlier = earlierOf(given);
  if (!earlier.ok) return earlier;
  const { printable, line, counted, site } = filed;
  const again = draftOf({ ...given, on: printable.on, tables: line.tables, site }, earlier.value, told);
  const draft = again.ok ? again.value : undefined;
  const shown = shownOf(filed, { draft, before: earlier.value.at(-1)?.printable, told });
  const earlierLines = earlier.value.map((one) => one.line);
  const { puzzle, needs } = unionOf([...linesMeeting(line.tables, earlierLines), line], deskDomain);
  const breaches = auditOf(puzzle, needs);
  const takenOut = new Set(given.takenOut);
  const withheld = new Set(
    draft?.judged.filter(({ level }) => level === "withhold").map(({ claim }) => claim.id) ?? [],
  );
  const known = new Set(given.facts.map(({ id }) => id));
  const claims = printable.entries
    .map(({ claim }) => claim)
    .filter((claim) => takenOut.has(claim) || withheld.has(claim));
  const cases = counted.filter((id) => !known.has(id)).length;
  return ok({
    ...shown,
    moved: draft === undefined || !isSame(draft.printable, printable) || !isSame(draft.line, line),
    objections: [
      ...(shown.hash === given.signed ? [] : [{ type: "OtherPages" } as const]),
      ...(line.number === earlier.value.length + 1 ? [] : [{ type: "OutOfTurn" } as const]),
      ...(breaches.length > 0 ? [{ type: "GivenAway", numbers: breaches.length } as const] : []),
      ...(claims.length + cases > 0 ? [{ type: "Withdrawn", claims, cases } as const] : []),
    ],
  });
}

/** What was signed by two, as the release that it is. Throws where it was not: the claims file does not hold such. */
export function signedRelease(
  text: string,
  { by, second }: { readonly by: MemberId; readonly second: MemberId },
): { readonly release: Release; readonly site: Site } {
  const filed = readFiled(text);
  if (!filed) throw new Error("what two people signed cannot be read");
  const before = Array.from({ length: filed.line.number - 1 }, () => filed.line);
  const made = release(filed, { reviewer: by, second, ledger: before, takenOut: new Set() });
  if (!made.ok) throw new Error(made.refusal.type);
  return { release: made.value.release, site: { ...filed.site, codes: deskCodes } };
}

export interface PageSignature {
  readonly device: string;
  readonly key: string;
  readonly signature: string;
}

/** The archive that the server takes: the files of the manifest, the manifest, and who signed it. */
export function archiveOf(
  made: Release,
  {
    site,
    signatures,
    told,
  }: { readonly site: Site; readonly signatures: readonly PageSignature[]; readonly told: Told },
): Uint8Array {
  const files = pagesOf(made, site, (done, of) => told({ type: "Pages", done, of }));
  const manifest = manifestOf(made, files);
  const signed = { v: 1, release: made.number, manifest: hashOf(manifest.bytes), signatures };
  const beside: PublicFile = {
    path: "signatures.json",
    type: "application/json; charset=utf-8",
    bytes: utf8ToBytes(`${JSON.stringify(signed, undefined, 1)}\n`),
  };
  return mirrorOf(made, [...files, manifest, beside]).bytes;
}

function earlierOf({
  earlier,
}: Pick<Standing, "earlier">): Result<
  readonly Filed[],
  { readonly type: "EarlierUnreadable"; readonly number: number }
> {
  const read: Filed[] = [];
  for (const [at, text] of earlier.entries()) {
    const filed = readFiled(text);
    if (!filed) return err({ type: "EarlierUnreadable", number: at + 1 });
    read.push(filed);
  }
  return ok(read);
}

function draftOf(wanted: Wanted, earlier: readonly Filed[], told: Told): Result<ReleaseDraft, DraftRefusal> {
  const { ledger, facts, on, tables, answering } = wanted;
  const standing = weigh(ledger);
  const before = earlier.at(-1)?.printable;
  return draftRelease({
    on,
    tables,
    facts,
    domain: deskDomain,
    claims: publicClaimsOf(ledger, standing),
    matters: mattersOf(ledger, standing),
    officials: officialsOf(ledger),
    answering,
    ...(before && { before }),
    context: { takenOut: new Set(wanted.takenOut), consented: new Set(wanted.consented) },
    ledger: earlier.map(({ line }) => line),
    told: (done) => told({ type: "Audit", done }),
  });
}

function shownOf(
  { printable, site }: Filed,
  {
    draft,
    before,
    told,
  }: {
    readonly draft: ReleaseDraft | undefined;
    readonly before: Printable | undefined;
    readonly told: Told;
  },
): Shown {
  const files = pagesOf(printable, { ...site, codes: deskCodes }, (done, of) =>
    told({ type: "Pages", done, of }),
  );
  const manifest = manifestOf(printable, files).bytes;
  const hidden = { small: 0, "thin line": 0, complementary: 0 };
  for (const reason of draft?.reasons.values() ?? []) hidden[reason] += 1;
  return {
    printable,
    files,
    changes: changesBetween(before, printable),
    judged: draft?.judged ?? [],
    hidden,
    manifest,
    hash: hashOf(manifest),
  };
}

function hashOf(bytes: Uint8Array): string {
  return base64urlnopad.encode(sha256(bytes));
}

/** Plain values, made by one function in one order of keys. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
