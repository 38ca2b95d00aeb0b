/** What a page is given by its composition root: the clock, chance, the network, the browser's stores. */
import type { Random } from "@answerable/seal/drop";
import type { Fetch, Letterbox } from "@answerable/wire";

import type { Stretch } from "../letter/stretch.ts";
import type { Intake } from "../letter/trust.ts";
import type { Speech } from "./language.ts";
import type { Setting } from "./setting.ts";

export interface PageDeps {
  readonly box: Letterbox;
  readonly origin: string;
  readonly fetch: Fetch;
  readonly now: () => number;
  readonly random: Random;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly stretch: Stretch;
  /** Resolves when letters of that suite can be sealed and opened: a script may have to come first. */
  readonly fetchSuite: (suite: Intake["suite"]) => Promise<void>;
  readonly setting: Setting;
  readonly speech: Speech;
  /** The path and fragment of the other page. */
  readonly fragment: string;
  readonly goTo: (address: string) => void;
  /** False: the page came over a line that anyone could have changed, and the browser gives it no WebCrypto. */
  readonly isSecure: boolean;
}
