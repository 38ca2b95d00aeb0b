/** The side of the office that concerns people and safety: each command a person gives there, and what comes of it. */
import type { Result } from "@answerable/casework";
import { lockKeep, readShare, unlockKeep, type LockedKeep, type Lockwork } from "@answerable/seal";

import type { Office, RecoverHelpline, RecoverRefusal } from "../office.ts";
import { lastWordOf, readyForJourney, tellLost, type TellingDeps } from "../safety.ts";
import type { Session } from "../session.ts";
import type { Store } from "../store/store.ts";
import { recoverHelpline, type RecoveredDevice, type RecoveringDeps } from "./recovering.ts";
import { newRecovery, saidOfPeople } from "./say.ts";

export interface PeopleSideDeps {
  readonly deps: RecoveringDeps & TellingDeps & { readonly store: Store };
  readonly lockwork: Lockwork;
  /** Symbols of a passphrase. */
  readonly least: number;
  readonly here: () => Promise<Session | undefined>;
  readonly session: () => Session | undefined;
  /** See desks.ts. */
  readonly sendAll: () => Promise<number>;
  readonly waiting: () => number;
  readonly kept: () => LockedKeep | undefined;
  /** Puts it in the place of the one that lies there. */
  readonly keep: (locked: LockedKeep) => Promise<void>;
  readonly stop: () => void;
  readonly look: () => Promise<void>;
  readonly destroy: (then: "gone" | "empty") => Promise<void>;
  /** Puts a device on this disk that `make` brings, if there is none yet. */
  readonly enter: (
    given: RecoverHelpline,
    make: () => Promise<Result<RecoveredDevice, RecoverRefusal>>,
  ) => Promise<Result<void, RecoverRefusal>>;
}

type PeopleSide = Pick<
  Office,
  "sayOfPeople" | "setRecovery" | "readShare" | "recover" | "travel" | "setDuress" | "panic"
>;

export function peopleSide(office: PeopleSideDeps): PeopleSide {
  const { deps, here, lockwork } = office;
  const { random, store } = deps;

  async function isPassphrase(passphrase: string): Promise<boolean> {
    const kept = office.kept();
    return kept !== undefined && (await unlockKeep(kept, { ...lockwork, passphrase })).type === "Open";
  }

  return {
    async sayOfPeople(word) {
      const open = await here();
      return open ? saidOfPeople(open, word) : { ok: false, refusal: { type: "NotOpen" } };
    },
    async setRecovery(wish) {
      const open = await here();
      return open ? newRecovery(open, { ...wish, random }) : { ok: false, refusal: { type: "NotOpen" } };
    },
    async readShare(text) {
      const share = readShare(text);
      if (typeof share === "string") return { ok: false, refusal: { type: share } };
      const { set, least, of, number } = share;
      return { ok: true, value: { set, least, of, number } };
    },
    recover: (given) => office.enter(given, () => recoverHelpline(deps, given)),
    async travel(passphrase) {
      const open = await here();
      if (!open) return { ok: false, refusal: { type: "NotOpen" } };
      if (!(await isPassphrase(passphrase))) return { ok: false, refusal: { type: "WrongPassphrase" } };
      const count = await office.sendAll().catch(() => Math.max(1, office.waiting()));
      if (count > 0) return { ok: false, refusal: { type: "NotSent", count } };
      office.stop();
      const { code } = await readyForJourney({ store, random, lockwork }, open.keep, passphrase);
      await office.look();
      return { ok: true, value: { code } };
    },
    async setDuress({ passphrase, phrase }) {
      const open = await here();
      if (!open) return { ok: false, refusal: { type: "NotOpen" } };
      if (Array.from(phrase).length < office.least)
        return { ok: false, refusal: { type: "PassphraseTooShort", least: office.least } };
      if (phrase.normalize("NFKC") === passphrase.normalize("NFKC"))
        return { ok: false, refusal: { type: "SamePhrase" } };
      if (!(await isPassphrase(passphrase))) return { ok: false, refusal: { type: "WrongPassphrase" } };
      await office.keep(await lockKeep(open.keep, { ...lockwork, passphrase, duressPhrase: phrase }, random));
      return { ok: true, value: undefined };
    },
    async panic() {
      // Whoever is still opening is not waited for.
      const open = office.session();
      const word = open && lastWordOf(open.keep);
      await office.destroy("gone");
      if (word) void tellLost(word, deps);
    },
  };
}
