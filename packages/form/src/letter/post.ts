/**
 * The letter's last steps on the family's device: sealed, then given to the server under a random id of our own, with a little
 * work. From the first step on there is only ciphertext, and a retry finds itself.
 */
import { wellFormedAll, type Report } from "@answerable/casework/intake";
import {
  familyKeys,
  hashOfDrop,
  sealDrop,
  sha256,
  type Random,
  type ReceiptKeys,
  type TarFile,
} from "@answerable/seal/drop";
import {
  idFrom,
  workDone,
  type DeskId,
  type DropId,
  type Hash,
  type Letterbox,
  type Period,
  type ProofOfFiling,
} from "@answerable/wire";

import type { Intake } from "./trust.ts";

export interface SealedLetter {
  readonly desk: DeskId;
  readonly id: DropId;
  readonly period: Period;
  readonly body: Uint8Array;
  readonly hash: Hash;
}

export interface LetterToSeal {
  readonly intake: Intake;
  readonly report: Report;
  readonly files: readonly TarFile[];
  readonly keys: ReceiptKeys;
  readonly random: Random;
}

export async function sealLetter({
  intake,
  report,
  files,
  keys,
  random,
}: LetterToSeal): Promise<SealedLetter> {
  const { suite, key, desk, period, charter } = intake;
  const { consent, language } = report;
  const family = { v: 1 as const, ...familyKeys(keys), consent, language, charter };
  const body = await sealDrop({ suite, intake: key, report: wellFormedAll(report), family, files });
  return { desk, id: idFrom<DropId>(random(16)), period, body, hash: hashOfDrop(body) };
}

/** Throws Unreachable or WireRefusal. */
export async function postLetter(box: Letterbox, letter: SealedLetter): Promise<ProofOfFiling> {
  const { desk, id, period, body, hash } = letter;
  return box.put({ desk, id, period, body, work: await workFor(box, hash) });
}

export async function workFor(box: Pick<Letterbox, "work">, about: string): Promise<string> {
  return workDone({ challenge: await box.work(), about, hash: sha256, pause: breath });
}

/** Lets the page draw between turns of work. */
function breath(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}
