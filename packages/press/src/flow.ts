/**
 * Largest flow (Dinic) in a net that already carries the true values: how far one unknown can rise or fall while all
 * sums hold. Buffers are made once for a net and used for every question put to it.
 */
import type { Network } from "./network.ts";

export interface Question {
  readonly unknown: number;
  readonly direction: "rise" | "fall";
  /** Enough: no more is looked for. */
  readonly enough?: number;
  /** An unknown that may not move. */
  readonly still?: number;
  /** An unknown that may go all but one step of what it could on one side: somebody is in there. */
  readonly keepsOne?: { readonly unknown: number; readonly side: "rise" | "fall" };
  /** How far the unknown itself may go, where that is more than the rest of the net lets others go. */
  readonly own?: number;
}

export interface Move {
  readonly by: number;
  /** How much unknowns rose or fell in the example that shows it; valid until the next question. */
  readonly example: ReadonlyMap<number, number>;
}

/** What answers how far an unknown can move: a net of pipes, or the solver. undefined: it gave up. */
export interface Mover {
  move(question: Question): Move | undefined;
}

export interface Pipes extends Mover {
  move(question: Question): Move;
}

export function openPipes(network: Network): Pipes {
  const count = network.from.length;
  const { nodes } = network;
  const first = new Int32Array(nodes + 1);
  const arcs = new Int32Array(count * 2);
  const tail = (arc: number): number => at(arc % 2 === 0 ? network.from : network.to, arc >> 1);
  const head = (arc: number): number => at(arc % 2 === 0 ? network.to : network.from, arc >> 1);
  for (let arc = 0; arc < count * 2; arc += 1) first[tail(arc) + 1] = at(first, tail(arc) + 1) + 1;
  for (let node = 0; node < nodes; node += 1) first[node + 1] = at(first, node + 1) + at(first, node);
  const heads = Int32Array.from({ length: count * 2 }, (_, arc) => head(arc));
  const fill = first.slice();
  for (let arc = 0; arc < count * 2; arc += 1) {
    const node = tail(arc);
    arcs[at(fill, node)] = arc;
    fill[node] = at(fill, node) + 1;
  }
  const full = new Float64Array(count * 2);
  for (let unknown = 0; unknown < count; unknown += 1) {
    full[unknown * 2] = at(network.rise, unknown);
    full[unknown * 2 + 1] = at(network.fall, unknown);
  }
  const room = full.slice();
  const level = new Int32Array(nodes);
  const cursor = new Int32Array(nodes);
  const queue = new Int32Array(nodes);
  const way = new Int32Array(nodes);
  const example = new Map<number, number>();
  const narrowed = new Set<number>();

  function levels(source: number, sink: number): boolean {
    level.fill(-1);
    level[source] = 0;
    queue[0] = source;
    let size = 1;
    for (let next = 0; next < size; next += 1) {
      const node = at(queue, next);
      for (let place = at(first, node); place < at(first, node + 1); place += 1) {
        const arc = at(arcs, place);
        const to = at(heads, arc);
        if (at(room, arc) <= 0 || at(level, to) >= 0) continue;
        level[to] = at(level, node) + 1;
        if (to === sink) return true;
        queue[size] = to;
        size += 1;
      }
    }
    return false;
  }
  /** One way from source to sink along the levels; 0 where none is left. */
  function push(source: number, sink: number, limit: number): number {
    let depth = 0;
    let node = source;
    while (node !== sink) {
      let advanced = false;
      for (; at(cursor, node) < at(first, node + 1); cursor[node] = at(cursor, node) + 1) {
        const arc = at(arcs, at(cursor, node));
        const to = at(heads, arc);
        if (at(room, arc) <= 0 || at(level, to) !== at(level, node) + 1) continue;
        way[depth] = arc;
        depth += 1;
        node = to;
        advanced = true;
        break;
      }
      if (advanced) continue;
      if (depth === 0) return 0;
      depth -= 1;
      node = at(heads, at(way, depth) ^ 1);
      cursor[node] = at(cursor, node) + 1;
    }
    let pushed = limit;
    for (let step = 0; step < depth; step += 1) pushed = Math.min(pushed, at(room, at(way, step)));
    for (let step = 0; step < depth; step += 1) {
      const arc = at(way, step);
      room[arc] = at(room, arc) - pushed;
      room[arc ^ 1] = at(room, arc ^ 1) + pushed;
      example.set(arc >> 1, (example.get(arc >> 1) ?? 0) + (arc % 2 === 0 ? pushed : -pushed));
    }
    return pushed;
  }

  return {
    move({ unknown, direction, enough = Infinity, still, keepsOne, own: given }) {
      const rises = direction === "rise";
      const own = given ?? at(full, rises ? unknown * 2 : unknown * 2 + 1);
      const source = at(rises ? network.to : network.from, unknown);
      const sink = at(rises ? network.from : network.to, unknown);
      let limit = Math.min(own, enough);
      if (keepsOne?.unknown === unknown && keepsOne.side === direction)
        limit = Math.min(limit, Math.max(0, own - 1));
      restore();
      if (still === unknown || limit <= 0) return { by: 0, example };
      if (source === sink) return { by: limit, example: example.set(unknown, rises ? limit : -limit) };
      narrow(unknown, 0, 0);
      if (still !== undefined) narrow(still, 0, 0);
      if (keepsOne && keepsOne.unknown !== unknown) {
        const one = (side: "rise" | "fall"): number => Number(keepsOne.side === side);
        const [rise, fall] = [at(full, keepsOne.unknown * 2), at(full, keepsOne.unknown * 2 + 1)];
        narrow(keepsOne.unknown, Math.max(0, rise - one("rise")), Math.max(0, fall - one("fall")));
      }
      let total = 0;
      while (total < limit && levels(source, sink)) {
        cursor.set(first.subarray(0, nodes));
        for (
          let pushed = push(source, sink, limit - total);
          pushed > 0;
          pushed = push(source, sink, limit - total)
        ) {
          total += pushed;
          if (total >= limit) break;
        }
      }
      example.set(unknown, rises ? total : -total);
      return { by: total, example };
    },
  };
  function narrow(unknown: number, rise: number, fall: number): void {
    narrowed.add(unknown);
    room[unknown * 2] = rise;
    room[unknown * 2 + 1] = fall;
  }
  /** Only what the last question touched: nets are large, and ways through them short. */
  function restore(): void {
    for (const unknown of [...example.keys(), ...narrowed]) {
      room[unknown * 2] = at(full, unknown * 2);
      room[unknown * 2 + 1] = at(full, unknown * 2 + 1);
    }
    example.clear();
    narrowed.clear();
  }
}

/** Typed arrays hold a number at every place below their length; the compiler cannot know. */
function at(array: Int32Array | Float64Array, place: number): number {
  return array[place] ?? 0;
}
