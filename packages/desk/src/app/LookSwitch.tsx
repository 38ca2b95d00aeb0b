/** Language and light: two small lists at the end of every header. */
import { langs } from "@answerable/casework";
import { useIntl } from "react-intl";

import { usePage, type Theme } from "./desk.tsx";

const themes: readonly Theme[] = ["system", "light", "dark"];

export function LookSwitch() {
  const intl = useIntl();
  const { settings } = usePage();
  return (
    <>
      <select
        className="look"
        aria-label={intl.formatMessage({ id: "look.lang" })}
        value={settings.lang}
        onChange={(event) => settings.setLang(langs.find((lang) => lang === event.target.value) ?? "ru")}
      >
        {langs.map((lang) => (
          <option key={lang} value={lang} lang={lang}>
            {intl.formatMessage({ id: `lang.${lang}` })}
          </option>
        ))}
      </select>
      <select
        className="look wide"
        aria-label={intl.formatMessage({ id: "look.theme" })}
        value={settings.theme}
        onChange={(event) =>
          settings.setTheme(themes.find((theme) => theme === event.target.value) ?? "system")
        }
      >
        {themes.map((theme) => (
          <option key={theme} value={theme}>
            {intl.formatMessage({ id: `theme.${theme}` })}
          </option>
        ))}
      </select>
    </>
  );
}
