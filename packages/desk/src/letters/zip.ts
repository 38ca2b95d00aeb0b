/** Many letters as DOCX in one zip, made one at a time: a browser would ask before it saved two hundred files. */
import type { LetterPage } from "@answerable/casework";
import { zipSync } from "fflate";

import { docxOf } from "./docx.ts";

export async function zipOf(
  letters: readonly LetterPage[],
  told: (done: number) => void,
): Promise<Uint8Array> {
  const files: Record<string, [Uint8Array, { level: 0 }]> = {};
  for (const [at, letter] of letters.entries()) {
    // A DOCX is packed already.
    files[`${letter.number}.docx`] = [await docxOf(letter), { level: 0 }];
    told(at + 1);
  }
  return zipSync(files);
}
