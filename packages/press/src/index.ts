/** What may be public: counts, the disclosure audit, the publication rules, releases. */
export { auditOf, type Breach, type Need } from "./audit.ts";
export { boundsOf } from "./bounds.ts";
export {
  puzzleOf,
  type Cell,
  type Interval,
  type Line,
  type Puzzle,
  type Sum,
  type Unknown,
} from "./puzzle.ts";
export { answerVectors } from "./vectors.ts";
