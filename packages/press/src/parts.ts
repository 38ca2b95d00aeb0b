/**
 * Pieces that are no net and too large for the solver. To show that a number can move it is enough to show it with
 * nearly everything else held still: whoever is told more knows more, so what is safe from him is safe. First the lines
 * of the number and of one other that shares a line with it; then the same within two slices of time, where whatever one
 * week gains the other loses.
 */
import type { Auditor, Need } from "./audit.ts";
import type { Puzzle } from "./puzzle.ts";
import { reduced, type StandsFor } from "./reduce.ts";

const partnersTried = 4;
const partnersTogether = 4;
const anchorsTried = 2;
/** So many left unproven means that more has to be hidden, not that more has to be tried. */
const tooManyToTry = 300;
const largestNeighbourhood = 400;

interface Asked {
  readonly needs: readonly Need[];
  readonly openAudit: (puzzle: Puzzle) => Auditor;
}

export function provenInParts(puzzle: Puzzle, { needs, openAudit }: Asked): ReadonlySet<number> {
  const proven = new Set<number>();
  const seatsOpen = new Map<number, ReadonlySet<string>>();
  const slices = [...new Set(puzzle.unknowns.flatMap(({ slice }) => slice ?? []))];
  for (let apart = 1; apart * 2 <= slices.length; apart += 1) {
    for (let at = 0; at < slices.length; at += 1) {
      const pair = new Set([slices[at], slices[(at + apart) % slices.length]]);
      const open = needs.filter(
        ({ unknown }) => !proven.has(unknown) && pair.has(puzzle.unknowns[unknown]?.slice),
      );
      if (open.length === 0) continue;
      const members = [...puzzle.unknowns.keys()].filter((unknown) =>
        pair.has(puzzle.unknowns[unknown]?.slice),
      );
      const { part, placeOf } = partOf(puzzle, new Set(members), puzzle.sums.keys());
      const inside = open.flatMap((need) => {
        const place = placeOf.get(need.unknown);
        return place === undefined ? [] : [{ need, part: { unknown: place, k: need.k } }];
      });
      const audit = openAudit(part);
      for (const { need, part } of inside) {
        const breach = audit(part);
        if (breach && !breach.seats) continue;
        // Each seat may be answered in a part of its own: in another part the insider is told his whole week anyway.
        const before = seatsOpen.get(need.unknown);
        const still = breach?.seats?.filter((seat) => !before || before.has(seat)) ?? [];
        seatsOpen.set(need.unknown, new Set(still));
        if (still.length === 0) proven.add(need.unknown);
      }
    }
    if (needs.every(({ unknown }) => proven.has(unknown))) break;
  }
  const rest = needs.filter(({ unknown }) => !proven.has(unknown));
  for (const unknown of provenNearby(puzzle, { needs: rest, openAudit })) proven.add(unknown);
  return proven;
}

