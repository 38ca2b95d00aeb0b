/** What bench/inbox.mjs runs: letters sealed as the form does, laid into a device's drawer, opened and laid beside a roster. */
import { cardToPayload, momentOf, type CaseId, type MemberId } from "@answerable/casework";
import { foundHelpline, openKeep, publishIntake, sealDrop, type DeskSecrets } from "@answerable/seal";
import { idFrom, toText, type DropId, type PlacedDrop, type Team } from "@answerable/wire";

import { openInbox } from "../inbox.ts";
import { openLikeness } from "../likeness/likeness.ts";
import { answerInbox } from "../queries/inbox.ts";
import { todayOf } from "../queries/roster.ts";
import { openRoster } from "../roster/roster.ts";
import { openKeeping } from "../store/keeping.ts";
import { memoryStore } from "../store/memory.ts";
import { cardWith } from "./a-card.ts";
import { chanceOf } from "./chance.ts";
import type { Drawn } from "./likeness-at-scale.ts";

const LOOKED_AT = 500;
const now = Date.UTC(2026, 10, 22);

export interface InboxRun {
  readonly sealed: number;
  readonly seconds: number;
  readonly open: number;
  readonly matched: number;
  /** Times that the screens were told how far it is. */
  readonly told: number;
  /** Milliseconds of the longest piece of work between two breaths. */
  readonly longestBreath: number;
  /** Milliseconds of a page of the list when all is open. */
  readonly page: number;
  /** Of the first letters: how many are like a case when all is looked through, and for how many of them a glance found the likeliest. */
  readonly alike: number;
  readonly glanced: number;
}

/** The first reports are the roster, the rest are letters. */
export async function inboxAtScale(
  drawn: readonly Drawn[],
  { letters, say }: { readonly letters: number; readonly say: (text: string) => void },
): Promise<InboxRun> {
  const chance = chanceOf(5);
  const random = chance.bytes;
  const founding = await foundHelpline({ name: "Маяк", practice: true, suite: "A1", now, random });
  const keep = await openKeep(founding.keep);
  const { secrets, team } = await publishIntake({
    keep,
    team: founding.team,
    now,
    random,
    desk: founding.secrets,
  });
  const store = memoryStore();
  const began = performance.now();
  for (let at = 0; at < letters; at += 1) {
    const one = drawn[drawn.length - 1 - at];
    if (!one) break;
    const placed = await placedLetter(one, { at, secrets, team, random });
    const key = `${secrets.desk}/${String(at + 1).padStart(12, "0")}`;
    await store.write([{ drawer: "drops", key, text: JSON.stringify(placed) }]);
  }
  const sealed = (performance.now() - began) / 1_000;
  say(`  ${letters} letters sealed in ${sealed.toFixed(1)} s`);

  const me = keep.member;
  const likeness = openLikeness(openRoster(me), me);
  for (const [at, one] of drawn.slice(0, drawn.length - letters).entries())
    likeness.roster.put(
      {
        folder: idFrom<CaseId>(random(16)),
        number: 1,
        place: at + 1,
        payload: { by: me, name: "Вера", card: cardToPayload(cardOf(one, me)) },
      },
      false,
    );
  const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
  await likeness.build({
    pause,
    now: () => performance.now(),
    progress: () => undefined,
    isStopped: () => false,
  });

  let told = 0;
  let longestBreath = 0;
  let from = performance.now();
  const inbox = await openInbox({
    store,
    keeping: openKeeping(store, () => undefined),
    wire: nowhere,
    desk: secrets.desk,
    me,
    random,
    now: () => performance.now(),
    async pause() {
      longestBreath = Math.max(longestBreath, performance.now() - from);
      await pause();
      from = performance.now();
    },
    today: () => todayOf(now, 180),
    team: () => team,
    secrets: () => secrets,
    likeness,
    attachments: never,
    copy: never,
    perform: never,
    changed: () => (told += 1),
  });
  const page = { type: "Inbox", list: "waiting", from: 0, count: 60 } as const;
  const start = performance.now();
  from = start;
  inbox.begin();
  while (inbox.letters.sealedLeft() > 0) await pause();
  const seconds = (performance.now() - start) / 1_000;
  const asked = performance.now();
  const answer = answerInbox(inbox, page, { may: () => true });
  const drawnIn = performance.now() - asked;
  const all = answerInbox(inbox, { ...page, count: letters }, { may: () => true });
  let [alike, glanced] = [0, 0];
  for (const letter of [...inbox.letters.all()].slice(0, LOOKED_AT)) {
    if (letter.type !== "Open") continue;
    const [atGlance] = inbox.matching.known(letter).rows;
    const [likeliest] = inbox.matching.fresh(letter).rows;
    if (!likeliest) continue;
    alike += 1;
    if (atGlance?.case === likeliest.case) glanced += 1;
  }
  return {
    sealed,
    seconds,
    open: answer.total,
    matched: all.rows.filter((row) => row.match !== undefined).length,
    told,
    longestBreath,
    page: drawnIn,
    alike,
    glanced,
  };
}

interface Sealing {
  readonly at: number;
  readonly secrets: DeskSecrets;
  readonly team: Team;
  readonly random: (bytes: number) => Uint8Array;
}

async function placedLetter(one: Drawn, { at, secrets, team, random }: Sealing): Promise<PlacedDrop> {
  const [key] = team.desks.get(secrets.desk)?.intake ?? [];
  if (!key) throw new Error("the letterbox is open");
  const report = {
    v: 1,
    kind: "report",
    language: "ru",
    story: `Не выходит на связь, последний раз писал в прошлый вторник. Письмо ${at}.`,
    soldierName: one.name,
    birth: one.birth,
    region: one.region,
    unit: one.unit,
    callerName: one.caller,
    phone: one.phone,
    mayBeCalled: "yes",
  };
  const body = await sealDrop({
    suite: "A1",
    intake: key.recipient,
    report,
    files: [],
    family: {
      v: 1,
      locator: "A7K3M",
      recipient: key.recipient,
      mailbox: toText(random(32)),
      reply: toText(random(32)),
      consent: ["help"],
      language: "ru",
      charter: team.fingerprint,
    },
  });
  return {
    place: at + 1,
    day: "2026-11-22",
    drop: {
      v: 1,
      desk: secrets.desk,
      id: idFrom<DropId>(random(16)),
      period: key.period,
      body: toText(body),
    },
  };
}

function cardOf(drawn: Drawn, me: MemberId) {
  return cardWith({
    number: "ABEK1234",
    opened: momentOf(now),
    names: [drawn.name],
    births: drawn.birth === "" ? [] : [drawn.birth],
    regions: drawn.region === "" ? [] : [drawn.region],
    units: drawn.unit === "" ? [] : [drawn.unit],
    people: [{ calledAs: drawn.caller, relation: "mother", phones: drawn.phone === "" ? [] : [drawn.phone] }],
    members: [me],
    contacts: [[Math.floor(now / 60_000), 0, 0]],
  });
}

const never = () => {
  throw new Error("nothing is sent or recorded here");
};
const nowhere = { drops: never, putMail: never, mailReads: never };
