/** Which entries of a list a typed text means, best first: code, then beginning of the label, of a word, anywhere. */
import { readingsOf } from "./layout.ts";

export interface Entry {
  readonly code: string;
  readonly label: string;
  /** Shown before the label, where people know the code itself (A1, U2). */
  readonly shown?: string;
}

export function choose<E extends Entry>(entries: readonly E[], text: string): readonly E[] {
  if (text.trim() === "") return entries;
  const readings = readingsOf(text);
  const ranked = entries.flatMap((entry) => {
    const rank = Math.min(...readings.map((reading, slip) => rankOf(entry, reading) + (slip > 0 ? 0.5 : 0)));
    return Number.isFinite(rank) ? [{ entry, rank }] : [];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry);
}

function rankOf(entry: Entry, reading: string): number {
  if (reading === "") return Number.POSITIVE_INFINITY;
  const label = entry.label.toLowerCase();
  if (entry.shown?.toLowerCase() === reading || label === reading) return 0;
  if (entry.shown?.toLowerCase().startsWith(reading)) return 1;
  if (label.startsWith(reading)) return 2;
  if (label.split(/[\s,()/«»"-]+/u).some((word) => word.startsWith(reading))) return 3;
  return reading.length > 2 && label.includes(reading) ? 4 : Number.POSITIVE_INFINITY;
}
