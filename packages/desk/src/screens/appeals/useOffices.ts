/** Every kind of body that a letter can go to, with the route by which it is written to. */
import type { DraftingQuery, Lang } from "@answerable/casework";

import { useAnswer } from "../../app/desk.tsx";

export interface Office {
  readonly authority: string;
  readonly name: string;
  readonly route: string;
}

export function useOffices(lang: Lang): readonly Office[] {
  const drafting = useAnswer<DraftingQuery>({ type: "Drafting", lang });
  const seen = new Set<string>();
  return (drafting?.routes ?? []).flatMap((route) =>
    route.offices.flatMap(({ authority, name }) => {
      if (seen.has(authority)) return [];
      seen.add(authority);
      return [{ authority, name, route: route.id }];
    }),
  );
}
