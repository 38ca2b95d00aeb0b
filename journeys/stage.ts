/**
 * The stage on which journeys are played: the real server, real sealing, real devices. Only the network cables and the
 * disks are ours to pull. Every person on it is invented.
 */
import { emptyDraft, momentOf, type Brand, type Draft, type NewId } from "@answerable/casework";
import {
  deviceSecretFromBytes,
  drawers,
  memoryStore,
  onlySeat,
  openOffice,
  type Answer,
  type Office,
  type Query,
  type Role,
  type Status,
} from "@answerable/replica";
import { openServer, type Store as Shelf } from "@answerable/server";

import { quickStretch } from "../packages/replica/src/testing/quick-stretch.ts";

const ORIGIN = "http://helpline.test";
export const FOUNDING_SECRET = "the-founding-secret-of-the-stage";
export const PASSPHRASE = "five words that nobody guesses";

export const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
export const newId: NewId = <T extends Brand<string, string>>() =>
  Buffer.from(random(16)).toString("base64url") as unknown as T;

export type Stage = ReturnType<typeof openStage>;
export type Laptop = ReturnType<Stage["laptop"]>;

interface Staging {
  /** A day may be played in seconds: by a clock of its own, on which all waits are so many times shorter. */
  readonly now?: () => number;
  readonly pace?: number;
  /** "real" where the story is about locks: a passphrase costs there what it costs at the desk. */
  readonly locks?: "quick" | "real";
}

/** A server on the shelf given, and everything it was asked and answered, as text, for whoever looks for names in it. */
export function openStage(shelf: Shelf, { now: clock = Date.now, pace = 1, locks = "quick" }: Staging = {}) {
  const heard: string[] = [];
  const server = openServer({
    store: shelf,
    now: clock,
    random,
    foundingSecret: FOUNDING_SECRET,
  });

  return {
    server,
    /** Every request and answer that crossed the wire, bodies, headers and addresses. */
    heard,
    close: () => server.close(),
    laptop(name: string, now: () => number = clock) {
      const store = memoryStore();
      let isPluggedIn = true;
      const held = new Map<string, Held>();
      async function fetch(request: Request): Promise<Response> {
        if (!isPluggedIn) throw new TypeError("the cable is out");
        for (const [path, one] of held) if (new URL(request.url).pathname.includes(path)) await one.wait();
        heard.push(
          `${request.method} ${request.url} ${JSON.stringify([...request.headers])}`,
          await request.clone().text(),
        );
        const response = await server.fetch(request);
        if (response.headers.get("content-type")?.includes("event-stream") !== true)
          heard.push(await response.clone().text());
        return response;
      }
      let secret = deviceSecretFromBytes(random(32));
      /** Tabs of one browser hear each other. */
      const tabs = new Set<() => void>();
      const switchOn = () =>
        openOffice({
          store,
          fetch,
          origin: ORIGIN,
          now,
          offsetMinutes: () => 180,
          random,
          timers: {
            later(milliseconds, call) {
              const timer = setTimeout(call, milliseconds / pace);
              return () => clearTimeout(timer);
            },
          },
          deviceSecret: (salt) => secret(salt),
          stretch: locks === "quick" ? quickStretch : undefined,
          seat: onlySeat(),
          forget: async () => void (secret = deviceSecretFromBytes(random(32))),
          siblings: {
            tellGone: () => tabs.forEach((told) => told()),
            hearGone: (call) => tabs.add(call),
          },
        });
      let office = switchOn();
      return {
        name,
        store,
        office: () => office,
        /** The same browser's next tab. */
        openTab: switchOn,
        pullTheCable: () => (isPluggedIn = false),
        plugItIn: () => (isPluggedIn = true),
        /** Requests whose path has these words wait on the way until they may go. */
        holdBack(path: string): Pick<Held, "go" | "asked"> {
          const one = openHeld(() => held.delete(path));
          held.set(path, one);
          return one;
        },
        /** The program ends without a word, and is started again from what lies on its disk. */
        async crash() {
          await office.lock();
          office = switchOn();
          await until(office, ({ phase }) => phase === "locked");
        },
      };
    },
  };
}

interface Held {
  readonly wait: () => Promise<void>;
  /** So many wait. */
  readonly asked: (count: number) => Promise<void>;
  readonly go: () => void;
}

