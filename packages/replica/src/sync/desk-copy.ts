/**
 * One desk's copy on this device: disk, folders, outbox, cards, push and pull put together. `record` is stations 2 to 4
 * of a call; `sync` is 5 to 10.
 */
import { cardOf, readCard, type Event, type Folder, type Moment } from "@answerable/casework";
import { sha256, SHEET_PAYLOAD_MAX, verify } from "@answerable/seal";
import { idFrom, readKeyLine, utf8, type FolderId, type SheetId, type Wire } from "@answerable/wire";

import type { Quarantined, Status } from "../office.ts";
import type { Roster } from "../roster/roster.ts";
import type { Keeping } from "../store/keeping.ts";
import type { Change, Store } from "../store/store.ts";
import { bindAgain } from "./bind.ts";
import { openCards, type CardAtPlace } from "./cards.ts";
import type { Closing } from "./closing.ts";
import { openFolders, type FolderCopy, type Folders } from "./folders.ts";
import { openOutbox } from "./outbox.ts";
import { readCardPayload, writeCard } from "./payload.ts";
import { openProofs } from "./proofs.ts";
import { openPuller, readPlaces, type Puller } from "./pull.ts";
import { openPusher } from "./push.ts";
import { openTurns, onceAtATime } from "./turns.ts";

/** What the copy needs of the roster. */
export interface RosterDoor extends Pick<
  Roster,
  "setUnsent" | "knows" | "size" | "newerThan" | "folder" | "row" | "card"
> {
  readonly put: (card: CardAtPlace, unsent: boolean) => void;
  /** The sum of all folders' numbers: how many sheets that are placed they stand for. */
  readonly sheets: () => number;
}

export interface DeskCopyDeps {
  readonly store: Store;
  readonly keeping: Keeping;
  readonly closing: Closing;
  readonly wire: Pick<
    Wire,
    "push" | "cardsAfter" | "cardsBefore" | "folder" | "binders" | "putBinder" | "log"
  >;
  readonly random: (bytes: number) => Uint8Array;
  readonly roster: RosterDoor;
  /** A folder says something new on this device. */
  readonly changed: (folder: FolderId) => void;
  readonly named: (member: string, name: string) => void;
  /** As the team log says. */
  readonly isShredded: (folder: FolderId) => boolean;
  readonly pause: () => Promise<void>;
  /** The key line of the witness that the team log names. */
  readonly witness?: () => string | undefined;
  readonly progress: (done: number, of: number) => void;
}

export interface Recording {
  readonly at: Moment;
  readonly events: readonly Event[];
  /** What must stand in the same write: the draft that it was is gone. */
  readonly along?: readonly Change[];
}

export interface DeskCopy {
  /** Cards from the disk into the roster. */
  readonly readCards: () => Promise<void>;
  readonly folder: (folder: FolderId) => Promise<FolderCopy>;
  pullFolder: Puller["pullFolder"];
  mendFolder: Puller["mendFolder"];
  /**
   * In the folder's turn: what is there now goes in, events come out and are absorbed; resolves when they are kept.
   * undefined from `deciding`: nothing is recorded.
   */
  readonly record: (
    folder: FolderId,
    deciding: (present: Folder | undefined) => Recording | undefined,
  ) => Promise<void>;
  readonly push: () => Promise<void>;
  /** How many sheets the server has placed since the copy was opened. */
  readonly sent: () => number;
  readonly pull: () => Promise<void>;
  /** Folders that are damaged on this disk are taken whole from the server, each once. */
  readonly mend: () => Promise<void>;
  /** The team log has grown. */
  readonly reopenDamaged: () => Promise<void>;
  /** Its key was destroyed: what lies of it here goes too. A tombstone stays. */
  readonly shred: (folder: FolderId) => Promise<void>;
  /** Binds the cards again where much has changed since they were bound last. */
  readonly bind: () => Promise<void>;
  readonly placeOf: (folder: FolderId, sheet: string) => Promise<number | undefined>;
  readonly whole: Folders["whole"];
  readonly isHere: (folder: FolderId) => boolean;
  /** Sheets that cannot go now (see the quarantine). */
  readonly stuck: () => number;
  readonly waiting: () => number;
  readonly waitingIn: (folder: FolderId) => number;
  readonly cursor: () => number;
  readonly quarantined: () => readonly Quarantined[];
  /** What is wrong with the server's log. */
  readonly log: () => Status["log"];
}

