/**
 * An office of paper: the real rules of casework over a list in memory, no keys and no network. Screens are tested and
 * drawn on it; it is never shipped. What it cannot show (damage, other tabs, a full disk) a test puts in by `say`.
 */
import {
  answerAppeals,
  cardOf,
  countersOf,
  dayOf,
  dayThere,
  decide,
  folderFor,
  foldSheet,
  isAppealsQuery,
  isDue,
  isIn,
  mayHere,
  ok,
  veiled,
  type AppealsOffice,
  type AppealsQuery,
  type Case,
  type CaseCard,
  type CaseOnBoard,
  type Command,
  type DeviceId,
  type Draft,
  type Duty,
  type Folder,
  type FolderId,
  type MemberId,
  type Moment,
  type NewId,
  type SheetId,
} from "@answerable/casework";
import {
  packs,
  rosterLists,
  type Answer,
  type MatchesQuery,
  type MatchRow,
  type Office,
  type PassProgress,
  type Query,
  type RosterRow,
  type Status,
} from "@answerable/replica";

import { isOfTheDay, openPaperDuty, type OfTheDay } from "./paper-duty.ts";
import { openPaperFiles } from "./paper-files.ts";
import { paperDrop, paperInbox, paperWaiting, type PaperLetter } from "./paper-letters.ts";
import { openPaperPeople } from "./paper-people.ts";
import { isOfRecord, openPaperRecord, type OfRecord } from "./paper-record.ts";
import { matchOf, paperExpiring, paperTasks, rowOf, wordsOf } from "./paper-rows.ts";
import { openPaperSlips } from "./paper-slips.ts";
import { paperReview, paperSoldier } from "./paper-soldiers.ts";

export interface PaperOffice extends Office {
  /** Changes what the status says. */
  say(change: Partial<Status>): void;
  /** Puts a command in as a colleague at another time. */
  record(command: Command, by: MemberId, at: Moment): FolderId;
  /** What she is at this desk from now on. */
  giveDuties(duties: readonly Duty[]): void;
  /** A letter comes from outside. */
  post(letter: PaperLetter): void;
  readonly keptDrafts: readonly { readonly draft: Draft; readonly at: number }[];
}

interface Deps {
  readonly now: () => Moment;
  readonly newId: NewId;
  readonly me: MemberId;
  readonly members: Status["members"];
  readonly phase?: Status["phase"];
}

