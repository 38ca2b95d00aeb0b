/**
 * Which further cells to hide so that a hidden one can rise by enough: the cheapest way round through its table. Along
 * the way every second cell falls and must have enough to fall by. The price of a cell is what the reader loses with it;
 * a margin is dearer than a cell, what was printed before cannot be hidden any more.
 */
import type { CountedTable } from "./table.ts";

export interface WayRound {
  /** Cells that are not hidden yet and would be. */
  readonly opened: readonly string[];
  readonly price: number;
}

interface Arc {
  readonly id: string;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly price: number;
}

export interface Streets {
  readonly nodes: number;
  readonly arcs: readonly Arc[];
  readonly byId: ReadonlyMap<string, Arc>;
  readonly at: readonly (readonly Arc[])[];
}

const marginPrice = 4;

/** The table as streets: from its head to each row, from a row to a column, from the columns to its foot, and back. */
export function streetsOf({ spec, cells }: CountedTable): Streets {
  const [rows, columns] = spec.dimensions;
  const nodes = new Map<string, number>([
    ["head", 0],
    ["foot", 1],
  ]);
  const node = (name: string): number => {
    const known = nodes.get(name);
    if (known !== undefined) return known;
    nodes.set(name, nodes.size);
    return nodes.size - 1;
  };
  const arcs = cells.map(({ id, held, value }): Arc => {
    const row = held.find(([dimension]) => dimension === rows)?.[1];
    const column = columns === undefined ? undefined : held.find(([dimension]) => dimension === columns)?.[1];
    const isInner = row !== undefined && (columns === undefined || column !== undefined);
    const price = (value + 1) * (isInner ? 1 : marginPrice);
    if (row === undefined && column === undefined)
      return { id, value, price, from: node("foot"), to: node("head") };
    const from =
      row === undefined
        ? node(`column ${column}`)
        : isInner && columns !== undefined
          ? node(`row ${row}`)
          : node("head");
    if (row === undefined) return { id, value, price, from, to: node("foot") };
    if (columns === undefined) return { id, value, price, from: node("head"), to: node("foot") };
    return {
      id,
      value,
      price,
      from,
      to: column === undefined ? node(`row ${row}`) : node(`column ${column}`),
    };
  });
  const at: Arc[][] = Array.from({ length: nodes.size }, () => []);
  for (const arc of arcs) {
    at[arc.from]?.push(arc);
    at[arc.to]?.push(arc);
  }
  return { nodes: nodes.size, arcs, byId: new Map(arcs.map((arc) => [arc.id, arc])), at };
}

export interface Search {
  readonly id: string;
  /** By how much it must be able to rise. */
  readonly need: number;
  readonly isHidden: (id: string) => boolean;
  /** Printed before, or sitting in the seat: not to be used. */
  readonly isClosed: (id: string) => boolean;
}

/** Dijkstra. undefined: there is no way round. */
export function cheapestWayRound(
  streets: Streets,
  { id, need, isHidden, isClosed }: Search,
): WayRound | undefined {
  const own = streets.byId.get(id);
  if (!own) return undefined;
  const price: number[] = Array.from({ length: streets.nodes }, () => Infinity);
  const by: (Arc | undefined)[] = Array.from({ length: streets.nodes }, () => undefined);
  const done = new Set<number>();
  price[own.to] = 0;
  for (;;) {
    let here = -1;
    price.forEach((cost, node) => {
      if (!done.has(node) && cost < (price[here] ?? Infinity)) here = node;
    });
    if (here < 0) return undefined;
    if (here === own.from) break;
    done.add(here);
    for (const arc of streets.at[here] ?? []) {
      const falls = arc.to === here;
      if (arc.id === id || isClosed(arc.id) || (falls && arc.value < need)) continue;
      const to = falls ? arc.from : arc.to;
      // A hidden street is almost free: of two ways that cost the same the shorter one hides more.
      const cost = (price[here] ?? 0) + (isHidden(arc.id) ? 1e-6 : arc.price);
      if (cost < (price[to] ?? Infinity)) {
        price[to] = cost;
        by[to] = arc;
      }
    }
  }
  const opened: string[] = [];
  for (let node = own.from, arc = by[node]; arc && node !== own.to; arc = by[node]) {
    if (!isHidden(arc.id)) opened.push(arc.id);
    node = arc.to === node ? arc.from : arc.to;
  }
  return { opened, price: price[own.from] ?? 0 };
}
