/**
 * Attacks on what is signed and sealed besides the log: the list of people, the desks' boxes, the letterbox, letters and answers. Each
 * takes what a server has, changes it by chance, and asks the very function by which a device or a family's page would take it.
 * Pass rule: it is refused, or it says the same as before.
 */
import { openBox, openSealedDrop, publishIntake, readTeam, sealBox, type DeskSecret } from "@answerable/seal";
import { openMail, sealDrop, sealMail } from "@answerable/seal/drop";
import {
  intakeOf,
  toText,
  type Epoch,
  type EpochBox,
  type Period,
  type TeamStatement,
} from "@answerable/wire";

import { chanceOf, type Chance } from "../../packages/replica/src/testing/chance.ts";
import { familyNamed } from "../../packages/seal/src/testing/family.ts";
import { helpline, named, now } from "../../packages/seal/src/testing/helpline.ts";
import { bent } from "./proxy.ts";

const DAY = 86_400_000;
const first = 1 as Epoch; // makes the brand

/** "same": it was taken, and says what was said. "other": it was taken and says something else, which must never be. */
export type Verdict = "refused" | "same" | "other";

export interface PaperAttack {
  readonly name: string;
  readonly attempt: (given: Papers, chance: Chance) => Promise<Verdict>;
}

type Papers = Awaited<ReturnType<typeof papers>>;

let made: Promise<Papers> | undefined;

async function papers() {
  const house = await helpline("the helpline of the evil server");
  const other = await helpline("another helpline");
  const { open: keep, random, secrets, desk } = house;
  const published = await publishIntake({ keep, team: house.team, now, random, desk: secrets });
  const statements = [...house.push.statements, ...published.push.statements];
  const [box] = published.push.boxes;
  const intake = intakeOf(published.team, desk, now);
  if (!box || intake.type !== "Open") throw new Error("a letterbox");
  const { family, keys } = await familyNamed("a family");
  const letter = await sealDrop({
    suite: "A1",
    intake: intake.key.recipient,
    report: { v: 1 },
    family,
    files: [],
  });
  const correspondence = {
    v: 1 as const,
    locator: keys.locator,
    number: 1,
    letters: [{ day: "2026-11-23", text: "Ответ", asks: false }],
  };
  const mail = await sealMail({
    suite: "A1",
    recipient: keys.recipient,
    reply: keys.reply,
    correspondence,
    random,
  });
  return {
    house,
    other,
    statements,
    team: published.team,
    secrets: published.secrets,
    box,
    recipient: intake.key.recipient,
    letter,
    keys,
    correspondence,
    mail,
  };
}

async function verdict(taken: () => Promise<boolean>): Promise<Verdict> {
  try {
    return (await taken()) ? "same" : "other";
  } catch {
    return "refused";
  }
}

/** The list of people as a device reads it that was given the fingerprint. */
const asRead = ({ house, team }: Papers, statements: unknown) =>
  verdict(async () => {
    const read = await readTeam(statements as TeamStatement[], house.team.fingerprint); // as a server would say it
    return read.head === team.head;
  });

const asOpened = ({ house, team, secrets }: Papers, box: EpochBox) =>
  verdict(async () => {
    const opened = await openBox(box, house.open, team);
    return (
      toText(opened.secrets.get(first) ?? new Uint8Array()) ===
      toText(secrets.secrets.get(first) ?? new Uint8Array(1))
    );
  });

/** Some text in it, bent; ids, keys, hashes and signatures alike. */
function bentSomewhere(value: unknown, chance: Chance): unknown {
  const places: string[] = [];
  JSON.stringify(value, (key, one: unknown) => {
    if (typeof one === "string" && one.length > 20) places.push(key);
    return one;
  });
  const at = chance.below(places.length);
  let met = -1;
  return JSON.parse(
    JSON.stringify(value, (_, one: unknown) => {
      if (typeof one !== "string" || one.length <= 20) return one;
      met += 1;
      return met === at ? bent(one, chance) : one;
    }),
  );
}

function bentBytes(bytes: Uint8Array, chance: Chance): Uint8Array {
  const at = chance.below(bytes.length);
  return bytes.with(at, (bytes[at] ?? 0) ^ (1 << chance.below(8)));
}

const opensLetter = ({ house, secrets }: Papers, body: Uint8Array, period = 1) =>
  verdict(async () => {
    const letter = {
      v: 1 as const,
      desk: house.desk,
      id: named<never>("drop"),
      period: period as Period,
      body: toText(body),
    };
    const opened = await openSealedDrop(letter, secrets, "A1");
    if (!opened) throw new Error("not this period's");
    return JSON.stringify(opened.report) === '{"v":1}';
  });

