/** What both composition roots give their page out of the browser. */
import { openLetterbox, type Fetch } from "@answerable/wire";

import { openStretch } from "../letter/stretch.ts";
// oxlint-disable-next-line import/default -- vite makes it
import workerUrl from "../receipt.worker.ts?worker&url";
import { fetchHybrid } from "../without/hybrid.ts";
import type { PageDeps } from "./deps.ts";
import { openSpeech } from "./language.ts";
import { settingFrom } from "./setting.ts";

interface Policy {
  createScriptURL(url: string): string;
}
/** Trusted Types, which older browsers and TypeScript's lib do not have. */
interface WithTrustedTypes {
  readonly trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
}

/** The only script address this page ever makes: its own worker's. */
const rules: Policy = {
  createScriptURL(url) {
    if (new URL(url, location.href).origin !== location.origin)
      throw new TypeError("a script of another origin");
    return url;
  },
};
const policy = (globalThis as WithTrustedTypes).trustedTypes?.createPolicy("answerable", rules) ?? rules; // see WithTrustedTypes

export function browserDeps(): PageDeps {
  const { origin, hash } = location;
  const fetchBound: Fetch = (request) => fetch(request);
  return {
    box: openLetterbox({ origin, fetch: fetchBound }),
    origin,
    fetch: fetchBound,
    now: () => Date.now(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
    fetchSuite: async (suite) => (suite === "A2" ? fetchHybrid() : undefined),
    stretch: openStretch(() => new Worker(policy.createScriptURL(workerUrl))),
    setting: settingFrom(document.documentElement.dataset, hash),
    speech: openSpeech({ preferred: navigator.languages, load: wordsOf }),
    fragment: hash,
    goTo: (address) => location.replace(address),
    isSecure: isSecureContext,
  };
}

export function browserStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined; // a browser that keeps nothing says so by throwing
  }
}

/** Fetched, not imported: a word list is no script. */
async function wordsOf(language: "uk" | "en"): Promise<readonly string[]> {
  const response = await fetch(`/form/words/${language}.json`, { credentials: "omit" });
  if (!response.ok) throw new Error("no words");
  return response.json();
}
