/** What is made once before the first name can be read, a few milliseconds at a time: a desk that is opened does not wait for it. */
import { stepGazetteer } from "../places/gazetteer.ts";
import { stepGivenNames } from "./given/classes.ts";
import { likelihood } from "./layout.ts";
import { partOf } from "./part.ts";
import { coarseShares } from "./shares.ts";

export function* makeReady(): Generator<undefined, void> {
  while (stepGivenNames()) yield;
  while (stepGazetteer()) yield;
  coarseShares.surname("");
  yield;
  likelihood("некто");
  yield;
  // A given name and a patronymic that nobody has: each shelf is laid out when the first such word is looked for.
  for (const word of ["некторик", "нектотович"]) {
    partOf(word);
    yield;
  }
}
