/** The inbox as the desk sees it: a page of letters with the case most like each, groups in a surge, one letter whole. */
import {
  isCode,
  markOf,
  masked,
  relations,
  services,
  type Code,
  type Report,
  type Vocabulary,
} from "@answerable/casework";

import type { Inbox } from "../inbox.ts";
import type {
  DropAnswer,
  DropQuery,
  InboxAnswer,
  InboxList,
  InboxQuery,
  InboxRow,
  LetterboxStanding,
} from "../inbox/answers.ts";
import { groupsOf, oneLine } from "../inbox/groups.ts";
import type { Letter, OpenLetter } from "../inbox/letters.ts";
import type { Sight } from "../sight.ts";
import { present } from "./roster.ts";
import { shownReport } from "./shown-case.ts";

const LINE = 200;

type MayWork = Pick<Sight, "may">;

export function answerInbox(inbox: Inbox, query: InboxQuery, sight: MayWork): InboxAnswer {
  const mayWork = sight.may("work");
  const lists = { waiting: 0, aside: 0, damaged: 0 };
  const chosen: Letter[] = [];
  const waiting: OpenLetter[] = [];
  let of = 0;
  for (const letter of inbox.letters.all()) {
    of += 1;
    const list = listOf(inbox, letter);
    if (list === undefined) continue;
    lists[list] += 1;
    if (list === "waiting" && letter.type === "Open") waiting.push(letter);
    if (list === query.list && isWithin(inbox, letter, query)) chosen.push(letter);
  }
  const sorted = chosen.toSorted((a, b) => rankOf(a) - rankOf(b) || a.place - b.place);
  const left = inbox.letters.sealedLeft();
  return {
    rows: sorted
      .slice(query.from, query.from + Math.min(query.count, 20_000))
      .map((one) => shownRow(rowOf(inbox, one), mayWork)),
    total: chosen.length,
    lists,
    groups: groupsOf(waiting.map((letter) => ({ letter, keys: inbox.matching.known(letter).keys }))).filter(
      ({ by }) => mayWork || by !== "unit",
    ),
    ...(left === 0 ? {} : { opening: { done: of - left, of } }),
    letterbox: standingOf(inbox),
  };
}

export function answerDrop(inbox: Inbox, query: DropQuery, sight: MayWork): DropAnswer {
  const mayWork = sight.may("work");
  const letter = inbox.letters.get(query.drop);
  if (!letter) return { type: "Unknown" };
  const asides = inbox.taken.asidesOf(letter.drop);
  if (letter.type !== "Open") return { type: "Closed", row: rowOf(inbox, letter), asides };
  const { rows } = inbox.matching.fresh(letter);
  const [family] = inbox.taken.casesOfMark(markOf(letter.family.reply));
  const taken = inbox.caseOf(letter.drop);
  const named = (id: typeof family) =>
    id === undefined ? undefined : { case: id, number: inbox.numberOf(id) };
  return {
    type: "Open",
    row: shownRow(rowOf(inbox, letter), mayWork),
    report: mayWork ? shownReport(letter.report) : maskedReport(shownReport(letter.report)),
    locator: letter.family.locator,
    matches: rows,
    asides,
    ...present({ family: named(family), taken: named(taken) }),
  };
}

/** undefined: somebody has taken it. */
function listOf(inbox: Inbox, letter: Letter): InboxList | undefined {
  if (inbox.taken.foldersOf(letter.drop).length > 0) return undefined;
  if (inbox.taken.asidesOf(letter.drop).length > 0) return "aside";
  return letter.type === "Unopened" ? "damaged" : "waiting";
}

function isWithin(inbox: Inbox, letter: Letter, { within }: InboxQuery): boolean {
  if (!within) return true;
  return letter.type === "Open" && inbox.matching.known(letter).keys[within.by] === within.key;
}

/** Who is in danger now comes first; then whoever has waited longest. */
function rankOf(letter: Letter): number {
  if (letter.type !== "Open") return 3;
  const { danger } = letter.report;
  return danger === "now" ? 0 : danger === "soon" ? 1 : 2;
}

const blank = {
  name: "",
  birth: "",
  region: "",
  unit: "",
  line: "",
  danger: "unknown",
  files: 0,
  isAddition: false,
  matches: 0,
} as const;

function rowOf(inbox: Inbox, letter: Letter): InboxRow {
  const { drop, day } = letter;
  switch (letter.type) {
    case "Sealed":
      return { drop, day, state: "sealed", ...blank };
    case "Unopened":
      return { drop, day, state: letter.why, ...blank };
    case "Open": {
      const { report } = letter;
      const { rows } = inbox.matching.glanced(letter);
      const [first] = rows;
      return {
        drop,
        day,
        state: "open",
        name: report.soldierName,
        birth: report.birth,
        region: report.region,
        unit: report.unit,
        line: oneLine(report.story, LINE),
        danger: report.danger,
        files: report.files.length,
        isAddition: report.kind === "addition",
        matches: rows.length,
        ...present({
          about: report.about,
          relation: codeOf(relations, report.relation),
          service: codeOf(services, report.service),
          match: first && {
            case: first.case,
            number: first.number,
            name: first.name,
            proposed: first.proposed,
          },
        }),
      };
    }
  }
}

/** Whoever takes letters reads them whole; nobody else needs to know where he serves and how his people are reached. */
function shownRow(row: InboxRow, mayWork: boolean): InboxRow {
  return mayWork || row.unit === "" ? row : { ...row, unit: masked };
}

function maskedReport(report: Report): Report {
  const { unit, phone } = report;
  return { ...report, unit: unit === "" ? "" : masked, phone: phone === "" ? "" : masked };
}

function standingOf(inbox: Inbox): LetterboxStanding {
  const standing = inbox.standing();
  return standing.type === "Open"
    ? { type: "Open", until: standing.key.notAfter.slice(0, 10) as LetterDay }
    : { type: "Closed" };
}
type LetterDay = Extract<LetterboxStanding, { type: "Open" }>["until"];

function codeOf<V extends Vocabulary>(vocab: V, code: string): Code<V> | undefined {
  return isCode(vocab, code) ? code : undefined;
}
