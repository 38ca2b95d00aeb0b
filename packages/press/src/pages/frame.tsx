/** What stands around every page: name, sections, languages, foot; and the policy that forbids everything but the one style. */
import { langs } from "@answerable/casework";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { base64 } from "@scure/base";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";

import { inLang, sayIn } from "./say.ts";
import { pageNames, pathTo, type Leaf, type PageName } from "./site.ts";
import { style } from "./style.ts";

/** No script runs here, so nothing connects; a checker that asks through the page may look for robots.txt. */
const policy = `default-src 'none'; style-src 'sha256-${base64.encode(sha256(utf8ToBytes(style)))}'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'`;
const langNames = { ru: "Русский", uk: "Українська", en: "English" } as const;

interface Page {
  /** From the root: `ru/index.html`. The same page in another language differs only in its first part. */
  readonly path: string;
  readonly section: PageName | undefined;
  readonly title: string;
  readonly about: string;
  readonly body: ReactNode;
}

export function framed(leaf: Leaf, page: Page): string {
  return `<!doctype html>\n${renderToStaticMarkup(<Frame leaf={leaf} page={page} />)}`;
}

function Frame({ leaf, page }: { readonly leaf: Leaf; readonly page: Page }): ReactNode {
  const { release, site, say } = leaf;
  const { path, section, title, about, body } = page;
  const at = { depth: path.split("/").length === 2 ? 1 : 2 } as const;
  const name = inLang(site.name, say.lang);
  const other = (lang: string): string => `${lang}${path.slice(path.indexOf("/"))}`;
  return (
    <html lang={say.lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta httpEquiv="Content-Security-Policy" content={policy} />
        <meta name="referrer" content="no-referrer" />
        <title>{`${title} · ${name.text}`}</title>
        <meta name="description" content={about} />
        <meta property="og:title" content={title} />
        <meta property="og:description" content={about} />
        <meta property="og:type" content="website" />
        <link rel="canonical" href={`${site.address}/${path}`} />
        {langs.map((lang) => (
          <link key={lang} rel="alternate" hrefLang={lang} href={`${site.address}/${other(lang)}`} />
        ))}
        <link
          rel="alternate"
          type="application/atom+xml"
          title={name.text}
          href={pathTo(at, `${say.lang}/feed.atom`)}
        />
        <link
          rel="alternate"
          type="application/feed+json"
          title={name.text}
          href={pathTo(at, `${say.lang}/feed.json`)}
        />
        <link rel="icon" type="image/svg+xml" href={pathTo(at, "icon.svg")} />
        <style>{style}</style>
      </head>
      <body>
        <a className="skip" href="#content">
          {say("site.skip")}
        </a>
        <header>
          {site.practice && <p className="practice">{say("site.practice")}</p>}
          <div className="wrap">
            <div className="name">
              <a href={pathTo(at, `${say.lang}/index.html`)} lang={name.lang}>
                {name.text}
              </a>
              <ul className="langs" aria-label={say("site.languages")}>
                {langs.map((lang) => (
                  <li key={lang}>
                    <a
                      href={pathTo(at, other(lang))}
                      hrefLang={lang}
                      lang={lang}
                      aria-current={lang === say.lang ? "true" : undefined}
                    >
                      {langNames[lang]}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
            <nav aria-label={say("site.nav")}>
              <ul>
                {pageNames.map((one) => (
                  <li key={one}>
                    <a
                      href={pathTo(at, `${say.lang}/${one}.html`)}
                      aria-current={one === section ? "page" : undefined}
                    >
                      {say(one === "index" ? "nav.home" : `nav.${one}`)}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          </div>
        </header>
        <main id="content" className="wrap">
          {body}
        </main>
        <footer>
          <div className="wrap">
            <p>{say("site.foot")}</p>
            <p>
              {say("site.release", { number: release.number, on: say.day(release.on) })}
              {site.form !== undefined && (
                <>
                  {" · "}
                  <a href={site.form}>{say("site.write")}</a>
                </>
              )}
            </p>
            <p className="paper">{`${site.address}/${path}`}</p>
          </div>
        </footer>
      </body>
    </html>
  );
}

/** The root: three languages to choose from, for who has no browser that chooses. */
export function doorOf(leaf: Omit<Leaf, "say">): string {
  const name = inLang(leaf.site.name, "ru").text;
  return `<!doctype html>\n${renderToStaticMarkup(
    <html lang="ru">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta httpEquiv="Content-Security-Policy" content={policy} />
        <title>{name}</title>
        <meta name="description" content={sayIn("ru")("home.title")} />
        <link rel="icon" type="image/svg+xml" href="icon.svg" />
        <style>{style}</style>
      </head>
      <body>
        <main className="wrap">
          <h1>{name}</h1>
          <ul>
            {langs.map((lang) => (
              <li key={lang} lang={lang}>
                <a className="more" href={`${lang}/index.html`}>
                  {langNames[lang]}: {sayIn(lang)("home.title")}
                </a>
              </li>
            ))}
          </ul>
        </main>
      </body>
    </html>,
  )}`;
}