export async function openDeskCopy(deps: DeskCopyDeps): Promise<DeskCopy> {
  const { store, closing, roster, wire, keeping } = deps;
  const turns = openTurns();
  const tried = new Set<FolderId>();
  const outbox = await openOutbox({ store, keeping, closing });

  function absorbed(copy: FolderCopy): void {
    const known = roster.knows(copy.folder);
    const isUnsent = outbox.of(copy.folder).length > 0;
    const isOlder = known !== undefined && known.number > copy.number;
    // A folder that is not whole here says less than its card: the card stays, and the mark tells that there is more.
    if (copy.present && !isOlder) {
      const payload = readCardPayload(
        JSON.parse(writeCard(closing.member, closing.name, cardOf(copy.present))),
      );
      const card = {
        folder: copy.folder,
        number: copy.number,
        place: Math.max(copy.place, known?.place ?? 0),
        payload,
      };
      roster.put(card, isUnsent);
      if (!isUnsent && card.place > 0 && copy.damaged.length === 0) cards.mended(card);
    } else roster.setUnsent(copy.folder, isUnsent);
    deps.changed(copy.folder);
  }

  const proofs = await openProofs({
    desk: closing.desk,
    wire,
    store,
    keeping,
    checks: { sha256, verify },
    witness: () => readKeyLine(sha256, deps.witness?.() ?? ""),
    shown: () => (quarantined().length > 0 ? undefined : roster.sheets()),
  });
  const places = await readPlaces(store, closing.desk);
  const closedAt = (epoch: number) => puller.closedAt(epoch);
  const folders = await openFolders({
    closedAt,
    store,
    keeping,
    closing,
    outbox,
    absorbed,
    named: deps.named,
    heard: proofs.heard,
  });

  function put(card: CardAtPlace): void {
    const known = roster.knows(card.folder);
    deps.named(card.payload.by, card.payload.name);
    // Also where a server shows the old one again.
    if (deps.isShredded(card.folder) && readCard(card.payload.card)?.type !== "Tombstone") return;
    if (known && known.number > card.number) return;
    const isUnsent = outbox.of(card.folder).length > 0;
    // What this device has on top of it shows until the folder itself is pulled and folded again.
    if (isUnsent && known && folders.isHere(card.folder)) return;
    roster.put(card, isUnsent);
    deps.changed(card.folder);
  }

  const cards = openCards({ ...deps, put, closedAt });
  const puller = await openPuller({
    ...deps,
    places,
    folders,
    cards,
    turns,
    knows: roster.knows,
  });
  const pusher = openPusher({
    wire,
    closing,
    outbox,
    folders,
    turns,
    seen: puller.cursor,
    seenLog: proofs.seen,
    pullFolder: puller.pullFolder,
    mendFolder: puller.mendFolder,
    async settled({ sheet, card }, place) {
      proofs.placed(place, closing.hashOf(sheet));
      // Where a pull was quicker, a newer card lies there already, and the cursor is past it.
      if (roster.knows(card.folder)?.number !== card.number) return;
      await keeping.keep([
        { drawer: "cards", key: `${closing.desk}/${card.folder}`, text: JSON.stringify({ place, card }) },
      ]);
    },
  });

  function quarantined(): readonly Quarantined[] {
    return [...folders.quarantined(), ...cards.quarantined(), ...pusher.stuck(), ...puller.quarantined()];
  }

  return {
    async readCards() {
      await cards.readKept();
      for await (const portion of outbox.folders()) {
        for (const [at, folder] of portion.entries()) {
          await turns(folder, async () => absorbed(await folders.get(folder)));
          if (at % BREATH === BREATH - 1) await deps.pause();
        }
      }
    },
    folder: (folder) => turns(folder, () => folders.get(folder)),
    pullFolder: puller.pullFolder,
    mendFolder: puller.mendFolder,
    record: (folder, deciding) =>
      turns(folder, async () => {
        const copy = await folders.get(folder);
        const decided = deciding(copy.present);
        if (!decided || decided.events.length === 0) return;
        const unsent = sheetfuls(decided.events).map((events) => ({
          id: idFrom<SheetId>(deps.random(16)),
          folder,
          at: decided.at,
          upon: copy.number,
          events,
        }));
        // All or none: a draft that is gone with the first of two sheets would take the second along.
        const kept = outbox.add(unsent, decided.along);
        folders.layOnTop(copy, unsent);
        if (outbox.of(folder).every(({ isOfList }) => isOfList)) folders.putAway(folder);
        await kept;
      }),
    push: onceAtATime(() => pusher.pushAll()),
    sent: pusher.sent,
    pull: onceAtATime(async () => {
      await puller.pull();
      await proofs.check(puller.cursor());
    }),
    async mend() {
      for (const { folder } of folders.quarantined()) {
        if (folder === undefined || tried.has(folder)) continue;
        tried.add(folder);
        await puller.mendFolder(folder);
      }
      for (const { folder } of cards.quarantined()) {
        if (folder === undefined || tried.has(folder)) continue;
        tried.add(folder);
        await puller.pullFolder(folder);
        await turns(folder, async () => absorbed(await folders.get(folder)));
      }
    },
    shred: (folder) =>
      turns(folder, async () => {
        const known = roster.knows(folder);
        await folders.shred(folder);
        await cards.shred(folder);
        puller.shredded(folder);
        pusher.shredded(folder);
        if (!known) return;
        // Until the tombstone comes, or because it was here: nothing of the case is left in memory.
        const here = readCard(roster.card(roster.row(folder) ?? -1)?.payload.card);
        const payload = here?.type === "Tombstone" ? undefined : { by: closing.member, name: "", card: {} };
        if (payload) roster.put({ folder, ...known, payload }, false);
        else roster.setUnsent(folder, false);
        deps.changed(folder);
      }),
    async reopenDamaged() {
      for (const folder of new Set(folders.quarantined().map((one) => one.folder)))
        if (folder !== undefined) await turns(folder, () => folders.reopen(folder));
    },
    bind: () => bindAgain({ ...deps, cards, puller, isUnsent: (folder) => outbox.of(folder).length > 0 }),
    placeOf: folders.placeOf,
    whole: (folder) => turns(folder, () => folders.whole(folder)),
    isHere: folders.isHere,
    stuck: () =>
      pusher
        .stuck()
        .reduce((sum, { folder }) => sum + (folder === undefined ? 0 : outbox.of(folder).length), 0),
    waiting: () => outbox.count(),
    waitingIn: (folder) => outbox.of(folder).length,
    cursor: puller.cursor,
    quarantined,
    log() {
      const [faults, proof] = [proofs.faults(), proofs.proof()];
      return faults.length === 0 ? undefined : { faults, ...(proof === undefined ? {} : { proof }) };
    },
  };
}

/** Folders that are folded between two breaths. */
const BREATH = 50;
/** Bytes of events that go into one sheet: half of what it takes, so that escapes and padding have room. */
const SHEETFUL = SHEET_PAYLOAD_MAX / 2;

/** One sheet, or several where somebody pasted a book: no event is cut. */
function sheetfuls(events: readonly Event[]): readonly (readonly Event[])[] {
  // No letter takes more than three bytes: the usual sheet is measured by its length alone.
  if (JSON.stringify(events).length * 3 <= SHEETFUL) return [events];
  const sheets: Event[][] = [[]];
  let bytes = 0;
  for (const event of events) {
    const size = utf8(JSON.stringify(event)).length;
    if (bytes > 0 && bytes + size > SHEETFUL) {
      sheets.push([]);
      bytes = 0;
    }
    sheets.at(-1)?.push(event);
    bytes += size;
  }
  return sheets;
}