const MOSCOW = 180;
export function openPaperOffice({ now, newId, me, members, phase = "open" }: Deps): PaperOffice {
  let duties: readonly Duty[] = ["coordinator", "operator"];
  const device = newId<DeviceId>();
  const shift = newId<FolderId>();
  const folders = new Map<FolderId, Folder>();
  const drafts = new Map<string, Draft>();
  const keptDrafts: { draft: Draft; at: number }[] = [];
  const listeners = new Set<() => void>();
  const letters: PaperLetter[] = [];
  const around = () => ({ folders, matches: matchesOf });
  let pass: PassProgress = { state: "waiting", done: 0, of: 0 };
  let status: Status = {
    phase,
    practice: true,
    helpline: "Учебная линия",
    fingerprint: "KX4M9TQ2W7RB1N5C",
    me: { member: me, device, name: "Вера" },
    members,
    online: true,
    waiting: 0,
    quarantined: [],
    otherTab: false,
  };

  const changed = () => listeners.forEach((listener) => listener());
  const { answer: team, ...people } = openPaperPeople({
    me,
    device,
    members,
    changed,
    now,
    say: (it) => say(it),
    record: (command) => record(command, me, now()),
  });
  function record(command: Command, by: MemberId, at: Moment) {
    const target = folderFor(command);
    const isSorting = command.type === "SetDropsAside" || command.type === "BringDropsBack";
    const own = isSorting ? newId<FolderId>() : shift;
    const given = {
      folder: target && folders.get(target),
      by,
      at,
      today: dayOf(at, MOSCOW),
      newId,
      shift: own,
      shiftFolder: folders.get(own),
      offsetMinutes: MOSCOW,
      duties,
    };
    const decided = decide(given, command);
    if (!decided.ok) return decided;
    const { folder, events } = decided.value;
    const before = folders.get(folder);
    const after = foldSheet(before, folder, {
      id: newId<SheetId>(),
      number: (before?.sheets ?? 0) + 1,
      by,
      device,
      at,
      events,
      unknown: 0,
    });
    if (after) folders.set(folder, after);
    return ok({ folder });
  }
  function appealsOffice(): AppealsOffice {
    const at = now();
    return {
      packs: packs(),
      today: dayOf(at, MOSCOW),
      hour: at.slice(0, 13),
      dayIn: (zone) => dayThere(at, zone),
      cases: () =>
        rows().flatMap(({ row, card }): readonly CaseOnBoard[] =>
          card.appeals.length === 0
            ? []
            : [
                {
                  case: row.case,
                  number: card.number,
                  name: card.names[0] ?? "",
                  appeals: card.appeals,
                  ...(card.owner === undefined ? {} : { owner: card.owner }),
                  ...(card.regions[0] === undefined ? {} : { region: card.regions[0] }),
                },
              ],
        ),
      file: async (id) => {
        const found = folders.get(id);
        return found?.type === "Case" ? found : undefined;
      },
    };
  }
  const duty = openPaperDuty({
    me,
    duties: () => duties,
    now,
    folders,
    shift,
    isOnline: () => status.online,
    changed,
  });
  const paperRecord = openPaperRecord(folders);
  async function answerAny(query: Query): Promise<Answer<Query>> {
    if (isOfRecord(query)) return paperRecord.answer(query);
    if (isOfTheDay(query)) return duty.answer(query);
    return isAppealsQuery(query) ? answerAppeals(query, appealsOffice()) : answer(query);
  }
  function answer(query: Exclude<Query, AppealsQuery | OfRecord | OfTheDay>): Answer<Query> {
    switch (query.type) {
      case "Team":
        return team();
      case "List":
      case "Lists":
      case "OutLists":
      case "OutRows":
        throw new Error("no lists come in or go out on paper");
      case "Roster": {
        const found = rows().filter(({ words }) =>
          query.text
            .toLowerCase()
            .split(/\s+/)
            .every((word) => word === "" || words.some((one) => one.startsWith(word))),
        );
        const inList = (list: (typeof rosterLists)[number]) =>
          found.filter(({ card }) => isIn(list, card, { me, now: now() }));
        const all = inList(query.list);
        const lists = Object.fromEntries(rosterLists.map((list) => [list, inList(list).length])) as Record<
          (typeof rosterLists)[number],
          number
        >; // every list has been counted
        return {
          rows: all.slice(query.from, query.from + query.count).map(({ row }) => row),
          total: all.length,
          lists,
        };
      }
      case "Matches":
        return { rows: matchesOf(query.soldierName, query), callsFromNumberToday: 0 };
      case "Inbox":
        return paperInbox(letters, query, around());
      case "Drop":
        return paperDrop(letters, query.drop, around());
      case "Review":
        return { ...paperReview(rows()), pass };
      case "Soldier":
        return paperSoldier(rows(), query.case, me);
      case "CaseFile": {
        const file = folders.get(query.case);
        if (file?.type !== "Case") return { type: "Unknown" };
        const looks = { me, now: now(), duties, calls: duty.office().held?.folder };
        const { file: shown, veils } = veiled(file, looks);
        return {
          type: "Here",
          case: shown,
          veils,
          mayGiveOut: mayHere("give out", duties),
          unsent: 0,
          damaged: status.quarantined.filter((one) => one.folder === query.case),
          outside: { reads: [], elsewhere: [] },
        };
      }
      case "Counters": {
        const cards = [...folders.values()].map(cardOf);
        const urgent = rows().filter(({ card }) => isIn("urgent", card, { me, now: now() })).length;
        const due = cards.flatMap((card) => card.tasks);
        return {
          all: countersOf(cards),
          shift: countersOf(cards, { by: me }),
          queues: {
            urgent,
            callbacks: due.filter((task) => task.kind === "callback").length,
            promisesDue: due.filter((task) => task.kind === "promise" && isDue(task, now())).length,
            letters: paperWaiting(letters, folders),
          },
        };
      }
      case "Expiring":
        return paperExpiring(rows(), dayOf(now(), MOSCOW));
      case "Tasks":
        return {
          rows: paperTasks(rows(), now()).filter(
            (row) => query.owner === undefined || row.owner === query.owner,
          ),
        };
    }
  }
  function matchesOf(soldierName: string, query: Partial<MatchesQuery> = {}): readonly MatchRow[] {
    const words = soldierName
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word.length > 2);
    const found = rows().filter(
      ({ card, row }) =>
        !(query.not ?? []).includes(row.case) &&
        words.some((word) =>
          card.names.some((name) =>
            name
              .toLowerCase()
              .split(" ")
              .some((part) => part.startsWith(word)),
          ),
        ),
    );
    return found.slice(0, 5).map(({ row, card }) => matchOf(row, card, query.region ?? ""));
  }
  function rows(): readonly { row: RosterRow; card: CaseCard; words: readonly string[] }[] {
    return [...folders.values()]
      .filter((folder): folder is Case => folder.type === "Case" && !folder.shredded)
      .map((file) => ({ file, card: cardOf(file) as CaseCard })) // the card of a case is a case card
      .map(({ file, card }) => ({
        row: rowOf(file, card),
        card,
        words: wordsOf(card),
      }))
      .toSorted((a, b) => (b.row.lastContact ?? "").localeCompare(a.row.lastContact ?? ""));
  }
  const paper: PaperOffice = {
    status: () => status,
    at: () => paper,
    watchStatus: (listener) => {
      const told = () => listener(status);
      listeners.add(told);
      told();
      return () => listeners.delete(told);
    },
    found: async () => open(),
    join: async () => open(),
    ...people,
    typeDigits: async () => ok(undefined),
    cancelMeeting: async () => {
      const { enrol: _, ...rest } = status;
      status = rest;
      changed();
    },
    unlock: async (passphrase) =>
      passphrase === "correct horse" ? open() : { ok: false, refusal: { type: "WrongPassphrase" } },
    lock: async () => say({ phase: "locked" }),
    takeOver: async () => say({ otherTab: false }),
    do: async (command) => {
      const done = record(command, me, now());
      if (done.ok) duty.said(command);
      if (done.ok) say({ sealedAt: now() });
      return done;
    },
    takeDrop: async ({ drop, into }) => {
      const letter = letters.find((one) => one.drop === drop);
      if (!letter || letter.isDamaged) return { ok: false, refusal: { type: "LetterNotOpen" } };
      const where =
        into === undefined ? { case: newId<FolderId>(), isNew: true } : { case: into, isNew: false };
      const take = { type: "TakeDrop", letter, byItself: false, attachments: [], ...where } as const;
      const done = record(take, me, now());
      if (done.ok) say({ sealedAt: now() });
      return done;
    },
    keepDraft: async (draft) => {
      drafts.set(draft.id, draft);
      keptDrafts.push({ draft, at: Date.parse(now()) });
      return ok(undefined);
    },
    dropDraft: async (id) => void drafts.delete(id),
    drafts: async () => [...drafts.values()],
    ...openPaperSlips(),
    signManifest: paperRecord.signManifest,
    publish: paperRecord.publish,
    ...openPaperFiles((command) => {
      const done = record(command, me, now());
      changed();
      return done;
    }),
    takeCallBack: duty.takeCallBack,
    freeCallBack: duty.freeCallBack,
    sayOfList: async () => ({ ok: false, refusal: { type: "OnlyCoordinator" } }),
    beginPass: async () => {
      const all = rows().length;
      pass = { state: "done", done: all, of: all };
      changed();
      return ok(undefined);
    },
    stopPass: async () => undefined,
    ask: async (query) => (await answerAny(query)) as never, // the answer is of the query just asked
    watch: (query, listener) => {
      const told = () =>
        void answerAny(query).then((found) => listeners.has(told) && listener(found as never)); // likewise
      listeners.add(told);
      queueMicrotask(told);
      return () => listeners.delete(told);
    },
    say,
    record: (command, by, at) => {
      const done = record(command, by, at);
      if (!done.ok) throw new Error(`the paper office refused: ${done.refusal.type}`);
      changed();
      return done.value.folder;
    },
    giveDuties: (given) => {
      duties = given;
      changed();
    },
    post: (letter) => {
      letters.push(letter);
      changed();
    },
    keptDrafts,
  };
  return paper;

  function say(change: Partial<Status>): void {
    status = { ...status, ...change };
    changed();
  }
  function open() {
    say({ phase: "open" });
    return ok({ fingerprint: status.fingerprint ?? "" }) as never; // found answers with a fingerprint, join and unlock with nothing
  }
}
