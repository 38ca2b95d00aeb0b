/** Each letter beside the roster: as soon as it is open, and again when cards have come that say something else. */
import type { MatchesAnswer } from "../likeness/answers.ts";
import type { Likeness } from "../likeness/likeness.ts";
import { answerMatches, likeliestRows } from "../queries/matches.ts";
import type { Today } from "../queries/roster.ts";
import { keysOf, type Keys } from "./groups.ts";
import type { OpenLetter } from "./letters.ts";

export interface Matched {
  readonly keys: Keys;
  readonly rows: MatchesAnswer["rows"];
}

export interface Matching {
  /** As it was when it was last asked; made where it never was. */
  readonly known: (letter: OpenLetter) => Matched;
  /** The likeliest, as the roster is now: for a row among many. */
  readonly glanced: (letter: OpenLetter) => Matched;
  /** All that is like it, as the roster is now. */
  readonly fresh: (letter: OpenLetter) => Matched;
  readonly forget: (drop: OpenLetter["drop"]) => void;
}

export function openMatching(deps: {
  readonly likeness: Likeness;
  readonly today: () => Today;
  /** Grows whenever a card has come. */
  readonly version: () => number;
}): Matching {
  const { likeness } = deps;
  const matched = new Map<
    OpenLetter["drop"],
    Matched & { readonly version: number; readonly isWhole: boolean }
  >();

  function match(letter: OpenLetter, isWhole: boolean): Matched {
    const { report, drop } = letter;
    const version = deps.version();
    const { soldierName, birth, region, unit, phone, callerName, relation } = report;
    const phones = phone.trim() === "" ? [] : [phone];
    const said = { name: soldierName, birth, region, unit, phone, caller: callerName, relation };
    const query = {
      type: "Matches",
      soldierName,
      birth,
      region,
      unit,
      phones,
      callSign: "",
      dogTag: "",
      caller: callerName,
      relation,
    } as const;
    const asked = likeness.index.read(said);
    const rows = isWhole
      ? answerMatches(likeness, query, deps.today()).rows
      : likeliestRows(likeness, query, asked);
    const found = { keys: keysOf(letter, asked), rows, version, isWhole };
    matched.set(drop, found);
    return found;
  }

  return {
    known: (letter) => matched.get(letter.drop) ?? match(letter, false),
    glanced(letter) {
      const before = matched.get(letter.drop);
      return before && before.version === deps.version() ? before : match(letter, false);
    },
    fresh(letter) {
      const before = matched.get(letter.drop);
      return before?.isWhole && before.version === deps.version() ? before : match(letter, true);
    },
    forget: (drop) => matched.delete(drop),
  };
}
