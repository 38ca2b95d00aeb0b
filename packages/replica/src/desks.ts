/**
 * The desks of one unlocked device: one is shown, those that were shown before stay open behind it until the device is locked. What
 * was written there goes on to be sent, and a word that comes late still finds its own desk.
 *
 * Must stay true: whatever is asked or told in the name of a desk reaches that desk or nobody.
 */
import type { Result } from "@answerable/casework";
import type { OpenKeep } from "@answerable/seal";
import { desksOf, Unreachable, WireRefusal, type DeskId, type EpochBox, type Team } from "@answerable/wire";

import { boxAtRest, ownChange, readOwn, storeSeal, teamChanges, type Own } from "./at-rest.ts";
import type { DeskRow, ShowRefusal, Status } from "./office.ts";
import type { SessionDeps } from "./session-deps.ts";
import { openSession, type Session, type Unlocked } from "./session.ts";
import { SLIP } from "./slips.ts";
import { shelfOf } from "./store/of-desk.ts";
import type { Drawer } from "./store/store.ts";
import { openTurns } from "./sync/turns.ts";

type Told = { readonly [K in keyof Status]?: Status[K] | undefined };

export interface Opened {
  readonly team: Team;
  readonly boxes: readonly EpochBox[];
  readonly beforeSignIn?: Unlocked["beforeSignIn"];
}

export type DesksDeps = Omit<SessionDeps, "seal" | "unseated" | "isShown">;

export interface Desks {
  /** Opens the desk that was shown last, and behind it those that have something to send. */
  readonly start: (keep: OpenKeep, opened: Opened) => Promise<void>;
  readonly show: (desk: DeskId) => Promise<Result<void, ShowRefusal>>;
  /** Opens a desk without showing it. */
  readonly behind: (desk: DeskId) => Promise<Session | ShowRefusal["type"]>;
  /** The one that is shown, or the one named, once it is open. undefined: it is not. */
  readonly at: (desk?: DeskId) => Promise<Session | undefined>;
  /** As `at`, without waiting. */
  readonly now: (desk?: DeskId) => Session | undefined;
  /** At all desks: sends what waits; how much is left, calls half-taken among it. Throws where the server cannot be reached. */
  readonly sendAll: () => Promise<number>;
  readonly stop: () => void;
}

/** What one desk has said of itself, unsaid before another is shown. */
const nothingOfDesk = {
  online: false,
  waiting: 0,
  quarantined: [],
  members: [],
  sealedAt: undefined,
  syncedAt: undefined,
  sync: undefined,
  indexing: undefined,
  files: undefined,
  log: undefined,
  broken: undefined,
} as const satisfies Told;

interface Here {
  readonly keep: OpenKeep;
  own: Own;
  readonly first: DeskId;
  readonly beforeSignIn: Unlocked["beforeSignIn"];
  /** Those whose box lies on this disk. */
  readonly known: Set<DeskId>;
  readonly sessions: Map<DeskId, Standing>;
  shown: DeskId;
}

interface Standing {
  readonly opening: Promise<Session>;
  session?: Session;
  said: Told;
}

