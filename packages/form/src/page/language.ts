/**
 * Three languages. The built page speaks Russian; the other words are fetched when they are wanted, and change every text in place.
 * What stood in the page at first is remembered, for the way back.
 */
import { ru, type Said } from "../words/ru.ts";

export type Language = "ru" | "uk" | "en";

/** All words of one language, in the order of `orderOf` in words/order.ts: first those that are said, then those of the pages by number. */
type Spoken = readonly string[];

export interface SpeechDeps {
  readonly preferred: readonly string[];
  /** All words of another language. */
  readonly load: (language: Exclude<Language, "ru">) => Promise<Spoken>;
}

export interface Speech {
  readonly language: () => Language;
  readonly say: (key: Said, values?: Readonly<Record<string, string>>) => string;
  /** A day as people say it, from 2026-11-22. */
  readonly day: (day: string) => string;
  /** Calls at every change. */
  readonly onChange: (listener: () => void) => void;
}

export function openSpeech({ preferred, load }: SpeechDeps): Speech {
  const places = Array.from(document.querySelectorAll<HTMLElement>("[data-t]"));
  const atFirst = places.map((place) => place.textContent ?? "");
  const buttons = Array.from(document.querySelectorAll<HTMLElement>("[data-language]"));
  const listeners = new Set<() => void>();
  const said = Object.keys(ru);
  /** undefined: Russian, which is here already. */
  let words: Spoken | undefined;
  let language: Language = "ru";

  async function choose(wanted: Language): Promise<void> {
    // A language that cannot be loaded now leaves the one that is there.
    const loaded = wanted === "ru" ? undefined : await load(wanted).catch(() => undefined);
    if (wanted !== "ru" && !loaded) return;
    words = loaded;
    language = wanted;
    document.documentElement.lang = wanted;
    // Texts that were filled in while the page worked are said anew by whoever filled them in.
    for (const [at, place] of places.entries())
      place.textContent = loaded?.[Number(place.dataset["t"])] ?? atFirst[at] ?? "";
    mark();
    for (const listener of listeners) listener();
  }

  function mark(): void {
    for (const button of buttons)
      button.setAttribute("aria-pressed", String(button.dataset["language"] === language));
  }

  for (const button of buttons) {
    button.addEventListener("click", () => {
      const wanted = button.dataset["language"];
      if (wanted === "ru" || wanted === "uk" || wanted === "en") void choose(wanted);
    });
  }
  mark();
  const first = firstOf(preferred);
  if (first !== "ru") void choose(first);

  return {
    language: () => language,
    say: (key, values = {}) =>
      (words?.[said.indexOf(key)] ?? ru[key]).replace(
        /\{(\w+)\}/g,
        (whole, name: string) => values[name] ?? whole,
      ),
    day: (day) =>
      new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" })
        .format(new Date(day))
        // "2026 г." would end a sentence twice.
        .replace(/\s[гр]\.$/, ""),
    onChange: (listener) => void listeners.add(listener),
  };
}

export function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}

/** The first language of the browser that we speak; Russian if there is none. */
function firstOf(preferred: readonly string[]): Language {
  for (const one of preferred) {
    const bare = one.slice(0, 2).toLowerCase();
    if (bare === "ru" || bare === "uk" || bare === "en") return bare;
  }
  return "ru";
}
