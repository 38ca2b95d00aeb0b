/**
 * The letterbox on this device: letters are pulled sealed, opened beside the work a few at a time, each laid beside the roster,
 * and taken with a command like any other. See note: Two desks, one drop (casework/drops/families.ts).
 *
 * Must stay true: a letter is let go from this device only when the server has the sheet that took it.
 */
import {
  markOf,
  numberToText,
  readCard,
  type CaseId,
  type Command,
  type DropId,
  type Family,
  type MemberId,
  type Refusal,
  type Result,
} from "@answerable/casework";
import type { DeskSecrets, Random } from "@answerable/seal";
import { intakeOf, type DeskId, type FolderId, type Period, type Team, type Wire } from "@answerable/wire";

import type { Attachments } from "./attachments/attachments.ts";
import type { OutsideOfCase } from "./inbox/answers.ts";
import { sealedFiles } from "./inbox/letter-files.ts";
import { openLetters, type Letters, type OpenLetter } from "./inbox/letters.ts";
import { openMailing } from "./inbox/mail.ts";
import { openMatching, type Matching } from "./inbox/matching.ts";
import { openTaken, type Taken } from "./inbox/taken.ts";
import type { Likeness } from "./likeness/likeness.ts";
import type { OfficeRefusal } from "./office.ts";
import type { Today } from "./queries/roster.ts";
import type { Keeping } from "./store/keeping.ts";
import type { Store } from "./store/store.ts";
import type { CardAtPlace } from "./sync/cards.ts";
import type { DeskCopy } from "./sync/desk-copy.ts";

export interface InboxDeps {
  readonly store: Store;
  readonly keeping: Keeping;
  readonly wire: Pick<Wire, "drops" | "putMail" | "mailReads">;
  readonly desk: DeskId;
  readonly me: MemberId;
  readonly random: Random;
  readonly now: () => number;
  readonly pause: () => Promise<void>;
  readonly today: () => Today;
  readonly team: () => Team;
  readonly secrets: () => DeskSecrets;
  readonly likeness: Likeness;
  readonly copy: () => DeskCopy;
  readonly attachments: () => Pick<Attachments, "ofLetter" | "forget" | "put">;
  readonly perform: (command: Command) => Promise<Result<{ folder: FolderId }, Refusal | OfficeRefusal>>;
  readonly changed: () => void;
}

export interface TakeDrop {
  readonly drop: DropId;
  /** undefined: the letter opens a case. */
  readonly into?: CaseId;
}

export interface Inbox {
  readonly letters: Letters;
  readonly matching: Matching;
  readonly taken: Taken;
  /** A card is in the roster. */
  readonly heard: (card: CardAtPlace) => void;
  /** The index of names stands: letters may be opened and matched. */
  readonly begin: () => void;
  /** In step with the server: letters in, replies out. */
  readonly sync: () => Promise<void>;
  readonly take: (given: TakeDrop) => Promise<Result<{ folder: FolderId }, Refusal | OfficeRefusal>>;
  /** The case that has the letter: by the log, where two have it. */
  readonly caseOf: (drop: DropId) => CaseId | undefined;
  readonly numberOf: (id: CaseId) => string;
  readonly ofCase: (id: CaseId, families: readonly Family[]) => OutsideOfCase;
  /** How many letters nobody has dealt with. */
  readonly waiting: () => number;
  readonly isWaiting: (drop: DropId) => boolean;
  readonly lettersUnder: (period: Period) => number;
  readonly standing: () => ReturnType<typeof intakeOf>;
  readonly intakeChanged: () => void;
  readonly stop: () => void;
}

/** Milliseconds of work between two breaths, and between two words to the screens. */
const BREATH = 12;
const TELL = 300;
/** Milliseconds after which any device takes an addition that the owner's device has not taken. */
const FOR_OWNER = 60_000;

