/**
 * Half-written words of the forms: kept sealed on the device half a second after a change, and at once when the page is
 * left or the desk is locked; whoever comes back finds them where they were. Taken or thrown away, they are gone.
 */
import type { Office } from "@answerable/replica";
import { createContext, useContext, useEffect, useState, type ReactNode } from "react";

import { usePage } from "./desk.tsx";

/** The promise of the desk is one second; half of it is left for sealing and the disk. */
const KEEP_AFTER = 500;
const KEEP_AGAIN_AFTER = 3_000;

type Words = Readonly<Record<string, string>>;

interface Slips {
  readonly at: (place: string) => Words | undefined;
  readonly write: (place: string, words: Words) => void;
  readonly drop: (place: string) => void;
  /** Seals what was written, at once. false: the device did not take it. */
  readonly keep: () => Promise<boolean>;
  readonly stop: () => void;
}

const SlipsContext = createContext<Slips | undefined>(undefined);

export function useSlips(): Slips {
  const slips = useContext(SlipsContext);
  if (!slips) throw new Error("a form stands outside its slips");
  return slips;
}

/** Draws what is inside once it is known what was left half-written. */
export function SlipsProvider({ children }: { readonly children: ReactNode }) {
  const { office } = usePage();
  const [slips, setSlips] = useState<Slips>();
  useEffect(() => {
    let isGone = false;
    const bringBack = async () => {
      const kept = await office.slips();
      if (!isGone) setSlips(openSlips(office, new Map(kept.map(({ place, words }) => [place, words]))));
    };
    void bringBack();
    return () => {
      isGone = true;
    };
  }, [office]);
  useEffect(() => {
    if (!slips) return undefined;
    const leave = () => void slips.keep();
    const moments = ["pagehide", "blur", "visibilitychange", "focusout"] as const;
    for (const moment of moments) addEventListener(moment, leave);
    return () => {
      leave();
      slips.stop();
      for (const moment of moments) removeEventListener(moment, leave);
    };
  }, [slips]);
  return slips && <SlipsContext value={slips}>{children}</SlipsContext>;
}

function openSlips(office: Office, slips: Map<string, Words>): Slips {
  const unkept = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  /** What is on its way to the disk: one who locks waits for it. */
  let keeping: Promise<boolean> = Promise.resolve(true);

  function keepIn(milliseconds: number): void {
    if (!isStopped) timer ??= setTimeout(() => void keep(), milliseconds);
  }
  async function keepAll(places: readonly string[]): Promise<boolean> {
    const kept = await Promise.all(places.map(keepOne));
    return kept.every(Boolean);
  }
  async function keepOne(place: string): Promise<boolean> {
    const words = slips.get(place);
    const done = words ? await office.keepSlip({ place, words }).catch(() => undefined) : { ok: true };
    if (done?.ok) return true;
    unkept.add(place);
    keepIn(KEEP_AGAIN_AFTER);
    return false;
  }
  function keep(): Promise<boolean> {
    clearTimeout(timer);
    timer = undefined;
    if (unkept.size === 0) return keeping;
    const places = [...unkept];
    unkept.clear();
    keeping = keepAll(places);
    return keeping;
  }
  function drop(place: string): void {
    unkept.delete(place);
    if (slips.delete(place)) void office.dropSlip(place);
  }
  return {
    at: (place) => slips.get(place),
    write(place, words) {
      slips.set(place, words);
      unkept.add(place);
      keepIn(KEEP_AFTER);
    },
    drop,
    keep,
    stop() {
      isStopped = true;
    },
  };
}

export interface Slip<W extends Words> {
  readonly words: W;
  readonly write: (part: Partial<W>) => void;
  /** They were taken, or thrown away: the form is blank again. */
  readonly drop: () => void;
}

/** The words of one form. `blank`: as it is when nobody has written in it. */
export function useSlip<W extends Words>(place: string, blank: W): Slip<W> {
  const slips = useSlips();
  const [words, setWords] = useState<W>(() => ({ ...blank, ...slips.at(place) }));
  return {
    words,
    write(part) {
      // Not what was drawn last: a form may write twice before it is drawn again.
      const next = { ...blank, ...slips.at(place), ...part };
      setWords(next);
      if (Object.entries(next).every(([name, text]) => text === blank[name])) slips.drop(place);
      else slips.write(place, next);
    },
    drop() {
      setWords(blank);
      slips.drop(place);
    },
  };
}

/** Whether a form is open: one that was left half-written is. */
export function useOpenForm(place: string): readonly [isOpen: boolean, set: (isOpen: boolean) => void] {
  const slips = useSlips();
  return useState(() => slips.at(place) !== undefined);
}
