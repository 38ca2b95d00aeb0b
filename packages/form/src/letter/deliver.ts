/**
 * One letter from the typed page to the server's proof, step by step: whom to seal to, the receipt's keys, the files, the seal, the
 * slot. Nothing is sent half: what fails before the slot leaves nothing behind but files nobody can open.
 */
import type { Report } from "@answerable/casework/intake";
import { receiptKeys, type ReceiptCode, type ReceiptKeys } from "@answerable/seal/drop";
import type { ProofOfFiling } from "@answerable/wire";

import type { PageDeps } from "../page/deps.ts";
import { sendFiles } from "./files.ts";
import { postLetter, sealLetter, type SealedLetter } from "./post.ts";
import type { Queue } from "./queue.ts";
import { isPassing } from "./say-why.ts";
import type { Intake, Trust } from "./trust.ts";

export interface Delivery {
  readonly report: Omit<Report, "files">;
  readonly files: readonly File[];
  readonly code: ReceiptCode;
  /** The code's slow key, begun when the page was opened. */
  readonly stretched: Promise<Uint8Array>;
  readonly intake: () => Promise<Trust>;
  readonly step: (step: Step) => void;
  readonly signal: AbortSignal;
}

export type Step =
  | { readonly type: "Checking" | "Key" | "Sealing" | "Sending" }
  | { readonly type: "File"; readonly percent: number };

export type Delivered =
  | { readonly type: "Sent"; readonly letter: SealedLetter; readonly proof: ProofOfFiling }
  | { readonly type: "Waits"; readonly letter: SealedLetter; readonly where: "kept" | "in memory" }
  | { readonly type: "Refused"; readonly trust: Exclude<Trust, { readonly type: "Trusted" }> }
  /** A large file did not arrive, or the sender stopped it. */
  | { readonly type: "FileLost" };

export async function deliver(
  delivery: Delivery,
  deps: PageDeps & { readonly queue: Queue },
): Promise<Delivered> {
  const { code, stretched, step } = delivery;
  step({ type: "Checking" });
  const trust = await delivery.intake();
  if (trust.type !== "Trusted") return { type: "Refused", trust };
  const { intake } = trust;
  step({ type: "Key" });
  const keys = await receiptKeys({ code, stretched: await stretched, suite: intake.suite });
  const letter = await sealed(delivery, { intake, keys }, deps);
  if (!letter) return { type: "FileLost" };
  step({ type: "Sending" });
  try {
    return { type: "Sent", letter, proof: await postLetter(deps.box, letter) };
  } catch (cause) {
    if (!isPassing(cause)) throw cause;
    return { type: "Waits", letter, where: await deps.queue.add(letter) };
  }
}

interface Sealing {
  readonly intake: Intake;
  readonly keys: ReceiptKeys;
}

/** undefined: a large file did not arrive. */
async function sealed(
  { files, report, step, signal }: Delivery,
  { intake, keys }: Sealing,
  deps: PageDeps,
): Promise<SealedLetter | undefined> {
  const { box, origin, fetch, wait, random } = deps;
  const progress = (percent: number) => step({ type: "File", percent });
  try {
    const sent = await sendFiles({ files, intake, box, origin, fetch, wait, progress, signal });
    step({ type: "Sealing" });
    return await sealLetter({
      intake,
      report: { ...report, files: [...sent.named] },
      files: sent.inside,
      keys,
      random,
    });
  } catch (cause) {
    if (files.length > 0 && (isPassing(cause) || signal.aborted)) return undefined;
    throw cause;
  }
}
