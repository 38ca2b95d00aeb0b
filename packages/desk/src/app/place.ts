/** A change of place is told: in the title of the page, and by the focus, which begins where the new screen begins. */
import { useEffect, useRef } from "react";
import { useIntl } from "react-intl";

import type { WordId } from "../words/words.ts";
import { hashOf, useRoute, type Route } from "./route.ts";

/** Browsers keep titles in their history: a title names the screen, never whom it shows. */
const titles: Readonly<Record<Exclude<Route["page"], "found" | "enrol" | "recover">, WordId>> = {
  phone: "place.phone",
  queue: "place.queue",
  roster: "place.roster",
  inbox: "place.inbox",
  board: "place.board",
  ledger: "place.ledger",
  shift: "place.shift",
  overview: "place.overview",
  publish: "place.publish",
  people: "place.people",
  recovery: "place.people",
  safety: "place.people",
  due: "due.title",
  expiring: "expiring.title",
  lists: "lists.title",
  out: "out.title",
  incidents: "incidents.title",
  incident: "incidents.title",
  advice: "advice.title",
  answering: "answering.title",
  review: "review.title",
  case: "place.case",
  soldier: "place.case",
  letter: "place.board",
  draft: "draft.title",
};

/** For the frame around the screens: gives what to focus. A screen that focused something of its own keeps it. */
export function useNewPlace() {
  const route = useRoute();
  const intl = useIntl();
  const stage = useRef<HTMLElement>(null);
  const hash = hashOf(route);
  const seen = useRef(hash);
  const program = intl.formatMessage({ id: "program" });
  const isDoor = route.page === "found" || route.page === "enrol" || route.page === "recover";
  // A title counts nothing: it stays while the count changes.
  const title = isDoor
    ? program
    : `${intl.formatMessage({ id: titles[route.page] }, { count: 0 })} · ${program}`;
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