export function openDesks(deps: DesksDeps): Desks {
  const { store, keeping, random } = deps;
  let here: Here | undefined;
  let starting: Promise<void> | undefined;
  let turns = openTurns();

  const shelfAt = ({ keep, first }: Here, desk: DeskId) =>
    shelfOf({ store, keeping, seal: storeSeal(keep, random) }, desk === first ? undefined : desk);

  function tell({ sessions, shown }: Here): void {
    const said = sessions.get(shown)?.said;
    const unsent = (row: DeskRow) => ({ ...row, unsent: sessions.get(row.id)?.said.waiting ?? 0 });
    deps.status({ ...said, desk: shown, desks: said?.desks?.map(unsent) });
  }

  /** Goes on by itself: see `opening`. */
  function open(at: Here, { box, team }: { readonly box: EpochBox; readonly team: Team }): Promise<Session> {
    const { desk } = box;
    const { beforeSignIn } = at;
    const isOpen = () => here === at && at.sessions.has(desk);
    const opening = openSession(
      {
        ...deps,
        ...shelfAt(at, desk),
        status(changes) {
          const mine = at.sessions.get(desk);
          if (!mine || here !== at) return;
          mine.said = { ...mine.said, ...changes };
          tell(at);
        },
        changed: (folder) => isOpen() && at.shown === desk && deps.changed(folder),
        isShown: () => at.shown === desk,
        hurry: () => isOpen() && at.shown === desk && deps.hurry(),
        unseated: () => isOpen() && void leave(at, desk),
      },
      {
        keep: at.keep,
        box,
        team,
        own: desk === at.first ? at.own : { ...at.own, shift: undefined },
        ...(beforeSignIn ? { beforeSignIn } : {}),
      },
    ).then((session) => {
      const mine = at.sessions.get(desk);
      if (mine && here === at) mine.session = session;
      else session.stop();
      return session;
    });
    at.known.add(desk);
    at.sessions.set(desk, { opening, said: { phase: "opening" } });
    return opening;
  }

  /** Her seat was taken: what lies of the desk on this disk cannot be sent any more, and no box of it is kept. */
  async function leave(at: Here, desk: DeskId): Promise<void> {
    const session = at.sessions.get(desk)?.session;
    if (!session) return;
    const [next] = desksOf(session.teamAtHand(), at.keep.member);
    if (next === undefined) return deps.status({ broken: "removed" });
    if (at.shown === desk && !(await show(next)).ok) return;
    session.stop();
    at.sessions.delete(desk);
    at.known.delete(desk);
    await keeping.keep([{ drawer: "team", key: `box/${desk}` }]);
    tell(at);
  }

  const show = (desk: DeskId) => turns("show", () => showNow(desk));

  async function showNow(desk: DeskId): Promise<Result<void, ShowRefusal>> {
    const at = here;
    const from = at?.sessions.get(at.shown)?.session;
    if (!at || !from) return { ok: false, refusal: { type: "Locked" } };
    if (desk === at.shown) return { ok: true, value: undefined };
    const fault = await openBehind(at, from, desk);
    if (fault) return { ok: false, refusal: { type: fault } };
    at.shown = desk;
    await keepOwn(at, { at: desk });
    deps.status({ ...nothingOfDesk, phase: "opening" });
    tell(at);
    const session = await at.sessions.get(desk)?.opening;
    if (here !== at) return { ok: false, refusal: { type: "Locked" } };
    // One lets go of its line for hints, the other takes one.
    from.poke();
    session?.poke();
    deps.changed();
    return { ok: true, value: undefined };
  }

  /** undefined: it is open, or opening. */
  async function openBehind(at: Here, from: Session, desk: DeskId): Promise<ShowRefusal["type"] | undefined> {
    if (at.sessions.has(desk)) return undefined;
    const box = await boxFor(from, desk);
    if (typeof box === "string") return box;
    if (here !== at) return "Locked";
    await keeping.keep(teamChanges([], [box]));
    await keepOwn(at, {});
    void open(at, { box, team: from.teamAtHand() });
    return undefined;
  }

  /** From the second desk on it must be known which was the first. */
  function keepOwn(at: Here, change: Partial<Own>): Promise<void> {
    at.own = { ...at.own, first: at.first, ...change };
    return keeping.keep([ownChange(storeSeal(at.keep, random), at.own)]);
  }

  async function behindNow(desk: DeskId): Promise<Session | ShowRefusal["type"]> {
    const at = here;
    const from = at?.sessions.get(at.shown)?.session;
    if (!at || !from) return "Locked";
    const fault = await openBehind(at, from, desk);
    const session = fault ? undefined : await at.sessions.get(desk)?.opening;
    return here === at && session ? session : (fault ?? "Locked");
  }

  /** As it lies on the disk: what has come since is fetched once the desk is open. A desk never opened here has to be fetched first. */
  async function boxFor(from: Session, desk: DeskId): Promise<EpochBox | "NoSeat" | "Unreachable"> {
    if (!desksOf(from.teamAtHand(), from.keep.member).includes(desk)) return "NoSeat";
    const kept = await boxAtRest(store, desk);
    if (kept) return kept;
    try {
      return (await from.boxOf(desk)) ?? "NoSeat";
    } catch (problem) {
      if (problem instanceof Unreachable || problem instanceof WireRefusal) return "Unreachable";
      throw problem;
    }
  }

  /** How much lies in these drawers of a desk that is not open. */
  async function lying(at: Here, desk: DeskId, drawers: readonly Drawer[]): Promise<number> {
    const shelf = shelfAt(at, desk);
    let count = 0;
    for (const drawer of drawers)
      for await (const page of shelf.store.list(drawer))
        count += page.filter(({ key }) => !key.startsWith(SLIP)).length;
    return count;
  }

  const now = (desk?: DeskId) => (here ? here.sessions.get(desk ?? here.shown)?.session : undefined);

  return {
    async start(keep, opened) {
      starting = begin(keep, opened);
      await starting.finally(() => (starting = undefined));
    },
    show,
    behind: (desk) => turns("show", () => behindNow(desk)),
    async at(desk) {
      // Whoever saw "opening" may ask before it is known which desk it is.
      await starting;
      const at = here;
      const session = await at?.sessions.get(desk ?? at.shown)?.opening;
      return here === at ? session : undefined;
    },
    now,
    async sendAll() {
      const at = here;
      if (!at) return 0;
      let left = 0;
      for (const { opening } of at.sessions.values()) {
        const session = await opening;
        left += (await session.sendAll()) + session.drafts.all().length;
      }
      for (const desk of at.known) if (!at.sessions.has(desk)) left += await lying(at, desk, ["drafts"]);
      return left;
    },
    stop() {
      for (const { session } of here?.sessions.values() ?? []) session?.stop();
      here = undefined;
    },
  };

  async function begin(keep: OpenKeep, { team, boxes, beforeSignIn }: Opened): Promise<void> {
    const own = await readOwn(store, storeSeal(keep, random));
    const seats = desksOf(team, keep.member);
    const mine = boxes.filter((box) => seats.includes(box.desk));
    const box = mine.find((one) => one.desk === own.at) ?? mine[0] ?? boxes[0];
    if (!box) throw new Error("a device without a box");
    turns = openTurns();
    const first = own.first ?? box.desk;
    const known = new Set(mine.map((one) => one.desk));
    const at: Here = { keep, own, first, beforeSignIn, known, sessions: new Map(), shown: box.desk };
    here = at;
    await open(at, { box, team });
    for (const other of mine)
      if (other !== box && (await lying(at, other.desk, ["outbox", "files"])) > 0)
        void open(at, { box: other, team });
  }
}