export async function openInbox(deps: InboxDeps): Promise<Inbox> {
  const { desk, likeness } = deps;
  const { charter, fingerprint } = deps.team();
  const taken = openTaken();
  const winners = new Map<DropId, CaseId>();
  const additions = new Map<DropId, number>();
  let cards = 0;
  let mayOpen = false;
  let isOpening = false;
  let isStopped = false;

  const letters = await openLetters({
    ...deps,
    suite: charter.suite,
    fingerprint,
    isDone: (drop) => isSent(caseOf(drop)),
  });
  const matching = openMatching({ likeness, today: deps.today, version: () => cards });
  const mailing = openMailing({ ...deps, suite: charter.suite, taken });

  function caseOf(drop: DropId): CaseId | undefined {
    const folders = taken.foldersOf(drop);
    const winner = winners.get(drop);
    return winner !== undefined && folders.includes(winner) ? winner : folders[0];
  }

  /** The server has all of it. */
  function isSent(id: CaseId | undefined): boolean {
    const row = id === undefined ? undefined : likeness.roster.row(id);
    return row !== undefined && likeness.roster.card(row)?.unsent === false;
  }

  const isWaiting = (drop: DropId): boolean =>
    taken.foldersOf(drop).length === 0 && taken.asidesOf(drop).length === 0;

  function numberOf(id: CaseId): string {
    const row = likeness.roster.row(id);
    const card = row === undefined ? undefined : readCard(likeness.roster.card(row)?.payload.card);
    return card?.type === "Case" ? numberToText(card.number) : "";
  }

  async function openAll(): Promise<void> {
    if (isOpening || !mayOpen) return;
    isOpening = true;
    try {
      let began = deps.now();
      let told = began;
      for (;;) {
        const letter = await letters.openNext();
        if (!letter || isStopped) break;
        if (letter.type === "Open") {
          matching.known(letter);
          const [into] = taken.casesOfMark(markOf(letter.family.reply));
          if (into !== undefined) additions.set(letter.drop, deps.now());
        }
        const now = deps.now();
        if (now - began < BREATH) continue;
        if (now - told >= TELL) {
          deps.changed();
          told = now;
        }
        await deps.pause();
        began = deps.now();
      }
    } finally {
      isOpening = false;
    }
    deps.changed();
    await takeAdditions();
  }

  /** A letter of a family that we know goes to its case: at once where this member owns it, else after a while by anyone. */
  async function takeAdditions(): Promise<void> {
    for (const letter of letters.all()) {
      if (letter.type !== "Open" || !isWaiting(letter.drop) || isStopped) continue;
      const [into] = taken.casesOfMark(markOf(letter.family.reply));
      if (into === undefined) continue;
      const since = additions.get(letter.drop) ?? deps.now();
      additions.set(letter.drop, since);
      const isLate = deps.now() - since >= FOR_OWNER;
      if (!isLate && ownerOf(into) !== deps.me) continue;
      const done = await put(letter, { case: into, isNew: false, byItself: true });
      if (done.ok) additions.delete(letter.drop);
    }
  }

  /** Its files are sealed first: a letter that is in a case has them there. */
  async function put(
    letter: OpenLetter,
    into: Into,
  ): Promise<Result<{ folder: FolderId }, Refusal | OfficeRefusal>> {
    const attachments = deps.attachments();
    const files = await letters.filesOf(letter.drop);
    const sealed = await sealedFiles({ case: into.case, files, attachments, random: deps.random });
    if (!sealed.ok) return sealed;
    const { drop, day, family, report, received } = letter;
    const done = await deps.perform({
      type: "TakeDrop",
      letter: { drop, day, family, report, received },
      ...into,
      attachments: sealed.value,
    });
    if (!done.ok) for (const { attachment } of sealed.value) await attachments.forget(attachment);
    else if (report.files.length > 0) await attachments.put(done.value.folder);
    return done;
  }

  function ownerOf(id: CaseId): MemberId | undefined {
    const row = likeness.roster.row(id);
    const card = row === undefined ? undefined : likeness.caseCard(row)?.card;
    // Where nobody owns it, whoever took its last call.
    return card?.owner ?? card?.members.at(-1);
  }

  /** The sheet with the lowest place in the log has the letter. */
  async function settleContested(): Promise<void> {
    for (const drop of taken.contested()) {
      const placed: { readonly folder: CaseId; readonly place: number }[] = [];
      for (const folder of taken.foldersOf(drop)) {
        const copy = deps.copy();
        if (!copy.isHere(folder)) await copy.pullFolder(folder);
        const { placed: file } = await copy.folder(folder);
        const stamp =
          file?.type === "Case"
            ? file.families.flatMap((one) => one.letters).find((one) => one.drop === drop)
            : undefined;
        const place = stamp && (await copy.placeOf(folder, stamp.sheet));
        if (place !== undefined) placed.push({ folder, place });
      }
      const [first] = placed.toSorted((a, b) => a.place - b.place);
      if (!first || winners.get(drop) === first.folder) continue;
      winners.set(drop, first.folder);
      deps.changed();
    }
  }

  return {
    letters,
    matching,
    taken,
    heard(card) {
      cards += 1;
      taken.heard(card);
    },
    begin() {
      mayOpen = true;
      void openAll();
    },
    async sync() {
      await letters.pull();
      const gone = [...letters.all()].map(({ drop }) => drop).filter((drop) => isSent(caseOf(drop)));
      await letters.letGo(gone);
      for (const drop of gone) matching.forget(drop);
      void openAll();
      await settleContested();
      await mailing.post();
      if (await mailing.hearReads()) deps.changed();
    },
    async take({ drop, into }) {
      const has = caseOf(drop);
      if (has !== undefined) return { ok: false, refusal: { type: "TakenAlready", text: numberOf(has) } };
      const letter = letters.get(drop);
      if (letter?.type !== "Open") return { ok: false, refusal: { type: "LetterNotOpen" } };
      const where = into === undefined ? { case: letter.folder, isNew: true } : { case: into, isNew: false };
      return put(letter, { ...where, byItself: false });
    },
    caseOf,
    numberOf,
    ofCase: (id, families) => ({
      // Of a page that two cases share its number does not tell which answers of this one were read.
      reads: mailing.readsOf(families.filter(({ reply }) => taken.casesOfMark(markOf(reply)).length < 2)),
      elsewhere: families
        .flatMap((family) => family.letters)
        .flatMap(({ drop }) => {
          const other = caseOf(drop);
          return other === undefined || other === id || taken.foldersOf(drop).length < 2
            ? []
            : [{ drop, case: other, number: numberOf(other) }];
        }),
    }),
    waiting() {
      let count = 0;
      for (const letter of letters.all())
        if (letter.type !== "Unopened" && isWaiting(letter.drop)) count += 1;
      return count;
    },
    isWaiting,
    lettersUnder(period) {
      let count = 0;
      for (const letter of letters.all()) if (letter.period === period && isWaiting(letter.drop)) count += 1;
      return count;
    },
    standing: () => intakeOf(deps.team(), desk, deps.now()),
    intakeChanged() {
      letters.tryAgain();
      void openAll();
    },
    stop() {
      isStopped = true;
    },
  };
}

interface Into {
  readonly case: CaseId;
  readonly isNew: boolean;
  readonly byItself: boolean;
}
