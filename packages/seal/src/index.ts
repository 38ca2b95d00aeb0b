export * from "./binder.ts";
export { BoxDamaged, openBox, openBoxByRecovery, sealBox } from "./box.ts";
export {
  CARD_PAYLOAD_MAX,
  cardOpener,
  openCard,
  sealCard,
  type CardOpener,
  type CardToSeal,
} from "./card.ts";
export { signCaseExport } from "./case-export.ts";
export { changeTeam, type TeamChange, type TeamChanged } from "./change-team.ts";
export * from "./damaged.ts";
export * from "./drop/attachment.ts";
export * from "./drop/mail.ts";
export * from "./drop/receipt-code.ts";
export * from "./drop/receipt-keys.ts";
export * from "./drop/sealed-drop.ts";
export {
  deskKeys,
  type CardKey,
  type DeskKeys,
  type DeskSecret,
  type DeskSecrets,
  type FilesKey,
  type FoldKey,
} from "./desk-keys.ts";
export { signerFrom, verify, type Signer } from "./ed25519.ts";
export * from "./folder.ts";
export { filesIdentity, filesRecipient } from "./files-key.ts";
export * from "./found.ts";
export { headerOf as tarHeader } from "./drop/tar.ts";
export { wasmHashers } from "./hashers.ts";
export {
  folderOfDrop,
  intakeKeyFile,
  isIntakeDue,
  openSealedDrop,
  publishIntake,
  type IntakeToPublish,
} from "./intake.ts";
export { lastWordPush, lastWordSigner } from "./last-word.ts";
export {
  joinByLink,
  type Confirmed,
  type Joining,
  type Offered,
  type Revealed,
  type WelcomeToRead,
} from "./joining.ts";
export {
  deviceSecretFromBytes,
  deviceSecretFromKey,
  lockKeep,
  LockedKeep,
  makeStoreKey,
  newTravelCode,
  openKeep,
  unlockKeep,
  type LastWord,
  type DeviceKeep,
  type DeviceSecret,
  type Lockwork,
  type Lock,
  type OpenKeep,
  type StoreKey,
} from "./keep.ts";
export { folderOfIncident } from "./incident-name.ts";
export { openLabel, sealLabel, type DeskName, type DeviceNames } from "./label.ts";
export { leaseName, type LeaseName } from "./lease.ts";
export { listNames, type ListNames } from "./list-names.ts";
export { referralNames, type CaseReferred, type ReferralNames } from "./referral-names.ts";
export { isRefusal, readLink, type MeetingLink } from "./meeting-notes.ts";
export {
  invite,
  MeetingBurnt,
  type Accepted,
  type Added,
  type Invitation,
  type Joined,
  type WrongDigits,
} from "./meeting.ts";
export { deskNameIn, makeDesk, nameDesk, type DeskMaking, type NewDesk } from "./new-desk.ts";
export { sha256 } from "@noble/hashes/sha2.js";
export { RandomFailed, type Random } from "./random.ts";
export {
  combineShares,
  makeRecovery,
  readShare,
  recoverMember,
  type NewRecovery,
  type Share,
  type ShareFault,
  type SharesFault,
} from "./recovery.ts";
export {
  hashOfSheet,
  openSheet,
  sealSheet,
  SHEET_PAYLOAD_MAX,
  type SheetToOpen,
  type SheetToSeal,
} from "./sheet.ts";
export { signIn } from "./sign-in.ts";
export { isStampFor, STAMP_BYTES_MAX, stampRequest } from "./stamp.ts";
export * from "./store.ts";
export { headOf, readTeam, readTeamOn } from "./team.ts";
export { signPublication } from "./publication.ts";
