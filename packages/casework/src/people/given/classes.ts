import { inSteps } from "../../in-steps.ts";
import { fine } from "../fold.ts";
import { givenPerThousand } from "../frequency-table.ts";
import { latinReadings } from "../latin.ts";
import { hasLatin } from "../letters.ts";
/**
 * Given-name classes: which names are one name. Every form, in every case, leads to its classes; an ambiguous one (Слава, Саша, Женя)
 * to several. The dictionary is folded once, on first use.
 */
import { caucasusMen } from "./caucasus-men.ts";
import { eastMen } from "./east-men.ts";
import { slavicMen } from "./slavic-men.ts";
import { steppeMen } from "./steppe-men.ts";
import { taigaMen } from "./taiga-men.ts";
import { volgaMen } from "./volga-men.ts";
import { women } from "./women.ts";

export type GivenKind = "full" | "short" | "oblique";
export interface GivenHit {
  readonly cls: number;
  readonly kind: GivenKind;
  /** How far what was heard is from the form in the dictionary; 0 when it stands there. */
  readonly far: number;
}
export interface GivenClass {
  readonly canonical: string;
  readonly sex: "male" | "female";
  readonly share: number;
}
export interface GivenNames {
  readonly classes: readonly GivenClass[];
  /** Fine form, in any case, to its classes. */
  readonly byForm: ReadonlyMap<string, readonly GivenHit[]>;
  /** Fine nominatives, for names that are only nearly known. */
  readonly nominatives: readonly string[];
  /** What is left of a patronymic without its ending, to the father's classes. */
  readonly byPatronymicStem: ReadonlyMap<string, readonly number[]>;
}

const rank: Readonly<Record<GivenKind, number>> = { full: 0, short: 1, oblique: 2 };
const unknownShare = 0.0002;
const names = inSteps(collect);
export const givenNames = names.whole;
/** The next few lines of the dictionary; false: it is whole. */
export const stepGivenNames = names.step;

const linesAStep = 12;

function* collect(): Generator<undefined, GivenNames> {
  const shares = new Map(
    [...givenPerThousand.matchAll(/(\S+) (\d+)/gu)].map((m) => [m[1] ?? "", Number(m[2]) / 1000]),
  );
  const classes: GivenClass[] = [];
  const byForm = new Map<string, GivenHit[]>();
  const byStem = new Map<string, number[]>();
  const nominatives = new Set<string>();
  const add = (form: string, cls: number, kind: GivenKind): void => {
    if (form.length < 2) return;
    const hits = byForm.get(form);
    const known = hits?.findIndex((hit) => hit.cls === cls) ?? -1;
    if (!hits) byForm.set(form, [{ cls, kind, far: 0 }]);
    else if (known < 0) hits.push({ cls, kind, far: 0 });
    else if (rank[kind] < rank[hits[known]?.kind ?? "full"]) hits[known] = { cls, kind, far: 0 };
  };
  const addLine = (line: string, sex: "male" | "female"): void => {
    const [full = "", short = ""] = line.split("|");
    const canonical = full.trim().split(" ")[0] ?? "";
    if (!canonical) return;
    const cls = classes.push({ canonical, sex, share: shares.get(canonical) ?? unknownShare }) - 1;
    for (const [forms, kind] of [
      [full, "full"],
      [short, "short"],
    ] as const)
      for (const word of forms.trim().split(/\s+/u)) {
        if (!word) continue;
        for (const form of formsOf(word.toLowerCase())) {
          add(form, cls, kind);
          nominatives.add(form);
          if (sex === "male" && kind === "full")
            for (const stem of patronymicStems(form)) pushOnce(byStem, stem, cls);
        }
        if (!hasLatin(word)) for (const form of obliques(word.toLowerCase())) add(fine(form), cls, "oblique");
      }
  };
  const men = [slavicMen, caucasusMen, volgaMen, eastMen, steppeMen, taigaMen];
  const lines = [...men.map((list) => [list, "male"] as const), [women, "female"] as const].flatMap(
    ([list, sex]) => list.split("\n").map((line) => [line, sex] as const),
  );
  for (const [at, [line, sex]] of lines.entries()) {
    addLine(line, sex);
    if (at % linesAStep === 0) yield;
  }
  return { classes, byForm, nominatives: [...nominatives], byPatronymicStem: byStem };
}

function pushOnce(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

function formsOf(word: string): readonly string[] {
  return hasLatin(word) ? [...new Set(latinReadings(word).map(fine))] : [fine(word)];
}

/** What stands before -ович, -евна and the like. */
function patronymicStems(form: string): readonly string[] {
  const stems = [form];
  const bare = form.replace(/[аеиоуюя]+$/u, "");
  if (bare.length > 1 && bare !== form) stems.push(bare);
  if (/[аеиоу]и$/u.test(form)) stems.push(form.slice(0, -1));
  const fleeting = form.replace(/[ео](?=[лвк]$)/u, "");
  if (fleeting !== form && fleeting.length > 1) stems.push(fleeting);
  if (form.endsWith("в")) stems.push(`${form}л`);
  return stems;
}

/** Oblique cases of a given name, Russian and Ukrainian, written plainly: what is not grammar does no harm in a dictionary of hearing. */
function obliques(word: string): readonly string[] {
  const last = word.at(-1) ?? "";
  const stem = word.slice(0, -1);
  if (last === "а") return ["ы", "и", "е", "у", "ой", "ою", "і"].map((ending) => stem + ending);
  if (last === "я") return ["и", "е", "ю", "ей", "ею", "ї", "ёй"].map((ending) => stem + ending);
  if (last === "й") return ["я", "ю", "ем", "е", "и", "єві", "ї", "ю"].map((ending) => stem + ending);
  if (last === "ь") return ["я", "ю", "ем", "е", "и", "ью"].map((ending) => stem + ending);
  if (last === "о") return ["а", "у", "ом", "ові", "і"].map((ending) => stem + ending);
  if (/[аеёиоуыэюяіїє]/u.test(last)) return [];
  const bare = /(?:[еёо][кцл]|лев)$/u.test(word) ? word.replace(/[еёо](?=[кцлв]$)/u, "") : undefined;
  const endings = ["а", "у", "ом", "е", "ем", "ові", "і", "ю"];
  return [...endings.map((ending) => word + ending), ...(bare ? endings.map((ending) => bare + ending) : [])];
}
