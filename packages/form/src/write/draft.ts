/** What has been typed, read from the page; and kept on this device only where the person asked for it, in plain text, as the page says. */
import type { Report } from "@answerable/casework/intake";

import { chosen, field, part, ticked } from "../page/dom.ts";
import type { Language } from "../page/language.ts";

const texts = [
  "story",
  "soldierName",
  "birth",
  "region",
  "service",
  "unit",
  "lastContact",
  "source",
  "relation",
  "callerName",
  "phone",
  "safeHours",
] as const;
const KEY = "draft";

/** `about`: what of the public pages it answers. */
export function reportOf(language: Language, about: string | undefined): Omit<Report, "files"> {
  const typed = Object.fromEntries(texts.map((name) => [name, field(name).value])) as Record<
    (typeof texts)[number],
    string
  >; // these very names
  const danger = chosen("danger");
  const isCalled = chosen("mayBeCalled") === "yes";
  return {
    v: 1,
    ...(about === undefined ? { kind: "report" } : { kind: "reply", about }),
    language,
    ...typed,
    // A number that stands there from before "no" was chosen is not for us.
    phone: isCalled ? typed.phone : "",
    safeHours: isCalled ? typed.safeHours : "",
    danger: danger === "now" || danger === "soon" ? danger : "unknown",
    mayBeCalled: isCalled ? "yes" : "no",
    mayLeaveMessage: !isCalled ? "unasked" : part("mayLeaveMessage", HTMLInputElement).checked ? "yes" : "no",
    consent: ["help", ...ticked("consent")],
  };
}

export interface DraftStore {
  readonly keep: () => void;
  readonly forget: () => void;
  readonly restore: () => void;
}

/** `storage` may be missing or refuse: then nothing is kept, which is what the page promises anyway. */
export function openDraftStore(storage: Storage | undefined): DraftStore {
  function tried<T>(go: (storage: Storage) => T): T | undefined {
    try {
      return storage && go(storage);
    } catch {
      return undefined;
    }
  }
  return {
    keep() {
      const typed = JSON.stringify(texts.map((name) => field(name).value));
      tried((kept) => kept.setItem(KEY, typed));
    },
    forget() {
      tried((kept) => kept.removeItem(KEY));
    },
    restore() {
      const found = tried((kept): unknown => JSON.parse(kept.getItem(KEY) ?? "null"));
      if (!Array.isArray(found)) return;
      texts.forEach((name, at) => {
        const text: unknown = found[at];
        if (typeof text === "string") field(name).value = text;
      });
      part("keep", HTMLInputElement).checked = true;
    },
  };
}
