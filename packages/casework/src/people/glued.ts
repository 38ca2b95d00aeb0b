/**
 * Words run together, ивановсергейпетрович, parted where a known given name or a patronymic stands inside. Most long words are one word
 * (Лукашенко, Магомедалиев), so the cheap questions come first and a cut needs a reason.
 */
import { fine } from "./fold.ts";
import { givenNames } from "./given/classes.ts";
import { latinReading } from "./latin.ts";
import { hasLatin } from "./letters.ts";
import { gistOf, type Gist, type Part } from "./part.ts";
import { coarseShares } from "./shares.ts";
import { looksLikeSurname, surnameStems } from "./surname.ts";

const patronymicEnd =
  /(?:вич|ич|вн|чн|віч|ївн|івн|vich|vitch|witsch|wicz|vna)(?:а|у|ем|ом|е|ы|ой|і|и|a|u)?$/u;

function mayBeGlued(word: string, whole: Part): boolean {
  if (patronymicEnd.test(word)) return word.length > 12;
  if (!whole.surnameLike && !hasLatin(word)) return holdsGiven(whole.forms[0] ?? "");
  const { byForm } = givenNames();
  for (let cut = 4; cut <= word.length - 4 && cut < 12; cut += 1) {
    const hits = byForm.get(soundOf(word.slice(0, cut)));
    if (hits?.some((hit) => hit.kind === "full" && coarseShares.given(hit.cls) >= 0.009) === true)
      return true;
  }
  return false;
}

const shortest = 3;
const longest = 12;
let fullGiven: ReadonlySet<string> | undefined;

/** Whether a given name stands in it anywhere: without one nothing was run together. */
function holdsGiven(form: string): boolean {
  fullGiven ??= new Set(
    [...givenNames().byForm]
      .filter(([, hits]) => hits.some((hit) => hit.kind === "full"))
      .map(([name]) => name),
  );
  for (let from = 0; from + shortest <= form.length; from += 1)
    for (let to = from + shortest; to <= Math.min(form.length, from + longest); to += 1)
      if (fullGiven.has(form.slice(from, to))) return true;
  return false;
}

function soundOf(word: string): string {
  return fine(hasLatin(word) ? latinReading(word) : word);
}

type PartFor = (word: string) => Part;
/** A roster asks the same long surnames again and again. By whose vocabulary it is. */
const partings = new WeakMap<PartFor, Map<string, readonly string[]>>();
const mostKnown = 50_000;

function knownPartings(partFor: PartFor): Map<string, readonly string[]> {
  const known = partings.get(partFor);
  if (known && known.size < mostKnown) return known;
  const fresh = new Map<string, readonly string[]>();
  partings.set(partFor, fresh);
  return fresh;
}

/** ивановсергейпетрович: parted where a known given name or a patronymic stands inside. */
export function parted(word: string, partFor: PartFor): readonly Part[] {
  const whole = partFor(word);
  if (word.length < 11 || word.includes("-") || whole.given.some((hit) => hit.far === 0)) return [whole];
  if (whole.fathers.some((hit) => hit.far === 0)) return [whole];
  const known = knownPartings(partFor);
  let words = known.get(word);
  if (!words) known.set(word, (words = mayBeGlued(word, whole) ? piecesOf(word, whole) : [word]));
  return words.length === 1 ? [whole] : words.map(partFor);
}

function piecesOf(word: string, whole: Part): readonly string[] {
  const pieces = openPieces();
  let best: readonly string[] = [word];
  let bestCost = whole.surnameLike ? (word.length > 15 ? 4.2 : 1.4) : 1.1;
  for (let cut = 3; cut <= word.length - 3; cut += 1) {
    if (!pieces.isPlausible(word.slice(0, cut))) continue;
    const tail = splitTail(word.slice(cut), pieces);
    const head = pieces.gist(word.slice(0, cut));
    if ((whole.surnameLike || hasLatin(word)) && !isSurelyTwo(head, tail.parts)) continue;
    const cost = aloneCost(head) + tail.cost;
    if (cost + 0.4 < bestCost && agree(head, tail.parts)) {
      best = [head, ...tail.parts].map(({ text }) => text);
      bestCost = cost + 0.4;
    }
  }
  return best;
}

/** The pieces of one word; most are looked at from both of their ends. */
interface Pieces {
  readonly gist: (piece: string) => Gist;
  /** A head worth a look: a known given name, or something with a surname's ending. */
  readonly isPlausible: (head: string) => boolean;
}

function openPieces(): Pieces {
  const gists = new Map<string, Gist>();
  const plausible = new Map<string, boolean>();
  return {
    gist(piece) {
      let gist = gists.get(piece);
      if (!gist) gists.set(piece, (gist = gistOf(piece)));
      return gist;
    },
    isPlausible(head) {
      if (head.length > 4) return true;
      let answer = plausible.get(head);
      if (answer === undefined) {
        const sound = soundOf(head);
        answer = givenNames().byForm.has(sound) || looksLikeSurname(sound);
        plausible.set(head, answer);
      }
      return answer;
    },
  };
}

/** Лукашенко is no Лука Шенко and Магомедалиев no Магомед Алиев: a patronymic must stand in it, or two very common names. */
function isSurelyTwo(head: Gist, tail: readonly Gist[]): boolean {
  if (tail.some(({ isFather }) => isFather)) return true;
  const first = head.given.find((hit) => hit.kind === "full");
  const family = tail[0]?.forms[0];
  if (!first || tail.length !== 1 || family === undefined) return false;
  const stem = surnameStems(family)[0]?.stem ?? family;
  return coarseShares.given(first.cls) >= 0.009 && coarseShares.surname(stem) >= 0.0015;
}

interface Split {
  readonly parts: readonly Gist[];
  readonly cost: number;
}

function splitTail(word: string, { gist, isPlausible }: Pieces): Split {
  const whole = gist(word);
  let best: Split = { parts: [whole], cost: aloneCost(whole) };
  // Nothing parted costs less.
  if (best.cost <= 0.3) return best;
  for (let cut = 3; cut <= word.length - 4 && word.length > 9; cut += 1) {
    if (!isPlausible(word.slice(0, cut))) continue;
    const head = gist(word.slice(0, cut));
    if (aloneCost(head) + 0.2 >= best.cost) continue;
    const tail = gist(word.slice(cut));
    const cost = aloneCost(head) + aloneCost(tail) + 0.1;
    if (cost < best.cost && agree(head, [tail])) best = { parts: [head, tail], cost };
  }
  return best;
}

/** Glued words must have given name and something else in them, each fully known. */
function aloneCost(part: Gist): number {
  if (isFull(part) || part.isFather) return 0.1;
  return part.surnameLike && part.text.length > 4 && part.text.length < 15 ? 0.4 : 3;
}

function isPlainFamily({ forms, given }: Gist): boolean {
  return (
    given.length === 0 &&
    forms.some((form) => form.length > 4 && /(?:[оеа]в|ин|ски|цки|енко|ук|юк)$/u.test(form))
  );
}

function isFull(part: Gist): boolean {
  return part.given.some((hit) => hit.kind === "full");
}

function agree(head: Gist, tail: readonly Gist[]): boolean {
  // Петров Иванович, and no given name: only where the surname is one by its ending, Магомед Алиевич is one man's father.
  if (tail.at(-1)?.isFather === true && head.surnameLike && (tail.length > 1 || isPlainFamily(head)))
    return true;
  return [head, ...tail].filter((part) => isFull(part) && !part.isFather).length === 1;
}
