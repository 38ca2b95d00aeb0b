/** What others may know of the form: whom a letter is sealed to, its receipt, and how it is posted. The pages themselves are built by vite. */
export { postLetter, sealLetter, type LetterToSeal, type SealedLetter } from "./letter/post.ts";
export { groupsOf, newReceipt, receiptKeys, stretchedReceipt } from "@answerable/seal/drop";
export { findIntake, type Intake, type Trust } from "./letter/trust.ts";
