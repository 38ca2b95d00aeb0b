/**
 * Whose page this is. The charter's fingerprint is written into the page by who runs the line, or stands in the link behind
 * the # (which no browser sends to any server); where both are, they must agree. Without one nothing can be sealed.
 */
import type { DeskId, Hash } from "@answerable/wire";

export interface Setting {
  /** undefined: this page cannot tell whose line it belongs to. */
  readonly charter: Hash | undefined;
  /** Where a line has several desks, the one that reads letters. */
  readonly desk: DeskId | undefined;
  readonly telephone: string | undefined;
  readonly onion: string | undefined;
  /** Where "leave quickly" goes. */
  readonly exit: string;
  /** What of the public pages the letter answers: `#FINGERPRINT.ID`. */
  readonly about: string | undefined;
}

const EXIT = "https://www.wikipedia.org/";

export function settingFrom(written: DOMStringMap, fragment: string): Setting {
  const inPage = hashIn(written["charter"]);
  const [, fingerprint, about] = /^#([A-Za-z0-9_-]{43})?(?:\.([A-Za-z0-9_-]{1,60}))?$/.exec(fragment) ?? [];
  const inLink = hashIn(fingerprint);
  const isClash = inPage !== undefined && inLink !== undefined && inPage !== inLink;
  const exit = given(written["exit"]);
  return {
    charter: isClash ? undefined : (inPage ?? inLink),
    desk: given(written["desk"]) as DeskId | undefined, // makes the brand: the log is asked whether there is one
    telephone: given(written["telephone"]),
    onion: given(written["onion"]),
    about,
    exit: exit !== undefined && exit.startsWith("https://") ? exit : EXIT,
  };
}

function given(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === "" ? undefined : text.trim();
}

function hashIn(text: string | undefined): Hash | undefined {
  return text !== undefined && /^[A-Za-z0-9_-]{43}$/.test(text) ? (text as Hash) : undefined; // makes the brand
}
