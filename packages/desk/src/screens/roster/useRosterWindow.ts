/**
 * The part of the roster in view, asked in pages of sixty around it. Two hundred thousand rows are never here at once;
 * the last answer stays in view, at its own place, until the next one comes.
 */
import type { RosterAnswer, RosterList, RosterRow } from "@answerable/replica";
import { useCallback, useEffect, useState } from "react";

import { usePage } from "../../app/desk.tsx";

const PAGE = 60;

export interface RosterWindow {
  readonly answer: RosterAnswer | undefined;
  /** The place of the first row of the answer. */
  readonly from: number;
  readonly rowAt: (place: number) => RosterRow | undefined;
  /** Says which rows are in view. */
  readonly look: (first: number) => void;
}

export function useRosterWindow(text: string, list: RosterList, at: number): RosterWindow {
  const { office } = usePage();
  const asked = `${list} ${text}`;
  const [place, setPlace] = useState(() => ({ asked, from: fromOf(at) }));
  // Another list or another word begins at its top.
  const from = place.asked === asked ? place.from : 0;
  const [seen, setSeen] = useState<{ from: number; answer: RosterAnswer }>();
  useEffect(
    () =>
      office.watch({ type: "Roster", text, list, from, count: PAGE * 3 }, (answer) =>
        setSeen({ from, answer }),
      ),
    [office, text, list, from],
  );
  const look = useCallback(
    (first: number) =>
      setPlace((before) =>
        before.asked === asked && before.from === fromOf(first) ? before : { asked, from: fromOf(first) },
      ),
    [asked],
  );
  const rowAt = useCallback((place: number) => seen?.answer.rows[place - seen.from], [seen]);
  return { answer: seen?.answer, from: seen?.from ?? 0, rowAt, look };
}

function fromOf(first: number): number {
  return Math.max(0, (Math.floor(first / PAGE) - 1) * PAGE);
}
