/** A change of place is told: in the title of the page, and by the focus, which begins where the new screen begins. */
import { useEffect, useRef } from "react";
import { useIntl } from "react-intl";

import type { WordId } from "../words/words.ts";
import { hashOf, useRoute, type Route } from "./route.ts";

/** Browsers keep titles in their history: a title names the screen, never whom it shows. */
const titles: Partial<Record<Route["page"], WordId>> = {
  phone: "place.phone",
  roster: "place.roster",
  inbox: "place.inbox",
  people: "place.people",
  due: "due.title",
  expiring: "expiring.title",
  board: "place.board",
  ledger: "place.ledger",
  case: "place.case",
};

/** For the frame around the screens: gives what to focus. A screen that focused something of its own keeps it. */
export function useNewPlace() {
  const route = useRoute();
  const intl = useIntl();
  const stage = useRef<HTMLElement>(null);
  const hash = hashOf(route);
  const seen = useRef(hash);
  const page = titles[route.page];
  const program = intl.formatMessage({ id: "program" });
  const title = page ? `${intl.formatMessage({ id: page })} · ${program}` : program;
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    if (seen.current === hash) return;
    seen.current = hash;
    const main = stage.current;
    if (!main || main.contains(document.activeElement)) return;
    main.focus({ preventScroll: true });
    main.scrollTop = 0;
  }, [hash]);
  return stage;
}
