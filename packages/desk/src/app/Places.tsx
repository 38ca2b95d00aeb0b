/**
 * The places of the desk. From anywhere, also out of a field, Shift+F1 comes here; then the arrows lead from one to the next and
 * round, so that none is more than five away. Digits stay what they are on the screen: they name a call. Whoever hears the page has a way here before each screen, and a way past all this at the top.
 */
import { useEffect, useRef, type KeyboardEvent as Pressed } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer } from "./desk.tsx";
import { hashOf, useRoute, type Route } from "./route.ts";

const places = [
  "phone",
  "queue",
  "roster",
  "inbox",
  "board",
  "ledger",
  "shift",
  "overview",
  "publish",
  "people",
] as const;

const routeTo = (page: (typeof places)[number]): Route =>
  page === "ledger" ? { page, room: { at: "list" } } : { page };

export function Places() {
  const route = useRoute();
  const intl = useIntl();
  const nav = useRef<HTMLElement>(null);
  // On a telephone the ten do not fit: the one where one is comes into sight by itself.
  useEffect(() => {
    const all = nav.current;
    const here = all?.querySelectorAll("a")[places.findIndex((page) => page === route.page)];
    if (all && here)
      all.scrollLeft = here.offsetLeft - all.offsetLeft - (all.clientWidth - here.offsetWidth) / 2;
  }, [route.page]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "F1" || !event.shiftKey || event.defaultPrevented) return;
      event.preventDefault();
      toPlaces();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

  function onKeyDown(event: Pressed): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...(nav.current?.querySelectorAll("a") ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: links.length - 1,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    links.at(step % links.length)?.focus();
    event.preventDefault();
  }

  return (
    <nav
      ref={nav}
      className="places"
      aria-label={intl.formatMessage({ id: "place.all" })}
      aria-keyshortcuts="Shift+F1"
      onKeyDown={onKeyDown}
    >
      {places.map((page) => (
        <a key={page} href={hashOf(routeTo(page))} aria-current={route.page === page ? "page" : undefined}>
          <FormattedMessage id={`place.${page}`} />
          {page === "inbox" && <LettersWaiting />}
        </a>
      ))}
    </nav>
  );
}

function toPlaces(): void {
  const link =
    document.querySelector<HTMLElement>(".places [aria-current]") ??
    document.querySelector<HTMLElement>(".places a");
  link?.focus();
}

/** Seen when the focus is on it. Not a link: the address says where one is at the desk. */
export function Skip({ to }: { readonly to: "main" | "places" }) {
  return (
    <button
      type="button"
      className="button skip"
      onClick={to === "places" ? toPlaces : () => document.querySelector<HTMLElement>("main")?.focus()}
    >
      <FormattedMessage id={`skip.${to}`} />
      {to === "places" && (
        <>
          {" "}
          <kbd>Shift</kbd> <kbd>F1</kbd>
        </>
      )}
    </button>
  );
}

const counters = { type: "Counters" } as const;

/** How many letters nobody has dealt with: seen from every screen. */
function LettersWaiting() {
  const intl = useIntl();
  const count = useAnswer(counters)?.queues.letters ?? 0;
  if (count === 0) return null;
  return (
    <b
      className="place-count"
      aria-label={intl.formatMessage({ id: "place.inbox.count" }, { count })}
      role="img"
    >
      {count > 999 ? "999+" : count}
    </b>
  );
}
