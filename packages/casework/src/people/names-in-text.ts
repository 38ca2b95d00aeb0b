/**
 * Names of people that stand in free text: what a reader would take for a person. Used before anything is printed, so it
 * errs on the side of finding: two words written large of which one is a known given name or a patronymic, and a word
 * written large beside initials. What it finds is shown to a person, never taken out in silence.
 */
import { partOf } from "./part.ts";

const word = "\\p{Lu}[\\p{Ll}\\p{M}]+(?:['’ʼ-]\\p{L}+)*";
const together = new RegExp(`(?<!\\p{L})${word}(?:[ \\u00a0]+${word})+`, "gu");
const initialsBefore = new RegExp(`(?<!\\p{L})\\p{Lu}\\.\\s?(?:\\p{Lu}\\.\\s?)?${word}`, "gu");
const initialsAfter = new RegExp(`(?<!\\p{L})${word} \\p{Lu}\\.(?:\\s?\\p{Lu}\\.)?`, "gu");

export function namesInText(text: string): readonly string[] {
  const composed = text.normalize("NFC");
  const runs = [...composed.matchAll(together)].map(([run]) => run).filter(isPerson);
  const initials = [...composed.matchAll(initialsBefore), ...composed.matchAll(initialsAfter)].map(
    ([run]) => run,
  );
  return [...new Set([...runs, ...initials])];
}

function isPerson(run: string): boolean {
  return run
    .toLowerCase()
    .split(/[ \u00a0]+/u)
    .some((one) => {
      const { given, fathers } = partOf(one);
      return [...given, ...fathers].some(({ far }) => far === 0);
    });
}
