/** The part of the list in view, asked in pages of sixty around it; the last answer stays until the next one comes. */
import type { FolderId, IncidentFilter, IncidentRow, IncidentsAnswer } from "@answerable/casework";
import { useCallback, useState } from "react";

import { useAnswer } from "../../app/desk.tsx";
import { useLang } from "../../app/vocab.ts";

const PAGE = 60;

export interface SeenIncidents {
  readonly file:
    | { readonly type: "Here"; readonly name: string; readonly found: IncidentsAnswer }
    | { readonly type: "Fetching" | "NotHere" | "Unknown" }
    | undefined;
  readonly rowAt: (place: number) => IncidentRow | undefined;
  readonly look: (first: number) => void;
}

export function useIncidents(
  file: FolderId,
  filter: IncidentFilter,
  order: "entered" | "time",
): SeenIncidents {
  const lang = useLang();
  const asked = JSON.stringify([filter, order]);
  const [place, setPlace] = useState({ asked, from: 0 });
  const from = place.asked === asked ? place.from : 0;
  const answer = useAnswer({ type: "Incidents", case: file, lang, filter, order, from, count: PAGE * 3 });
  const look = useCallback(
    (first: number) => {
      const next = Math.max(0, (Math.floor(first / PAGE) - 1) * PAGE);
      setPlace((before) => (before.asked === asked && before.from === next ? before : { asked, from: next }));
    },
    [asked],
  );
  const found = answer?.type === "Here" ? answer.found : undefined;
  const rowAt = useCallback((at: number) => found?.rows[at - found.from], [found]);
  return { file: answer, rowAt, look };
}
