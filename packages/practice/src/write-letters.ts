/**
 * Puts the families' letters through the slot as a browser would: the key is found from the charter's fingerprint, the letter is
 * sealed and posted by the form's own code. The desk takes them as it takes any.
 */
import type { Report } from "@answerable/casework/intake";
import {
  findIntake,
  groupsOf,
  newReceipt,
  postLetter,
  receiptKeys,
  sealLetter,
  stretchedReceipt,
  type Intake,
} from "@answerable/form";
import { openLetterbox, type Fetch, type Hash } from "@answerable/wire";

export interface WritingDeps {
  readonly origin: string;
  readonly fetch: Fetch;
  readonly fingerprint: string;
  readonly random: (bytes: number) => Uint8Array;
  readonly now: () => number;
}

/** The receipt of the first letter, to try the reply page with. undefined: the letterbox does not open. */
export async function writeLetters(
  deps: WritingDeps,
  letters: readonly Report[],
): Promise<string | undefined> {
  const intake = await openIntake(deps);
  if (!intake) return undefined;
  const box = openLetterbox(deps);
  let first: string | undefined;
  for (const report of letters) {
    const code = newReceipt(deps.random);
    const keys = await receiptKeys({ code, stretched: stretchedReceipt(code), suite: intake.suite });
    await postLetter(box, await sealLetter({ intake, report, files: [], keys, random: deps.random }));
    first ??= groupsOf(code).join(" ");
  }
  return first;
}

const TRIES = 240;
const PAUSE = 250;

/** The desk's device publishes the key at its next word with the server. */
async function openIntake({ origin, fetch, fingerprint, now }: WritingDeps): Promise<Intake | undefined> {
  const box = openLetterbox({ origin, fetch });
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = await findIntake({ box, charter: fingerprint as Hash, desk: undefined, now }); // the office's own word for it
    if (found.type === "Trusted") return found.intake;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return undefined;
}
