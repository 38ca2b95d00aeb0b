/**
 * What is done with letters: one, or a whole group with how far it is and a way to stop it. Setting aside can be taken back;
 * a taken letter lies in its case for good.
 */
import { MOST_ASIDE, type CaseId, type DropId, type Refusal } from "@answerable/casework";
import type { OfficeRefusal, Within } from "@answerable/replica";
import { useCallback, useMemo, useRef, useState } from "react";

import { usePage } from "../../app/desk.tsx";

export interface Sorting {
  readonly take: (drop: DropId, into?: CaseId) => Promise<void>;
  readonly setAside: (drops: readonly DropId[]) => Promise<void>;
  readonly bringBack: (drops: readonly DropId[]) => Promise<void>;
  /** Each its own case. */
  readonly takeAll: (within: Within) => Promise<void>;
  readonly setAllAside: (within: Within) => Promise<void>;
  readonly stop: () => void;
  readonly undo: (() => void) | undefined;
  readonly going: { readonly done: number; readonly of: number } | undefined;
  readonly done: Done | undefined;
  readonly refused: Refusal | OfficeRefusal | undefined;
}

export type Done =
  | { readonly type: "taken"; readonly case: CaseId; readonly isNew: boolean }
  | { readonly type: "takenAll" | "aside" | "back"; readonly count: number };

/** More than any surge has brought. */
const MOST = 20_000;

export function useSorting(): Sorting {
  const { office } = usePage();
  const [going, setGoing] = useState<Sorting["going"]>();
  const [done, setDone] = useState<Done>();
  const [refused, setRefused] = useState<Sorting["refused"]>();
  /** A promise, so that z means something from the key on: the list changes before the answer comes. */
  const [lastAside, setLastAside] = useState<Promise<readonly DropId[]>>();
  const isStopped = useRef(false);

  const take = useCallback(
    async (drop: DropId, into?: CaseId) => {
      const taken = await office.takeDrop(into === undefined ? { drop } : { drop, into });
      setRefused(taken.ok ? undefined : taken.refusal);
      if (!taken.ok) return;
      // Set aside meanwhile is not what was taken.
      setLastAside((now) => (now === lastAside ? undefined : now));
      setDone({ type: "taken", case: taken.value.folder, isNew: into === undefined });
    },
    [office, lastAside],
  );

  const put = useCallback(
    async (drops: readonly DropId[]) => {
      for (let at = 0; at < drops.length; at += MOST_ASIDE) {
        const said = await office.do({ type: "SetDropsAside", drops: drops.slice(at, at + MOST_ASIDE) });
        setRefused(said.ok ? undefined : said.refusal);
        if (!said.ok) return drops.slice(0, at);
      }
      return drops;
    },
    [office],
  );
  const setAside = useCallback(
    async (drops: readonly DropId[]) => {
      const aside = put(drops);
      setLastAside(aside);
      const count = (await aside).length;
      if (count > 0) setDone({ type: "aside", count });
      else setLastAside((now) => (now === aside ? undefined : now));
    },
    [put],
  );

  const bringBack = useCallback(
    async (drops: readonly DropId[]) => {
      const named = [];
      for (const drop of drops) {
        const answer = await office.ask({ type: "Drop", drop });
        if (answer.type !== "Unknown") named.push({ drop, asides: answer.asides });
      }
      for (let at = 0; at < named.length; at += MOST_ASIDE)
        await office.do({ type: "BringDropsBack", drops: named.slice(at, at + MOST_ASIDE) });
      setRefused(undefined);
      setDone({ type: "back", count: named.length });
    },
    [office],
  );

  const allOf = useCallback(
    async (within: Within) => {
      const page = { type: "Inbox", list: "waiting", within, from: 0, count: MOST } as const;
      return (await office.ask(page)).rows.map((row) => row.drop);
    },
    [office],
  );

  const takeAll = useCallback(
    async (within: Within) => {
      isStopped.current = false;
      const drops = await allOf(within);
      let count = 0;
      setRefused(undefined);
      for (const drop of drops) {
        if (isStopped.current) break;
        setGoing({ done: count, of: drops.length });
        // Somebody may have been quicker: what is taken is taken.
        if ((await office.takeDrop({ drop })).ok) count += 1;
      }
      setGoing(undefined);
      setLastAside(undefined);
      setDone({ type: "takenAll", count });
    },
    [allOf, office],
  );

  return useMemo(
    () => ({
      take,
      setAside,
      bringBack,
      takeAll,
      setAllAside: async (within: Within) => setAside(await allOf(within)),
      stop: () => {
        isStopped.current = true;
      },
      undo:
        lastAside &&
        (() => {
          setLastAside(undefined);
          void lastAside.then((drops) => (drops.length > 0 ? bringBack(drops) : undefined));
        }),
      going,
      done,
      refused,
    }),
    [take, setAside, bringBack, takeAll, allOf, lastAside, going, done, refused],
  );
}
