/** From an empty server to a practice helpline that invites: found or unlock, fill once, send everything, print a link. */
import type { Brand, Moment, NewId } from "@answerable/casework";
import type { Enrolling, Office, Status } from "@answerable/replica";
import { idFrom, type Fetch } from "@answerable/wire";

import { articleCalls } from "./calls/article.ts";
import { callsOfDaysBefore } from "./calls/days-before.ts";
import { lettersFromFamilies } from "./calls/families.ts";
import { lettersFor } from "./calls/letters.ts";
import { callsOfToday } from "./calls/today.ts";
import { fill } from "./fill.ts";
import { enterArticle } from "./record/enter-article.ts";
import { publishArticle } from "./record/publish-article.ts";
import { writeLetters } from "./write-letters.ts";

export interface PractiseDeps {
  readonly office: Office;
  /** A second device, empty at first: an invented colleague signs releases on it. */
  readonly colleague: Office;
  readonly random: (bytes: number) => Uint8Array;
  readonly today: Moment;
  /** Winds the device's clock; without a moment it runs with the world's again. */
  readonly wind: (to: Moment | undefined) => void;
  readonly foundingSecret: () => Promise<string>;
  readonly say: (text: string) => void;
  /** Where the server is reached. */
  readonly origin: string;
  readonly fetch: Fetch;
  readonly now: () => number;
}

const PASSPHRASE = "practice makes nobody afraid";

/** Resolves never: it goes on inviting until its process ends. */
export async function practise(deps: PractiseDeps): Promise<void> {
  await openPractice(deps);
  const { fingerprint = "" } = await until(deps.office, ({ phase }) => phase === "open");
  deps.say(
    [
      "",
      "PRACTICE helpline. Every private person in it is invented.",
      "",
      `  The family's form   ${deps.origin}/write#${fingerprint}`,
      `  The public page     ${deps.origin}/record/`,
      "",
    ].join("\n"),
  );
  for (;;) await inviteOnce(deps);
}

/** Founds and fills, or unlocks what was founded before. Resolves when the server has everything. */
export async function openPractice(deps: PractiseDeps): Promise<void> {
  const { office, say } = deps;
  const status = await until(
    office,
    ({ phase }) => phase === "empty" || phase === "locked" || phase === "broken",
  );
  if (status.phase === "broken") {
    throw new Error(
      "the practice device cannot read what lies on its disk: delete .answerable/practice and start again",
    );
  }
  if (status.phase === "empty") {
    say("Founding the practice helpline …");
    await foundPractice(deps);
    await writeToPractice(deps);
    say("Two people sign what is public …");
    await publishArticle({ ...deps, passphrase: PASSPHRASE });
  } else {
    const unlocked = await office.unlock(PASSPHRASE);
    if (!unlocked.ok) throw new Error(`the practice device does not unlock: ${unlocked.refusal.type}`);
    await until(office, ({ phase }) => phase === "open");
  }
  await until(office, ({ waiting, online }) => waiting === 0 && online);
}

async function foundPractice({
  office,
  random,
  today,
  wind,
  foundingSecret,
  say,
}: PractiseDeps): Promise<void> {
  const founded = await office.found({
    helplineName: "Учебная линия",
    yourName: "Дежурная",
    deviceName: "Учебный компьютер",
    passphrase: PASSPHRASE,
    practice: true,
    foundingSecret: await foundingSecret(),
  });
  if (!founded.ok) throw new Error(`the practice helpline could not be founded: ${founded.refusal.type}`);
  const { me } = await until(office, ({ phase }) => phase === "open");
  if (!me) throw new Error("an open office knows its member");
  say("Taking down its calls …");
  const newId: NewId = <T extends Brand<string, string>>() => idFrom(random(16)) as unknown as T; // wire and casework brand the same 22 symbols
  try {
    await fill(
      { office, me: me.member, newId, today, wind },
      [...articleCalls, ...callsOfDaysBefore, ...callsOfToday],
      lettersFor(today),
    );
    await enterArticle(office, newId);
  } finally {
    wind(undefined);
  }
}

/** The inbox of a desk that practises is not empty, and there is a receipt to read an answer with. */
async function writeToPractice(deps: PractiseDeps): Promise<void> {
  const { fingerprint = "" } = deps.office.status();
  deps.say("Families write …");
  const receipt = await writeLetters({ ...deps, fingerprint }, lettersFromFamilies);
  deps.say(
    receipt === undefined
      ? "No letter could be written: the letterbox has no key yet."
      : `One family's receipt, to read its answer at ${deps.origin}/reply#${fingerprint}:\n\n    ${receipt}\n`,
  );
}

/** Prints one link, and resolves when it was used or has run out. */
async function inviteOnce({ office, say }: PractiseDeps): Promise<void> {
  const invited = await office.invite({ deviceName: "" });
  if (!invited.ok) {
    say(`No link could be made (${invited.refusal.type}); trying again in ten seconds.`);
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    return;
  }
  say(
    `  The desk: open this link (it works once, for ten minutes; then a new one is printed here)\n\n    ${invited.value.link}\n`,
  );
  const ended = await until(office, ({ enrol }) => enrol === undefined || isOver(enrol));
  if (ended.enrol?.role === "inviting" && ended.enrol.step === "done")
    say("  A device was enrolled. A link for one more:\n");
  await office.cancelMeeting();
}

function isOver(enrol: Enrolling): boolean {
  return enrol.role === "inviting" && (enrol.step === "done" || enrol.step === "failed");
}

/** The first status for which it holds. */
function until(office: Office, holds: (status: Status) => boolean): Promise<Status> {
  return new Promise((resolve) => {
    const unwatch = office.watchStatus((status) => {
      if (!holds(status)) return;
      // The listener may be called before `unwatch` is assigned.
      queueMicrotask(() => unwatch());
      resolve(status);
    });
  });
}
