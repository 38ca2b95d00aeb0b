/**
 * Given names that no list can hold: those made of two (Магомедсалам, Дашидоржи), those whose ending says that they are
 * given names (Адыг-оол, Баймырза), and what one is called at home (Расик, Ибрашка) where it is made in the usual way.
 */
import { givenNames, type GivenHit } from "./classes.ts";

/** Of fine forms. */
const givenEnding =
  /.{2}(?:оол|бек|бэк|хан|булат|болат|мурза|мирза|герей|герои|гереи|улла|ула|удин|един|адин|таи|баи|жан|џан|магомед|мухамед|ахмед|гаџи|али|паша|пашя|цирен|доржи|нима|жап|жаб|темир|тимир|тимер|санал|батир|батор)$/u;
const shortEnding =
  /(?:очка|ечка|енька|онька|ушка|юшка|ишка|ашка|уша|юша|уля|юля|уня|юня|ушик|ончик|ик|ок|ек|ка|ха|уха|юха|ша|ян|он|ас|ич|чик|а|я)$/u;
const mostShared = 4;

/** Whether the form is made as given names are; it may still be one that nobody has listed. */
export function isMadeAsGiven(form: string): boolean {
  if (form.length < 5) return false;
  if (givenEnding.test(form)) return true;
  for (let cut = 3; cut <= form.length - 3; cut += 1)
    if (isFull(form.slice(0, cut)) && isFull(form.slice(cut))) return true;
  return false;
}

function isFull(form: string): boolean {
  return (
    givenNames()
      .byForm.get(form)
      ?.some((hit) => hit.kind === "full") === true
  );
}

/** The names that what one is called at home may stand for, when only its ending is in the way. */
export function calledAtHome(form: string): readonly GivenHit[] {
  const ending = shortEnding.exec(form);
  if (!ending || ending.index < 3) return none;
  const stem = form.slice(0, ending.index);
  const hits = beginnings().get(stem.slice(0, 5)) ?? none;
  const fitting = stem.length <= 5 ? hits : hits.filter((hit) => givenFits(hit, stem));
  const { classes } = givenNames();
  const lengthOf = ({ cls }: GivenHit): number => classes[cls]?.canonical.length ?? 0;
  const shareOf = ({ cls }: GivenHit): number => classes[cls]?.share ?? 0;
  return fitting
    .toSorted((a, b) => shareOf(b) - shareOf(a) || lengthOf(a) - lengthOf(b))
    .slice(0, mostShared)
    .map(({ cls }) => ({ cls, kind: "short", far: 0.3 }));
}

const none: readonly never[] = [];
function givenFits({ cls }: GivenHit, stem: string): boolean {
  return (givenNames().classes[cls]?.canonical.toLowerCase() ?? "").startsWith(stem);
}

let known: ReadonlyMap<string, readonly GivenHit[]> | undefined;

/** Full names by their first three, four and five letters. */
function beginnings(): ReadonlyMap<string, readonly GivenHit[]> {
  if (known) return known;
  const map = new Map<string, GivenHit[]>();
  for (const [form, hits] of givenNames().byForm)
    for (const hit of hits) {
      if (hit.kind !== "full" || givenNames().classes[hit.cls]?.sex === "female") continue;
      for (let length = 3; length <= Math.min(5, form.length); length += 1) {
        const head = form.slice(0, length);
        const list = map.get(head);
        if (!list) map.set(head, [hit]);
        else if (!list.some((other) => other.cls === hit.cls)) list.push(hit);
      }
    }
  known = map;
  return map;
}
