/** The page around the screens: language, light, and what every screen may reach. Tests draw this very thing. */
import { langs, type Lang } from "@answerable/casework";
import { useEffect, useMemo, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { IntlProvider } from "react-intl";

import { loadWords, type Words } from "../words/words.ts";
import { App } from "./App.tsx";
import { PageProvider, type Page, type Settings, type Theme } from "./desk.tsx";
import { idleMinutes, usualIdleMinutes, type IdleMinutes } from "./idle.tsx";

type Setting = "lang" | "theme" | "lockAfter";

export interface Kept {
  readonly read: (name: Setting) => string | undefined;
  readonly keep: (name: Setting, value: string) => void;
  /** The language the browser asks for. */
  readonly wished: string;
}

/** What the composition root gives; the rest Root keeps itself. */
export type GivenPage = Omit<Page, "settings" | "travelCode" | "showTravelCode">;

export function Root({ page, kept }: { readonly page: GivenPage; readonly kept: Kept }) {
  const [lang, setLang] = useState<Lang>(() => langFrom(kept));
  const [theme, setTheme] = useState<Theme>(() => themeFrom(kept));
  const [lockAfter, setLockAfter] = useState<IdleMinutes>(() => lockAfterFrom(kept));
  const [words, setWords] = useState<{ lang: Lang; words: Words }>();
  useEffect(() => {
    let gone = false;
    void loadWords(lang).then((loaded) => !gone && setWords({ lang, words: loaded }));
    return () => {
      gone = true;
    };
  }, [lang]);
  useEffect(() => {
    if (theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  useEffect(() => {
    if (words) document.documentElement.lang = words.lang;
  }, [words]);

  const settings = useMemo<Settings>(
    () => ({
      lang,
      theme,
      lockAfter,
      setLang: (next) => {
        kept.keep("lang", next);
        setLang(next);
      },
      setTheme: (next) => {
        kept.keep("theme", next);
        setTheme(next);
      },
      setLockAfter: (next) => {
        kept.keep("lockAfter", String(next));
        setLockAfter(next);
      },
    }),
    [lang, theme, lockAfter, kept],
  );
  const [travelCode, showTravelCode] = useState<string>();
  const whole = useMemo(
    () => ({ ...page, settings, travelCode, showTravelCode }),
    [page, settings, travelCode],
  );
  if (!words) return null;
  return (
    <IntlProvider locale={words.lang} messages={{ ...words.words }}>
      <I18nProvider locale={words.lang}>
        <PageProvider value={whole}>
          <App />
        </PageProvider>
      </I18nProvider>
    </IntlProvider>
  );
}

function langFrom(kept: Kept): Lang {
  const chosen = langs.find((lang) => lang === kept.read("lang"));
  return chosen ?? langs.find((lang) => kept.wished.toLowerCase().startsWith(lang)) ?? "ru";
}

function themeFrom(kept: Kept): Theme {
  const theme = kept.read("theme");
  return theme === "light" || theme === "dark" ? theme : "system";
}

function lockAfterFrom(kept: Kept): IdleMinutes {
  return idleMinutes.find((minutes) => String(minutes) === kept.read("lockAfter")) ?? usualIdleMinutes;
}