/** With the lines of the number and of one partner free, and all else still. */
function provenNearby(puzzle: Puzzle, { needs, openAudit }: Asked): ReadonlySet<number> {
  if (needs.length === 0 || needs.length > tooManyToTry) return new Set();
  const { pieces, standsFor } = reduced(puzzle);
  const sumsAt: (readonly number[])[][] = pieces.map((piece) =>
    indexed(
      piece.left.length,
      piece.sums.map((sum) => sum.keys()),
    ),
  );
  const bearers: number[][][] = pieces.map((piece) => piece.left.map(() => []));
  standsFor.forEach(({ piece, place, sign }, unknown) => {
    if (sign !== 0) bearers[piece]?.[place]?.push(unknown);
  });
  const sumsOf = indexed(
    puzzle.unknowns.length,
    puzzle.sums.map(({ terms }) => terms.map(([unknown]) => unknown)),
  );
  const proven = new Set(provenUnlinked({ puzzle, needs, openAudit }, { standsFor, sumsAt }));
  for (const { unknown, k } of needs) {
    if (proven.has(unknown)) continue;
    const stands = standsFor[unknown];
    const piece = stands && pieces[stands.piece];
    if (!stands || !piece || stands.sign === 0) continue;
    const sumsHere = sumsAt[stands.piece] ?? [];
    const membersOf = (sum: number): readonly number[] => [...(piece.sums[sum]?.keys() ?? [])];
    const valueAt = (place: number): number => piece.left[place]?.value ?? 0;
    const isLink = (place: number): boolean => (sumsHere[place]?.length ?? 0) > 2;
    // What ties its line to another table moves with its own partner: a margin with another margin.
    const around = (sumsHere[stands.place] ?? []).flatMap(membersOf).filter(isLink);
    const anchors = [...new Set([...(isLink(stands.place) ? [] : around), stands.place])].slice(
      0,
      anchorsTried,
    );
    const partners = anchors.flatMap((anchor) =>
      (sumsHere[anchor] ?? []).flatMap((shared) => {
        const dearest = membersOf(shared)
          .filter((place) => place !== anchor && place !== stands.place)
          .sort((a, b) => valueAt(b) - valueAt(a));
        const alone = dearest.slice(0, partnersTried).map((partner) => ({ anchor, shared, with: [partner] }));
        return [...alone, { anchor, shared, with: dearest.slice(0, partnersTogether) }];
      }),
    );
    for (const { anchor, shared, with: others } of partners) {
      const lines = [anchor, ...others].flatMap((place) => sumsHere[place] ?? []);
      const near = lines.filter((sum) => sum !== shared).flatMap(membersOf);
      const places = new Set([stands.place, anchor, ...others, ...near]);
      if (places.size > largestNeighbourhood) continue;
      const free = new Set([...places].flatMap((place) => bearers[stands.piece]?.[place] ?? []));
      const touched = new Set([...free].flatMap((one) => sumsOf[one] ?? []));
      const { part, placeOf } = partOf(puzzle, free, touched);
      const place = placeOf.get(unknown);
      if (place === undefined || openAudit(part)({ unknown: place, k })) continue;
      proven.add(unknown);
      break;
    }
  }
  return proven;
}

/** With every number still that stands in three sums or more: what is left is nets. */
function provenUnlinked(
  { puzzle, needs, openAudit }: Asked & { readonly puzzle: Puzzle },
  {
    standsFor,
    sumsAt,
  }: {
    readonly standsFor: readonly StandsFor[];
    readonly sumsAt: readonly (readonly (readonly number[])[])[];
  },
): ReadonlySet<number> {
  const free = standsFor.flatMap(({ piece, place, sign }, unknown) =>
    sign !== 0 && (sumsAt[piece]?.[place]?.length ?? 0) <= 2 ? [unknown] : [],
  );
  const { part, placeOf } = partOf(puzzle, new Set(free), puzzle.sums.keys());
  const audit = openAudit(part);
  return new Set(
    needs.flatMap(({ unknown, k }) => {
      const place = placeOf.get(unknown);
      return place === undefined || audit({ unknown: place, k }) ? [] : [unknown];
    }),
  );
}

/** For every member, the groups that it is in. */
function indexed(size: number, groups: readonly Iterable<number>[]): number[][] {
  const found: number[][] = Array.from({ length: size }, () => []);
  groups.forEach((members, group) => {
    for (const member of members) found[member]?.push(group);
  });
  return found;
}

/** The puzzle for someone who is told everything but some unknowns. */
function partOf(
  puzzle: Puzzle,
  members: ReadonlySet<number>,
  sums: Iterable<number>,
): { readonly part: Puzzle; readonly placeOf: ReadonlyMap<number, number> } {
  const placeOf = new Map([...members].map((unknown, place) => [unknown, place]));
  return {
    placeOf,
    part: {
      unknowns: [...members].flatMap((unknown) => puzzle.unknowns[unknown] ?? []),
      sums: [...sums].map((sum) => ({
        terms: (puzzle.sums[sum]?.terms ?? []).flatMap(([unknown, factor]) => {
          const place = placeOf.get(unknown);
          return place === undefined ? [] : [[place, factor] as const];
        }),
      })),
    },
  };
}