export const paperAttacks: readonly PaperAttack[] = [
  {
    name: "people: a statement bent",
    attempt: (given, chance) => {
      const at = chance.below(given.statements.length);
      return asRead(
        given,
        given.statements.map((one, n) => (n === at ? bentSomewhere(one, chance) : one)),
      );
    },
  },
  {
    name: "people: a statement left out, or two swapped",
    attempt: (given, chance) => {
      const all = given.statements;
      const at = chance.below(all.length - 1);
      const [one, next] = [all[at], all[at + 1]];
      return asRead(
        given,
        chance.happens(0.5) || !one || !next ? all.toSpliced(at, 1) : all.toSpliced(at, 2, next, one),
      );
    },
  },
  {
    name: "people: a colleague's key substituted",
    attempt: (given, chance) => {
      const key = toText(chance.bytes(32));
      const name = chance.pick(["signing", "recipient", "key", "founder"]);
      const changed = JSON.parse(
        JSON.stringify(given.statements, (field, one: unknown) =>
          field === name
            ? name === "recipient"
              ? given.other.team.devices.values().next().value?.recipient
              : key
            : one,
        ),
      );
      return asRead(given, changed);
    },
  },
  {
    name: "people: another helpline's charter and list",
    attempt: (given) => asRead(given, given.other.push.statements),
  },
  {
    name: "downgrade: the charter's suite or practice mark changed",
    attempt: (given, chance) => {
      const isSuite = chance.happens(0.5);
      return asRead(
        given,
        JSON.parse(
          JSON.stringify(given.statements, (field, one: unknown) =>
            isSuite ? (field === "suite" ? "A2" : one) : field === "practice" ? true : one,
          ),
        ),
      );
    },
  },
  {
    name: "box: bent anywhere",
    attempt: (given, chance) => asOpened(given, bentSomewhere(given.box, chance) as EpochBox), // as a server would say it
  },
  {
    name: "box: another helpline's, or another epoch's name on it",
    attempt: (given, chance) => {
      const [theirs] = given.other.push.boxes;
      if (!theirs) throw new Error("a box");
      return asOpened(given, chance.happens(0.5) ? theirs : { ...given.box, epoch: 2 as Epoch });
    },
  },
  {
    name: "box: a wrong key in it, signed by a member (canary)",
    attempt: async (given, chance) => {
      const { house, team } = given;
      const secret = chance.bytes(32) as DeskSecret; // makes the brand
      const box = await sealBox({
        desk: { desk: house.desk, secrets: new Map([[first, secret]]) },
        team,
        keep: house.open,
      });
      return asOpened(given, box);
    },
  },
  {
    name: "letterbox: another key put in the place of the desk's",
    attempt: (given) => {
      const theirs = given.other.team.devices.values().next().value?.recipient ?? "";
      return asRead(given, JSON.parse(JSON.stringify(given.statements).replaceAll(given.recipient, theirs)));
    },
  },
  {
    name: "letterbox: an expired key, or none, or another desk's",
    async attempt(given, chance) {
      const { team, house, other } = given;
      const standings = [
        intakeOf(team, house.desk, now + (41 + chance.below(300)) * DAY),
        intakeOf(house.team, house.desk, now),
        intakeOf(team, other.desk, now),
      ];
      return standings.some(({ type }) => type === "Open") ? "other" : "refused";
    },
  },
  {
    name: "letter: bent anywhere",
    attempt: (given, chance) => opensLetter(given, bentBytes(given.letter, chance)),
  },
  {
    name: "letter: cut, or with something behind it",
    attempt: (given, chance) =>
      opensLetter(
        given,
        chance.happens(0.5)
          ? given.letter.slice(0, chance.below(given.letter.length))
          : new Uint8Array([...given.letter, ...chance.bytes(1 + chance.below(100))]),
      ),
  },
  {
    name: "letter: under another period",
    attempt: (given, chance) => opensLetter(given, given.letter, 2 + chance.below(9)),
  },
  {
    name: "answer to a family: bent, or forged by one without their letter",
    async attempt(given, chance) {
      const { keys, correspondence, mail } = given;
      const { recipient } = keys;
      const length = new DataView(mail.buffer, mail.byteOffset, 4).getUint32(0, true);
      const forged = chance.happens(0.5)
        ? await sealMail({
            suite: "A1",
            recipient,
            reply: chance.bytes(32),
            correspondence: {
              ...correspondence,
              letters: [{ day: "2026-11-23", text: "Подделка", asks: true }],
            },
            random: chance.bytes,
          })
        : new Uint8Array([
            ...mail.slice(0, 4),
            ...bentBytes(mail.slice(4, 4 + length), chance),
            ...mail.slice(4 + length),
          ]);
      return verdict(
        async () => JSON.stringify(await openMail(forged, keys, "A1")) === JSON.stringify(correspondence),
      );
    },
  },
];

export interface PaperTally {
  readonly name: string;
  readonly tries: number;
  readonly refused: number;
  readonly same: number;
  /** Seeds by which something false was taken. */
  readonly other: readonly number[];
}

export async function talliedPapers(attack: PaperAttack, seeds: readonly number[]): Promise<PaperTally> {
  const given = await (made ??= papers());
  const verdicts: { readonly seed: number; readonly verdict: Verdict }[] = [];
  for (const seed of seeds) verdicts.push({ seed, verdict: await attack.attempt(given, chanceOf(seed)) });
  const of = (wanted: Verdict) => verdicts.filter((one) => one.verdict === wanted);
  return {
    name: attack.name,
    tries: verdicts.length,
    refused: of("refused").length,
    same: of("same").length,
    other: of("other").map(({ seed }) => seed),
  };
}
