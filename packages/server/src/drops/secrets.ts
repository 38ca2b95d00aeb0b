/** The secrets of the letterbox and the key of the log: made once, kept in the store, asked for when first needed and again if the store was away. */
import type { Parts } from "../http/parts.ts";
import { openSigningKey, type SigningKey } from "../signing-key.ts";
import { openFiling, type Filing } from "./filing.ts";
import { openWork, type WorkOffice } from "./work.ts";

export interface Secrets {
  readonly work: () => Promise<WorkOffice>;
  /** Signs what was filed. */
  readonly filing: () => Promise<Filing>;
  /** For the challenges of mailboxes. */
  readonly mail: () => Promise<Uint8Array>;
  /** Signs what the server says of a desk's log. */
  readonly note: () => Promise<SigningKey>;
}

export function openSecrets(
  deps: Pick<Parts, "store" | "now"> & { readonly random: (bytes: number) => Uint8Array },
): Secrets {
  const { store, random } = deps;
  const filing = kept(async () => openFiling(await store.secret("filing", random(32))));
  const mail = kept(() => store.secret("mail", random(32)));
  const work = kept(async () => openWork({ ...deps, secret: await store.secret("work", random(32)) }));
  const note = kept(async () => openSigningKey(await store.secret("note", random(32))));
  return { filing, mail, work, note };
}

function kept<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask();
    asked.catch(() => (asked = undefined));
    return asked;
  };
}
