/**
 * What the overview needs of every card, in typed columns: contacts by the hour are kept as they come; which grievance,
 * region and unit a row has is a number. A question costs one scan.
 */
import { unitKey, weekNumber, type Card, type Grievance } from "@answerable/casework";

import { grown } from "./texts.ts";

export interface Tallies {
  /** A row has another card than before; undefined: it had none. */
  readonly change: (row: number, before: Card | undefined, now: Card | undefined) => void;
  readonly inHour: (hour: number) => number;
  /** The first hour with a contact; Infinity: none. */
  readonly firstHour: () => number;
  /** How many cases have each word, among the rows that hold. */
  readonly grouped: (
    of: "grievance" | "region" | "unit",
    holds: (row: number) => boolean,
  ) => ReadonlyMap<string, number>;
  readonly told: (row: number) => Told | undefined;
  /** Rows of one unit, week and grievance, at least so many, among those that hold: what may be a cluster. */
  readonly alike: (least: number, holds: (row: number) => boolean) => readonly number[];
}

export interface Told {
  readonly grievance: Grievance | undefined;
  readonly unit: string;
  /** See unitKey (casework/overview). */
  readonly key: string | undefined;
  /** Minute since 1970. */
  readonly opened: number;
  readonly isGroup: boolean;
}

interface Words {
  readonly of: (text: string | undefined) => number;
  readonly text: (id: number) => string | undefined;
  readonly count: () => number;
}

/** 0: none. */
function openWords(): Words {
  const ids = new Map<string, number>();
  const texts: (string | undefined)[] = [undefined];
  return {
    of(text) {
      if (text === undefined || text === "") return 0;
      const id = ids.get(text) ?? texts.length;
      if (id === texts.length) {
        ids.set(text, id);
        texts.push(text);
      }
      return id;
    },
    text: (id) => texts[id],
    count: () => texts.length,
  };
}

export function openTallies(): Tallies {
  let room = 1024;
  const words = { grievance: openWords(), region: openWords(), unit: openWords() };
  let columns = {
    grievance: new Int32Array(room),
    region: new Int32Array(room),
    unit: new Int32Array(room),
  };
  let opened = new Int32Array(room);
  let kinds = new Uint8Array(room); // 0: no case, 1: a soldier's, 2: a group's
  let rows = 0;
  const keys = openWords();
  /** By the id of a unit's words: the id of its key, plus one; 0: not looked at yet. */
  let keyOf = new Int32Array(1024);
  const byHour = new Map<number, number>();

  function count(card: Card | undefined, sign: 1 | -1): void {
    for (const [minute] of card?.contacts ?? []) {
      const hour = Math.floor(minute / 60);
      const now = (byHour.get(hour) ?? 0) + sign;
      if (now === 0) byHour.delete(hour);
      else byHour.set(hour, now);
    }
  }

  function unitOf(row: number): number {
    const id = columns.unit[row] ?? 0;
    if (id >= keyOf.length) keyOf = grown(keyOf, new Int32Array(Math.max(id + 1, keyOf.length * 2)));
    if (keyOf[id] === 0) keyOf[id] = keys.of(unitKey(words.unit.text(id) ?? "")) + 1;
    return (keyOf[id] ?? 1) - 1;
  }

  return {
    change(row, before, now) {
      count(before, -1);
      count(now, 1);
      if (row >= room) {
        while (row >= room) room *= 2;
        columns = {
          grievance: grown(columns.grievance, new Int32Array(room)),
          region: grown(columns.region, new Int32Array(room)),
          unit: grown(columns.unit, new Int32Array(room)),
        };
        opened = grown(opened, new Int32Array(room));
        kinds = grown(kinds, new Uint8Array(room));
      }
      rows = Math.max(rows, row + 1);
      const card = now?.type === "Case" ? now : undefined;
      columns.grievance[row] = words.grievance.of(card?.grievances[0]);
      columns.region[row] = words.region.of(card?.regions[0]);
      columns.unit[row] = words.unit.of(card?.units[0]);
      opened[row] = card ? Math.floor(Date.parse(card.opened) / 60_000) : 0;
      kinds[row] = card === undefined ? 0 : card.kind === "group" ? 2 : 1;
    },
    alike(least, holds) {
      // In typed arrays: a list for each of a hundred thousand groups would be a long night's work for the collector of garbage.
      const names = new Float64Array(rows);
      for (let row = 0; row < rows; row += 1) {
        const grievance = columns.grievance[row] ?? 0;
        if (kinds[row] === 0 || grievance === 0 || (columns.unit[row] ?? 0) === 0 || !holds(row)) continue;
        const unit = unitOf(row);
        // Exact as a number: some 90 grievances, 2^22 units and all weeks until the year 6053.
        if (unit > 0) names[row] = (weekNumber(opened[row] ?? 0) * 128 + grievance) * 2 ** 22 + unit;
      }
      const many = manyOf(names, least);
      const found: number[] = [];
      for (let row = 0; row < rows; row += 1) if (many.has(names[row] ?? 0)) found.push(row);
      return found;
    },
    inHour: (hour) => byHour.get(hour) ?? 0,
    firstHour() {
      let first = Infinity;
      for (const hour of byHour.keys()) if (hour < first) first = hour;
      return first;
    },
    grouped(of, holds) {
      const counts = new Int32Array(words[of].count());
      const column = columns[of];
      for (let row = 0; row < rows; row += 1) {
        const id = column[row] ?? 0;
        if (id > 0 && holds(row)) counts[id] = (counts[id] ?? 0) + 1;
      }
      const named = new Map<string, number>();
      for (const [id, number] of counts.entries()) {
        const text = words[of].text(id);
        if (number > 0 && text !== undefined) named.set(text, number);
      }
      return named;
    },
    told(row) {
      if ((kinds[row] ?? 0) === 0) return undefined;
      const unit = words.unit.text(columns.unit[row] ?? 0) ?? "";
      return {
        grievance: words.grievance.text(columns.grievance[row] ?? 0) as Grievance | undefined, // only grievances go in
        unit,
        key: unitKey(unit),
        opened: opened[row] ?? 0,
        isGroup: kinds[row] === 2,
      };
    },
  };
}

/** What is there so many times or more, but for 0. */
function manyOf(names: Float64Array, least: number): ReadonlySet<number> {
  const sorted = names.toSorted();
  const many = new Set<number>();
  for (let at = least - 1; at < sorted.length; at += 1) {
    const name = sorted[at] ?? 0;
    if (name !== 0 && sorted[at - least + 1] === name) many.add(name);
  }
  return many;
}
