/**
 * A military unit as typed. Identity is the v/ch when there are five figures (or А and four), else number and kind. Numbers are compared,
 * never likened: one figure more or less is another regiment. The same number in another kind is another unit too.
 */
import { branchLikeness, kindOfWord, type Branch, type Echelon } from "./kinds.ts";
import { namedFormation, numberBehindName } from "./named.ts";
import { withFigures } from "./numerals.ts";

export interface Mention {
  readonly number: number;
  readonly echelon: Echelon | undefined;
  readonly branch: Branch | undefined;
  /** What the word may mean beside its echelon: дшб is a battalion and, to most families, a brigade. */
  readonly or?: Echelon;
}
export interface MilitaryUnit {
  /** Military unit numbers, as five figures or "а1234". */
  readonly codes: readonly string[];
  readonly mentions: readonly Mention[];
  readonly named: string | undefined;
}

const looks: Readonly<Record<string, string>> = {
  a: "а",
  b: "в",
  c: "с",
  e: "е",
  h: "н",
  k: "к",
  m: "м",
  o: "о",
  p: "р",
  t: "т",
  x: "х",
  y: "у",
};

function plain(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[’‘ʼ`´′]/gu, "'")
    .replace(/[‐‑‒–—−]/gu, "-")
    .replace(/ё/gu, "е")
    .replace(/(?=[а-яіїєґ'a-z]*[а-яіїєґ])(?=[а-яіїєґ'a-z]*[a-z])[а-яіїєґ'a-z]+/gu, (mixed) =>
      mixed.replace(/[a-z]/gu, (letter) => looks[letter] ?? letter),
    );
}

export function readUnit(text: string): MilitaryUnit {
  const line = plain(text);
  const said = numberBehindName(line);
  const { codes, rest } = takeCodes(line);
  const mentions = mentionsIn(said === undefined || /\d/u.test(rest) ? rest : `${rest} ${said}`);
  return {
    codes,
    mentions: mentions.map((one) => asMeant(one, { mentions, rest })),
    named: namedFormation(line),
  };
}

/** Families write 56 дшб and 155 бмп of a brigade too. Alone, and with a number no battalion of a regiment has, it may be either. */
const battalionOrBrigade = /(?<!\p{L})(?:дшб|мсб|бмп)(?!\p{L})/u;

function asMeant(
  mention: Mention,
  { mentions, rest }: { readonly mentions: readonly Mention[]; readonly rest: string },
): Mention {
  const isOpen = mentions.length === 1 && mention.echelon === "battalion" && mention.number > 10;
  return isOpen && battalionOrBrigade.test(rest) ? { ...mention, or: "brigade" } : mention;
}

const codeWord =
  "(?:в\\s?[./\\\\-]?\\s?ч(?:асть|асти)?|войск\\p{L}*\\.?\\s*част\\p{L}*|військ\\p{L}*\\.?\\s*частин\\p{L}*|воинск\\p{L}*\\s*част\\p{L}*|v\\s?[/.-]?\\s?ch|military unit|част[ьи]|частина|m/?u|vch)";

const codeAfterWord = new RegExp(
  `${codeWord}[\\s№:.#-]*(?:n\\s*)?(\\d{5}|\\d{2}[ -]\\d{3}|\\d{3}[ -]\\d{2})(?:-?\\p{L})?(?!\\d)`,
  "gu",
);
const codeWordAlone = new RegExp(`(?<!\\p{L})${codeWord}(?!\\p{L})`, "gu");

function takeCodes(line: string): { readonly codes: readonly string[]; readonly rest: string } {
  const codes: string[] = [];
  const take = (_: string, figures: string): string => {
    const code = figures.replace(/[\s-]/gu, "");
    if (!codes.includes(code)) codes.push(code);
    return " ";
  };
  const rest = line
    .replace(codeAfterWord, take)
    .replace(/(?<![\p{L}\d])[аa]\s?-?(\d{4})(?!\d)/gu, (all, figures: string) => take(all, `а${figures}`))
    .replace(/(?<![\d-])(\d{5})(?!\d)/gu, take)
    .replace(codeWordAlone, " ");
  return { codes, rest };
}

const honours =
  /^(?:гв|гв\.|гвард\p{L}*|guards?|отд|отд\.|отдельн\p{L}*|окрем\p{L}*|separate|краснознам\p{L}*|червонопр\p{L}*|орден\p{L}*|ордена|имени|ім|им|герой?ск\p{L}*|дважды|the|of|№|n|no|й|я|ой|ый|ая|ого|ому|ей|го|му|ю|ую|ом|ий|th|st|nd|rd|а|ї|ої|ій|у|армейск\p{L}*|общевойск\p{L}*|российск\p{L}*|вс|рф|зсу|всу|зс|россии)$/u;

function mentionsIn(line: string): readonly Mention[] {
  const words = withFigures(
    line
      .replace(/(?<![\d/])(\d{1,4})\s*[/\\]\s*(\d{1,4})(?![\d/])/gu, battalionOf)
      .replace(/специальн\p{L}*\s+моториз\p{L}*/gu, "росгв")
      .replace(
        /(?<=\d)-?(?:й|я|ой|ый|ая|ого|ому|ей|го|му|ю|ую|ом|ий|th|st|nd|rd|а|ї|ої|ій|им|ым|х|та|га|ма|ша|тя|тої|гої|мої|шої|тьої|тій|гій|мій|тьою)(?![\p{L}\d])/gu,
        " ",
      )
      .replace(/(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/gu, " ")
      .replace(/десантно[\s-]+штурм/gu, "десантно-штурм")
      .replace(/air[\s-]+assault/gu, "air-assault")
      .replace(/motor(?:i[sz]ed)?[\s-]+(?:rifle|infantry)/gu, "motor-rifle")
      .replace(/naval[\s-]+infantry|marine[\s-]+infantry/gu, "marine")
      .replace(/воздушно[\s-]+десант/gu, "воздушно-десант")
      .replace(/парашютно[\s-]+десант/gu, "парашютно-десант")
      .replace(
        /морск\p{L}*\s+пех\p{L}*|морск\p{L}*\s+піх\p{L}*|морськ\p{L}*\s+піх\p{L}*|morsk\p{L}*\s+p[ie]h?k?h?o?t?\p{L}*/gu,
        "морпех",
      )
      .replace(
        /спец\p{L}*\s+назнач\p{L}*|спеціальн\p{L}*\s+призн\p{L}*|spets\p{L}*\s+nazn\p{L}*/gu,
        "спецназ",
      )
      .replace(/територ\p{L}*\s+обор\p{L}*|территор\p{L}*\s+обор\p{L}*/gu, "тро")
      .split(/[^\p{L}\d'.№-]+|(?<!\p{L})-|-(?!\p{L})/gu)
      .map((word) => word.replace(/^[.'-]+|[.'-]+$/gu, ""))
      .filter((word) => word.length > 0),
  );
  const mentions: Mention[] = [];
  let pending: Kind | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (/^\d{1,4}$/u.test(word)) {
      const after = kindAfter(words, at + 1);
      const kind =
        after.kind.echelon === undefined && after.kind.branch === undefined
          ? (pending ?? after.kind)
          : after.kind;
      mentions.push({
        number: Number(word),
        echelon: kind.echelon,
        branch: kind.branch ?? (after.kind.echelon === undefined ? undefined : pending?.branch),
      });
      pending = undefined;
      at = after.at - 1;
      continue;
    }
    const kind = kindOfWord(word);
    if (kind)
      pending = {
        echelon: kind.echelon ?? pending?.echelon,
        branch: betterBranch(pending?.branch, kind.branch),
      };
  }
  return mentions;
}

/** 1/488 мсп is the first battalion of the 488th, and so is 488/1. */
function battalionOf(all: string, one: string, other: string): string {
  const [few, many] = Number(one) < Number(other) ? [one, other] : [other, one];
  return Number(few) <= 10 && Number(many) > 10 ? ` ${few} батальон ${many} ` : all;
}

interface Kind {
  readonly echelon: Echelon | undefined;
  readonly branch: Branch | undefined;
}

/** The words after a number that say its kind, up to the next number or the next echelon. */
function kindAfter(words: readonly string[], from: number): { readonly kind: Kind; readonly at: number } {
  let kind: Kind = { echelon: undefined, branch: undefined };
  let at = from;
  for (; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (/^\d+$/u.test(word)) break;
    if (honours.test(word)) continue;
    const said = kindOfWord(word);
    if (!said) {
      if (kind.echelon !== undefined) break;
      continue;
    }
    if (kind.echelon !== undefined && said.echelon !== undefined) break;
    if (
      kind.branch !== undefined &&
      said.branch !== undefined &&
      said.branch !== kind.branch &&
      kind.echelon !== undefined
    )
      break;
    kind = { echelon: kind.echelon ?? said.echelon, branch: betterBranch(kind.branch, said.branch) };
  }
  return { kind, at };
}

/** A mountain motor-rifle brigade is a motor-rifle brigade; self-propelled artillery is self-propelled. */
function betterBranch(first: Branch | undefined, second: Branch | undefined): Branch | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  if (
    first === "mountain" ||
    first === "reserve" ||
    (first === "rifle" && second === "territorial") ||
    (first === "territorial" && second !== "rifle")
  )
    return second;
  return first === "missile" && second === "artillery" ? "rocket" : first;
}

const heights: Readonly<Record<Echelon, number>> = {
  squad: 0,
  company: 1,
  battalion: 2,
  detachment: 3,
  centre: 3,
  regiment: 3,
  brigade: 3,
  division: 4,
  corps: 5,
  army: 6,
};

function heightOf(mention: Mention): number {
  const echelon = mention.or ?? mention.echelon;
  return echelon === undefined ? 3 : heights[echelon];
}

/** The mentions that say which unit it is: regiments and brigades if there are any, else what is above, else what is below. */
function identity(unit: MilitaryUnit): readonly Mention[] {
  for (const height of [3, 4, 2, 5, 6, 1, 0]) {
    const found = unit.mentions.filter((mention) => heightOf(mention) === height);
    if (found.length > 0) return found;
  }
  return [];
}

/** 0 to 1; undefined when there is nothing on one side to compare. */
export function unitLikeness(a: MilitaryUnit, b: MilitaryUnit): number | undefined {
  if (a.codes.length > 0 && b.codes.length > 0) return a.codes.some((code) => b.codes.includes(code)) ? 1 : 0;
  const mine = identity(a);
  const theirs = identity(b);
  if (mine.length > 0 && theirs.length > 0) {
    let best = 0;
    for (const x of mine) for (const y of theirs) best = Math.max(best, mentionLikeness(x, y));
    if (best === 0 && heightOf(mine[0] as Mention) !== heightOf(theirs[0] as Mention)) {
      // One said the regiment, the other only the division: it may be the same when the division is named on both sides.
      for (const x of a.mentions)
        for (const y of b.mentions) best = Math.max(best, heightOf(x) > 3 ? 0.6 * mentionLikeness(x, y) : 0);
    }
    return best;
  }
  if (a.named !== undefined && b.named !== undefined) {
    if (a.named === b.named) return 1;
    return a.named.startsWith(b.named) || b.named.startsWith(a.named) ? 0.45 : 0;
  }
  return undefined;
}

function mentionLikeness(a: Mention, b: Mention): number {
  if (a.number !== b.number) return 0;
  const branch = branchLikeness(a.branch, b.branch);
  if (a.echelon === undefined && b.echelon === undefined)
    return a.branch === undefined && b.branch === undefined ? 0.9 : branch;
  if (a.echelon === undefined || b.echelon === undefined)
    return a.branch !== undefined && b.branch !== undefined ? branch * 0.9 : branch * 0.8;
  if (a.echelon === b.echelon) return branch;
  return a.or === b.echelon || b.or === a.echelon ? branch * 0.9 : 0;
}

/** One number for scoring two texts; nothing to compare is no likeness. */
export function scoreUnits(a: string, b: string): number {
  const one = readUnit(a);
  const other = readUnit(b);
  return unitLikeness(one, other) ?? 0;
}
