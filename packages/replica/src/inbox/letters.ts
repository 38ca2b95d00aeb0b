/**
 * Letters from outside on this device: at rest as the server filed them, sealed to the desk's intake key; opened only in
 * memory. A letter is a stranger's: whatever does not open under all its bounds is named, set apart and kept sealed.
 */
import {
  readReport,
  type CaseId,
  type Day,
  type DropId,
  type FamilyKeys,
  type Report,
} from "@answerable/casework";
import { Damaged, folderOfDrop, openSealedDrop, type Drop, type DeskSecrets } from "@answerable/seal";
import {
  Unreachable,
  type DeskId,
  type Hash,
  type Period,
  type PlacedDrop,
  type SealedDrop,
  type Team,
  type Wire,
} from "@answerable/wire";

import type { Keeping } from "../store/keeping.ts";
import type { Change, Store } from "../store/store.ts";
import type { Unopened } from "./answers.ts";

interface Filed {
  readonly drop: DropId;
  readonly place: number;
  readonly day: Day;
  readonly period: Period;
}

export interface OpenLetter extends Filed {
  readonly type: "Open";
  readonly report: Report;
  /** The report as it came: JSON. */
  readonly received: string;
  readonly family: FamilyKeys;
  /** The folder of the case that it opens. */
  readonly folder: CaseId;
}
export type Letter =
  | OpenLetter
  | (Filed & { readonly type: "Sealed" })
  | (Filed & { readonly type: "Unopened"; readonly why: Unopened });

export interface LettersDeps {
  readonly store: Store;
  readonly keeping: Keeping;
  readonly wire: Pick<Wire, "drops">;
  readonly desk: DeskId;
  readonly suite: Team["charter"]["suite"];
  readonly fingerprint: Hash;
  readonly secrets: () => DeskSecrets;
  /** A letter that need not lie here: somebody has taken it. */
  readonly isDone: (drop: DropId) => boolean;
}

export interface LetterFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Letters {
  readonly all: () => Iterable<Letter>;
  readonly get: (drop: DropId) => Letter | undefined;
  /** Takes in what was filed since. */
  readonly pull: () => Promise<void>;
  /** Opens one. undefined: nothing is left that could be opened. */
  readonly openNext: () => Promise<Letter | undefined>;
  /** The small files that lie in it, with what the report says of each. Nothing of it stays open. */
  readonly filesOf: (drop: DropId) => Promise<readonly LetterFile[]>;
  readonly sealedLeft: () => number;
  /** The intake keys have changed: what had none is tried again. */
  readonly tryAgain: () => void;
  /** Taken, and acknowledged by the server: it need not lie here any more. */
  readonly letGo: (drops: readonly DropId[]) => Promise<void>;
  readonly isRolledBack: () => boolean;
}

const BATCH = 50;
/** Symbols. What is longer was not made by our form, and is kept as we read it. */
const LONGEST_RECEIVED = 150_000;

