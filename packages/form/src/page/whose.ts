/** Asks once at the start whose line this is, so that nobody writes a letter for nothing; and again before anything is sealed. */
import { wordsForTrust } from "../letter/say-why.ts";
import { findIntake, type Intake, type Trust } from "../letter/trust.ts";
import type { PageDeps } from "./deps.ts";
import { bringTo, show, tell } from "./dom.ts";
import { dayOf } from "./language.ts";

export interface Whose {
  /** The newest word; the one from the start where the server cannot be reached now. */
  readonly ask: () => Promise<Trust>;
  readonly known: () => Intake | undefined;
}

/** `trusted` is called once, when the page knows whom to seal to. */
export function openWhose(deps: PageDeps, trusted: () => void = () => undefined): Whose {
  const { box, setting, speech, now, isSecure, fetchSuite } = deps;
  let known: Intake | undefined;
  let early: Exclude<Trust, { readonly type: "Trusted" }> | undefined;

  async function ask(): Promise<Trust> {
    const trust = await findIntake({ box, charter: setting.charter, desk: setting.desk, now });
    if (trust.type === "Trusted" && (await hasCome(trust.intake))) known = trust.intake;
    else if (trust.type !== "Unreachable" && trust.type !== "Trusted") return trust;
    // A key that was checked a moment ago is as good now: the letter can be sealed, and wait for the line.
    return known ? { type: "Trusted", intake: known } : { type: "Unreachable" };
  }

  async function hasCome({ suite }: Intake): Promise<boolean> {
    return fetchSuite(suite).then(
      () => true,
      () => false,
    );
  }

  function draw(): void {
    show("practice", known?.practice ?? false);
    tell("line", known?.name);
    const day = speech.day(dayOf(now()));
    const text = !isSecure ? speech.say("bad.insecure") : early && speech.say(wordsForTrust(early), { day });
    tell("fault-early", text);
  }

  speech.onChange(draw);
  draw();
  if (isSecure) {
    void ask().then((trust) => {
      early = trust.type === "Trusted" || trust.type === "Unreachable" ? undefined : trust;
      draw();
      if (early) bringTo("fault-early");
      if (known) trusted();
      return undefined;
    });
  }
  return { ask, known: () => known };
}
