/** How far the last pass came, sealed under this device's own key. */
import * as v from "valibot";

import type { StoreSeal } from "../at-rest.ts";
import type { Change, Store } from "../store/store.ts";
import { PassState } from "./pass.ts";

export function keepPass(seal: StoreSeal, state: PassState): Change {
  return { drawer: "own", key: "pass", text: seal.to("pass", "pass", JSON.stringify(state)) };
}

/** undefined: none yet, or one that cannot be read: a pass then begins anew, and nothing is lost. */
export async function readPass(store: Store, seal: StoreSeal): Promise<PassState | undefined> {
  const text = await store.get("own", "pass");
  if (text === undefined) return undefined;
  try {
    const read = v.safeParse(PassState, JSON.parse(seal.from("pass", "pass", text)));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}
