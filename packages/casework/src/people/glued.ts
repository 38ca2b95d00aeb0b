/**
 * Words run together, ивановсергейпетрович, parted where a known given name or a patronymic stands inside. Most long words are one word
 * (Лукашенко, Магомедалиев), so the cheap questions come first and a cut needs a reason.
 */
import { fine } from "./fold.ts";
import { givenNames, type GivenHit } from "./given/classes.ts";
import { latinReading } from "./latin.ts";
import { hasLatin } from "./letters.ts";
import { gistOf, type Gist, type Part } from "./part.ts";
import { coarseShares } from "./shares.ts";
import { looksLikeSurname, surnameStems } from "./surname.ts";

const patronymicEnd =
  /(?:вич|ич|вн|чн|віч|ївн|івн|vich|vitch|witsch|wicz|vna)(?:а|у|ем|ом|е|ы|ой|і|и|a|u)?$/u;

function mayBeGlued(word: string, whole: Part): boolean {
  // Владимероевич is nearly somebody's son, and nothing was run together.
  if (patronymicEnd.test(word)) return word.length > 12 && whole.fathers.length === 0;
  if (!whole.surnameLike && !hasLatin(word)) return holdsGiven(whole.forms[0] ?? "");
  const { byForm } = givenNames();
  for (let cut = 4; cut <= word.length - 4 && cut < 12; cut += 1) {
    const hits = byForm.get(soundOf(word.slice(0, cut)));
    const tail = byForm.get(soundOf(word.slice(-cut)));
    if (isCommon(hits) || isCommon(tail)) return true;
  }
  return false;
}

const shortest = 4;
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

function isCommon(hits: readonly GivenHit[] | undefined): boolean {
  return hits?.some((hit) => hit.kind === "full" && coarseShares.given(hit.cls) >= 0.009) === true;
}

function soundOf(word: string): string {
  return fine(hasLatin(word) ? latinReading(word) : word);
}

/** Nobody's name: a text without a space that was pasted by mistake. */
const longestGlued = 48;
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
  if (!isLongAndUnknown(word, whole)) return [whole];
  const known = knownPartings(partFor);
  let words = known.get(word);
  if (!words) known.set(word, (words = cutWhereGlued(word, whole)));
  return words.length === 1 ? [whole] : words.map(partFor);
}

/** The same as words, for whoever remembers them; one word is itself. */
export function partedWords(word: string, whole: Part): readonly string[] {
  return isLongAndUnknown(word, whole) ? cutWhereGlued(word, whole) : [word];
}

function cutWhereGlued(word: string, whole: Part): readonly string[] {
  return mayBeGlued(word, whole) ? piecesOf(word, whole) : [word];
}

function isLongAndUnknown(word: string, whole: Part): boolean {
  if (word.length < 11 || word.length > longestGlued || whole.given.some((hit) => hit.far === 0))
    return false;
  // Мусин-Пушкин is one word; салчакачытыкара-оолович ends in a father and is three.
  if (word.includes("-") && (word.length < 16 || !patronymicEnd.test(word))) return false;
  return !whole.fathers.some((hit) => hit.far === 0);
}

function piecesOf(word: string, whole: Part): readonly string[] {
  const pieces = openPieces();
  let best: readonly string[] = [word];
  const isLong = word.length > 15 && (whole.surnameLike || patronymicEnd.test(word));
  let bestCost = isLong ? 4.2 : whole.surnameLike ? 1.45 : 1.15;
  for (let cut = 3; cut <= word.length - 3; cut += 1) {
    if (isAtHyphen(word, cut) || !pieces.isPlausible(word.slice(0, cut))) continue;
    const head = pieces.gist(word.slice(0, cut));
    // Nothing behind it costs less than a tenth.
    if (aloneCost(head) + 0.5 >= bestCost) continue;
    const tail = splitTail(word.slice(cut), pieces);
    if ((whole.surnameLike || hasLatin(word)) && !isSurelyTwo(head, tail.parts)) continue;
    const cost = aloneCost(head) + tail.cost + (isWithoutGiven([head, ...tail.parts]) ? 0.5 : 0);
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
        answer =
          givenNames().byForm.has(sound) || looksLikeSurname(sound) || coarseShares.surname(sound) > 0.0001;
        plausible.set(head, answer);
      }
      return answer;
    },
  };
}

/** What a hyphen joins was not run together there. */
function isAtHyphen(word: string, cut: number): boolean {
  return word.charAt(cut) === "-" || word.charAt(cut - 1) === "-";
}

/** Лукашенко is no Лука Шенко and Магомедалиев no Магомед Алиев: a patronymic must stand in it, or two very common names. */
function isSurelyTwo(head: Gist, tail: readonly Gist[]): boolean {
  if (tail.some(({ isFather }) => isFather)) return true;
  const [second] = tail;
  if (!second || tail.length !== 1) return false;
  return (
    (isCommon(head.given) && isFamily(second, 0.0015)) || (isCommon(second.given) && isFamily(head, 0.0015))
  );
}

function isFamily({ forms }: Gist, share: number): boolean {
  return forms.some((form) => coarseShares.surname(surnameStems(form)[0]?.stem ?? form) >= share);
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
    if (isAtHyphen(word, cut) || !isPlausible(word.slice(0, cut))) continue;
    const head = gist(word.slice(0, cut));
    if (aloneCost(head) + 0.2 >= best.cost) continue;
    const tail = gist(word.slice(cut));
    const cost = aloneCost(head) + aloneCost(tail) + 0.1;
    // Whose given name it is, is asked when the words before it are known too.
    if (cost < best.cost && (head.isFather || tail.isFather || agree(head, [tail])))
      best = { parts: [head, tail], cost };
  }
  return best;
}

/** Glued words must have given name and something else in them, each fully known. */
function aloneCost(part: Gist): number {
  // Short names, and surnames that nobody has counted, stand in longer words by chance.
  if (isFull(part)) return part.text.length > 4 ? 0.1 : 0.25;
  if (part.isFather) return part.text.length > 7 ? 0.1 : 0.25;
  if (part.text.length > 6 && patronymicEnd.test(part.text)) return 1.2;
  if (!part.surnameLike || longestHalf(part.text) > 14) return 3;
  return isFamily(part, 0.0001) ? 0.35 : part.text.length > 4 ? 0.4 : 3;
}

function longestHalf(text: string): number {
  return Math.max(...text.split("-").map((half) => half.length));
}

function isWithoutGiven(parts: readonly Gist[]): boolean {
  return !parts.some((part) => isFull(part) && !part.isFather);
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
