/**
 * Words run together, ивановсергейпетрович, parted where a known given name or a patronymic stands inside. Most long words are one word
 * (Лукашенко, Магомедалиев), so the cheap questions come first and a cut needs a reason.
 */
import { fine } from "./fold.ts";
import { givenNames } from "./given/classes.ts";
import { latinReadings } from "./latin.ts";
import { hasLatin } from "./letters.ts";
import { partOf, type Part } from "./part.ts";
import { coarseShares } from "./shares.ts";
import { looksLikeSurname } from "./surname.ts";

const patronymicEnd =
  /(?:вич|ич|вн|чн|віч|ївн|івн|vich|vitch|witsch|wicz|vna)(?:а|у|ем|ом|е|ы|ой|і|и|a|u)?$/u;

function mayBeGlued(word: string, whole: Part): boolean {
  if (patronymicEnd.test(word)) return word.length > 14;
  if (!whole.surnameLike && !hasLatin(word)) return true;
  const { byForm } = givenNames();
  for (let cut = 4; cut <= word.length - 4 && cut < 12; cut += 1) {
    const hits = byForm.get(soundOf(word.slice(0, cut)));
    if (hits?.some((hit) => hit.kind === "full" && coarseShares.given(hit.cls) >= 0.009) === true)
      return true;
  }
  return false;
}

function soundOf(word: string): string {
  return fine(hasLatin(word) ? (latinReadings(word)[0] ?? word) : word);
}

/** A head worth a look: a known given name, or something with a surname's ending. */
function isPlausible(head: string): boolean {
  const sound = soundOf(head);
  return givenNames().byForm.has(sound) || looksLikeSurname(sound) || head.length > 4;
}

/** A roster asks the same long surnames again and again; its vocabulary keeps one Part for each. */
const partings = new WeakMap<Part, readonly Part[]>();

/** ивановсергейпетрович: parted where a known given name or a patronymic stands inside. */
export function parted(word: string, partFor: (word: string) => Part): readonly Part[] {
  const whole = partFor(word);
  if (word.length < 11 || word.includes("-") || whole.given.some((hit) => hit.far === 0)) return [whole];
  if (whole.fathers.some((hit) => hit.far === 0) || !mayBeGlued(word, whole)) return [whole];
  const known = partings.get(whole);
  if (known) return known;
  let best: readonly Part[] = [whole];
  let bestCost = whole.surnameLike ? (word.length > 15 ? 4.2 : 1.4) : 1.1;
  for (let cut = 3; cut <= word.length - 3; cut += 1) {
    if (!isPlausible(word.slice(0, cut))) continue;
    const tail = splitTail(word.slice(cut));
    const head = partOf(word.slice(0, cut));
    if ((whole.surnameLike || hasLatin(word)) && !isSurelyTwo(head, tail.parts)) continue;
    const cost = aloneCost(head) + tail.cost;
    if (cost + 0.4 < bestCost && agree(head, tail.parts)) {
      best = [head, ...tail.parts].map((part) => partFor(part.text));
      bestCost = cost + 0.4;
    }
  }
  partings.set(whole, best);
  return best;
}

/** Лукашенко is no Лука Шенко and Магомедалиев no Магомед Алиев: a patronymic must stand in it, or two very common names. */
function isSurelyTwo(head: Part, tail: readonly Part[]): boolean {
  if (tail.some((part) => part.fathers.some((hit) => hit.far === 0))) return true;
  const first = head.given.find((hit) => hit.far === 0 && hit.kind === "full");
  const family = tail[0]?.stems[0];
  if (!first || tail.length !== 1 || family === undefined) return false;
  return coarseShares.given(first.cls) >= 0.009 && coarseShares.surname(family) >= 0.0015;
}

function splitTail(word: string): { readonly parts: readonly Part[]; readonly cost: number } {
  const whole = partOf(word);
  let best = { parts: [whole] as readonly Part[], cost: aloneCost(whole) };
  for (let cut = 3; cut <= word.length - 4 && word.length > 9; cut += 1) {
    if (!isPlausible(word.slice(0, cut))) continue;
    const head = partOf(word.slice(0, cut));
    const tail = partOf(word.slice(cut));
    const cost = aloneCost(head) + aloneCost(tail) + 0.1;
    if (cost < best.cost && agree(head, [tail])) best = { parts: [head, tail], cost };
  }
  return best;
}

/** Glued words must have given name and something else in them, each fully known. */
function aloneCost(part: Part): number {
  if (part.given.some((hit) => hit.far === 0 && hit.kind === "full")) return 0.1;
  if (part.fathers.some((hit) => hit.far === 0)) return 0.1;
  return part.surnameLike && part.text.length > 4 && part.text.length < 15 ? 0.4 : 3;
}

function agree(head: Part, tail: readonly Part[]): boolean {
  const all = [head, ...tail];
  if (all.length > 2 && head.surnameLike && tail.at(-1)?.fathers.some((hit) => hit.far === 0) === true)
    return true;
  return (
    all.filter(
      (part) => part.given.some((hit) => hit.far === 0 && hit.kind === "full") && !part.fathers.length,
    ).length === 1 && all.length > 1
  );
}
