/** Where one is, in the address after #. Ids only: an address is seen, shared and kept by browsers. */
import type { AppealId, CaseId, FolderId } from "@answerable/casework";
import { useSyncExternalStore } from "react";

import { ledgerHash, ledgerRouteOf, type LedgerRoute } from "./ledger-route.ts";

export type Route =
  | { readonly page: "phone" }
  /** A list of the roster that something elsewhere points at. */
  | { readonly page: "roster"; readonly list?: "urgent" }
  | { readonly page: "due" }
  /** Closed cases whose time runs out. */
  | { readonly page: "expiring" }
  /** Letters from outside. */
  | { readonly page: "inbox" }
  /** Lists that somebody sent. */
  | { readonly page: "lists" }
  /** A list that is to go out: of the roster, the call-backs or the overview. */
  | { readonly page: "out"; readonly of: "roster" | "queue" | "overview" }
  /** Call-backs, and the shift. */
  | { readonly page: "queue" }
  | { readonly page: "overview" }
  | { readonly page: "shift" }
  /** Cases of one happening: all of them, and one. */
  | { readonly page: "incidents" }
  | { readonly page: "incident"; readonly incident: FolderId }
  /** The booklet of advice cards. */
  | { readonly page: "advice" }
  | { readonly page: "case"; readonly case: CaseId }
  /** What becomes public. */
  | { readonly page: "publish" }
  | { readonly page: "people" }
  | { readonly page: "recovery" }
  | { readonly page: "safety" }
  /** The door of the trustees. */
  | { readonly page: "recover" }
  /** All that is behind the man of this case; and the pairs a reviewer decides. */
  | { readonly page: "soldier"; readonly case: CaseId }
  | { readonly page: "review" }
  /** The board of letters, and who answers them. */
  | { readonly page: "board" }
  | { readonly page: "answering" }
  /** Who said what, through whom, and what it amounts to. */
  | LedgerRoute
  | { readonly page: "letter"; readonly case: CaseId; readonly appeal: AppealId }
  /** A new letter for one case; without one, for those chosen in the roster. */
  | { readonly page: "draft"; readonly case?: CaseId }
  | { readonly page: "found"; readonly secret: string }
  | { readonly page: "enrol"; readonly link: string };

function routeOf(hash: string, origin = ""): Route {
  const file = /^#\/case\/([A-Za-z0-9_-]{22})$/.exec(hash)?.[1];
  if (file !== undefined) return { page: "case", case: file as CaseId }; // the pattern has just been checked
  const [, of, letter] = /^#\/letter\/([A-Za-z0-9_-]{22})\/([A-Za-z0-9_-]{22})$/.exec(hash) ?? [];
  if (of !== undefined && letter !== undefined)
    return { page: "letter", case: of as CaseId, appeal: letter as AppealId }; // as above
  const soldier = /^#\/soldier\/([A-Za-z0-9_-]{22})$/.exec(hash)?.[1];
  if (soldier !== undefined) return { page: "soldier", case: soldier as CaseId }; // as above
  const ledger = ledgerRouteOf(hash);
  if (ledger) return ledger;
  const incident = /^#\/incident\/([A-Za-z0-9_-]{22})$/.exec(hash)?.[1];
  if (incident !== undefined) return { page: "incident", incident: incident as FolderId }; // as above
  if (hash === "#/incidents") return { page: "incidents" };
  if (hash === "#/review") return { page: "review" };
  const draft = /^#\/draft\/([A-Za-z0-9_-]{22})$/.exec(hash)?.[1];
  if (draft !== undefined) return { page: "draft", case: draft as CaseId }; // as above
  if (hash === "#/draft") return { page: "draft" };
  if (hash === "#/board") return { page: "board" };
  if (hash === "#/answering") return { page: "answering" };
  const found = /^#found=(.+)$/.exec(hash)?.[1];
  if (found !== undefined) return { page: "found", secret: found };
  if (hash.startsWith("#enrol=") || hash.startsWith("#welcome="))
    return { page: "enrol", link: `${origin}/${hash}` };
  if (hash === "#/roster") return { page: "roster" };
  if (hash === "#/roster/urgent") return { page: "roster", list: "urgent" };
  if (hash === "#/overview") return { page: "overview" };
  if (hash === "#/queue") return { page: "queue" };
  if (hash === "#/shift") return { page: "shift" };
  if (hash === "#/advice") return { page: "advice" };
  if (hash === "#/expiring") return { page: "expiring" };
  if (hash === "#/due") return { page: "due" };
  if (hash === "#/inbox") return { page: "inbox" };
  if (hash === "#/publish") return { page: "publish" };
  if (hash === "#/lists") return { page: "lists" };
  const out = /^#\/out\/(roster|queue|overview)$/.exec(hash)?.[1];
  if (out === "roster" || out === "queue" || out === "overview") return { page: "out", of: out };
  if (hash === "#/people") return { page: "people" };
  if (hash === "#/recovery") return { page: "recovery" };
  if (hash === "#/safety") return { page: "safety" };
  if (hash === "#/recover") return { page: "recover" };
  return { page: "phone" };
}

export function hashOf(route: Route): string {
  switch (route.page) {
    case "phone":
      return "#/";
    case "roster":
      return route.list === undefined ? "#/roster" : `#/roster/${route.list}`;
    case "due":
    case "expiring":
    case "inbox":
    case "lists":
    case "overview":
    case "queue":
    case "shift":
    case "incidents":
    case "advice":
      return `#/${route.page}`;
    case "out":
      return `#/out/${route.of}`;
    case "soldier":
      return `#/soldier/${route.case}`;
    case "incident":
      return `#/incident/${route.incident}`;
    case "review":
      return "#/review";
    case "publish":
    case "people":
    case "recovery":
    case "safety":
    case "recover":
      return `#/${route.page}`;
    case "board":
      return "#/board";
    case "answering":
      return "#/answering";
    case "ledger":
      return ledgerHash(route);
    case "letter":
      return `#/letter/${route.case}/${route.appeal}`;
    case "draft":
      return route.case === undefined ? "#/draft" : `#/draft/${route.case}`;
    case "case":
      return `#/case/${route.case}`;
    case "found":
      return `#found=${route.secret}`;
    case "enrol":
      return `#${route.link.split("#")[1] ?? ""}`;
  }
}

export function go(route: Route): void {
  location.hash = hashOf(route);
}

/** A secret in the address has been read: it should not stand there, nor stay in the history. */
export function forgetSecret(): void {
  history.replaceState(null, "", hashOf({ page: "phone" }));
  dispatchEvent(new HashChangeEvent("hashchange"));
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(
    (changed) => {
      addEventListener("hashchange", changed);
      return () => removeEventListener("hashchange", changed);
    },
    () => location.hash,
  );
  return routeOf(hash, location.origin);
}