function openHeld(letGo: () => void): Held {
  const waiting: (() => void)[] = [];
  const looking = new Set<() => void>();
  return {
    wait: () => new Promise((resolve) => void [waiting.push(resolve), looking.forEach((look) => look())]),
    asked: (count) =>
      new Promise((resolve) => {
        const look = () => void (waiting.length >= count && [looking.delete(look), resolve()]);
        looking.add(look);
        look();
      }),
    go: () => void [letGo(), ...waiting.splice(0).map((free) => free())],
  };
}

/** A founder sits down at her laptop: an empty server becomes a helpline. */
export async function found(laptop: Laptop, yourName: string): Promise<void> {
  const founded = await laptop.office().found({
    helplineName: "Helpline of the stage",
    yourName,
    deviceName: laptop.name,
    passphrase: PASSPHRASE,
    practice: false,
    foundingSecret: FOUNDING_SECRET,
  });
  if (!founded.ok) throw new Error(`not founded: ${founded.refusal.type}`);
  await until(laptop.office(), ({ phase, online }) => phase === "open" && online);
}

/** A coordinator brings a new person in, with two people reading digits to each other over the telephone. */
export function bringIn(
  host: Laptop,
  fresh: Laptop,
  yourName: string,
  roles: readonly Role[] = ["operator"],
): Promise<void> {
  return meet(host, fresh, { yourName, newcomer: { roles } });
}

/** One laptop invites the other; two people read each other six digits over the telephone. */
export function enrol(old: Laptop, fresh: Laptop, yourName: string): Promise<void> {
  return meet(old, fresh, { yourName });
}

interface Coming {
  readonly yourName: string;
  readonly newcomer?: { readonly roles: readonly Role[] };
}

async function meet(old: Laptop, fresh: Laptop, { yourName, newcomer }: Coming): Promise<void> {
  const invited = await old.office().invite({ deviceName: fresh.name, ...(newcomer ? { newcomer } : {}) });
  if (!invited.ok) throw new Error(`no link: ${invited.refusal.type}`);
  const joined = fresh
    .office()
    .join({ link: invited.value.link, yourName, deviceName: fresh.name, passphrase: PASSPHRASE });
  const shownAtOld = await digitsAt(old.office());
  const shownAtFresh = await digitsAt(fresh.office());
  await old.office().typeDigits(shownAtFresh);
  await fresh.office().typeDigits(shownAtOld);
  const result = await joined;
  if (!result.ok) throw new Error(`not enrolled: ${result.refusal.type}`);
  await until(fresh.office(), ({ phase }) => phase === "open");
}

async function digitsAt(office: Office): Promise<string> {
  const { enrol } = await until(office, (status) => status.enrol?.step === "digits");
  if (enrol?.step !== "digits") throw new Error("no digits are shown");
  return enrol.digits;
}

/** A call as it is typed: whatever is not said stays empty. */
export function call(said: Partial<Draft>): Draft {
  const now = momentOf(Date.now());
  return { ...emptyDraft(newId(), now), kind: "aboutSoldier", safeToSpeak: "yes", ended: now, ...said };
}

/** The first status for which it holds. */
export function until(office: Office, holds: (status: Status) => boolean): Promise<Status> {
  return new Promise((resolve) => {
    const unwatch = office.watchStatus((status) => {
      if (!holds(status)) return;
      queueMicrotask(() => unwatch()); // it may be called before it is assigned
      resolve(status);
    });
  });
}

/** Looks at a screen until it shows what is waited for. The test's own time limit is the limit. */
export function seen<Q extends Query>(
  office: Office,
  query: Q,
  holds: (answer: Answer<Q>) => boolean,
): Promise<Answer<Q>> {
  return new Promise((resolve) => {
    const unwatch = office.watch(query, (answer) => {
      if (!holds(answer)) return;
      queueMicrotask(() => unwatch()); // it may be called before it is assigned
      resolve(answer);
    });
  });
}

/** Everything that lies on its disk, as text. */
export async function diskOf(laptop: Laptop): Promise<Buffer> {
  const texts: string[] = [];
  for (const drawer of drawers)
    for await (const page of laptop.store.list(drawer))
      texts.push(...page.map(({ key, text }) => `${key} ${text}`));
  if (texts.length < 4) throw new Error("nothing lies on this disk");
  return Buffer.from(texts.join("\n"));
}
