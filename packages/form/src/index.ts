/** What others may know of the form: whom a letter is sealed to, and how it is posted. The pages themselves are built by vite. */
export { postLetter, sealLetter, type LetterToSeal, type SealedLetter } from "./letter/post.ts";
export { findIntake, type Intake, type Trust } from "./letter/trust.ts";