export async function openLetters(deps: LettersDeps): Promise<Letters> {
  const { store, keeping, wire, desk } = deps;
  const letters = new Map<DropId, Letter>();
  const sealed = new Set<DropId>();
  const cursorKey = `drops/${desk}`;
  let cursor = Number((await store.get("places", cursorKey)) ?? 0);
  let rolledBack = false;

  const keyOf = (place: number) => `${desk}/${String(place).padStart(12, "0")}`;
  function know({ place, day, drop }: PlacedDrop): void {
    letters.set(drop.id, { type: "Sealed", drop: drop.id, place, day: day as Day, period: drop.period }); // checked as a date when it came
    sealed.add(drop.id);
  }
  for await (const page of store.list("drops", `${desk}/`)) {
    for (const { text } of page) know(JSON.parse(text) as PlacedDrop); // checked when it came, and again by its seal
  }

  async function keep(batch: readonly PlacedDrop[], last: number): Promise<void> {
    const fresh = batch.filter(
      ({ drop }) => drop.desk === desk && !letters.has(drop.id) && !deps.isDone(drop.id),
    );
    for (const one of fresh) know(one);
    cursor = Math.max(cursor, last);
    const changes = fresh.map((one): Change => ({
      drawer: "drops",
      key: keyOf(one.place),
      text: JSON.stringify(one),
    }));
    await keeping.keep([...changes, { drawer: "places", key: cursorKey, text: String(cursor) }]);
  }

  async function pull(): Promise<void> {
    let head: number | undefined;
    let ended = false;
    let batch: PlacedDrop[] = [];
    let last = cursor;
    for await (const line of wire.drops(desk, cursor)) {
      if ("head" in line) head = line.head;
      else if ("end" in line) ended = true;
      else {
        batch.push(line);
        last = Math.max(last, line.place);
      }
      if (batch.length < BATCH) continue;
      await keep(batch, last);
      batch = [];
    }
    if (batch.length > 0) await keep(batch, last);
    if (head === undefined || !ended) throw new Unreachable("the stream of letters was cut");
    // It has lost or hidden letters. Its places from there on stand for others than before: all are read again.
    if (head < cursor && !rolledBack) {
      rolledBack = true;
      cursor = 0;
      await pull();
    }
  }

  async function opened(filed: Filed): Promise<Letter> {
    const { drop, place, day, period } = filed;
    const unopened = (why: Unopened): Letter => ({ type: "Unopened", drop, place, day, period, why });
    const text = await store.get("drops", keyOf(place));
    const secrets = deps.secrets();
    const identity = secrets.intake?.get(period);
    if (identity === undefined) return unopened("noKey");
    if (text === undefined) return unopened("damaged");
    try {
      const inside = await openSealedDrop(sealedOf(text), secrets, deps.suite);
      if (!inside) return unopened("noKey");
      const report = readReport(inside.report);
      if (!report || inside.family.charter !== deps.fingerprint) return unopened("unreadable");
      return {
        type: "Open",
        drop,
        place,
        day,
        period,
        report,
        received: receivedOf(inside, report),
        family: familyOf(inside),
        folder: folderOfDrop(drop, identity),
      };
    } catch (problem) {
      if (problem instanceof Damaged || problem instanceof SyntaxError) return unopened("damaged");
      throw problem;
    }
  }

  return {
    all: () => letters.values(),
    get: (drop) => letters.get(drop),
    pull,
    async openNext() {
      for (const drop of sealed) {
        sealed.delete(drop);
        const letter = letters.get(drop);
        if (letter?.type !== "Sealed" || deps.isDone(drop)) continue;
        const now = await opened(letter);
        letters.set(drop, now);
        return now;
      }
      return undefined;
    },
    async filesOf(drop) {
      const letter = letters.get(drop);
      if (letter?.type !== "Open" || letter.report.files.length === 0) return [];
      const text = await store.get("drops", keyOf(letter.place));
      const inside = text && (await openSealedDrop(sealedOf(text), deps.secrets(), deps.suite));
      if (!inside) return [];
      return letter.report.files.flatMap(({ name, where }) => {
        const file = where.type === "Letter" && inside.files.find((one) => one.name === where.file);
        return file ? [{ name, bytes: file.bytes }] : [];
      });
    },
    sealedLeft: () => sealed.size,
    tryAgain() {
      for (const letter of letters.values()) {
        if (letter.type !== "Unopened" || letter.why !== "noKey") continue;
        const { drop, place, day, period } = letter;
        letters.set(drop, { type: "Sealed", drop, place, day, period });
        sealed.add(drop);
      }
    },
    async letGo(drops) {
      const gone = drops.flatMap((drop) => letters.get(drop) ?? []);
      for (const { drop } of gone) {
        letters.delete(drop);
        sealed.delete(drop);
      }
      if (gone.length > 0)
        await keeping.keep(gone.map(({ place }): Change => ({ drawer: "drops", key: keyOf(place) })));
    },
    isRolledBack: () => rolledBack,
  };
}

function sealedOf(text: string): SealedDrop {
  return (JSON.parse(text) as PlacedDrop).drop; // checked when it came, and again by its seal
}

function receivedOf({ report }: Drop, read: Report): string {
  const whole = JSON.stringify(report);
  return whole.length <= LONGEST_RECEIVED ? whole : JSON.stringify(read);
}

function familyOf({ family }: Drop): FamilyKeys {
  const { locator, recipient, mailbox, reply, language } = family;
  return { locator, recipient, mailbox, reply, language };
}
