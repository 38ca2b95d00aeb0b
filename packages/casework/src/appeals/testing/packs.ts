/** The draft pack as it was handed to us, and our own packs: loaded, or the test stops with what is wrong. */
import intl from "../../../packs/intl.json" with { type: "json" };
import ru from "../../../packs/ru.json" with { type: "json" };
import ua from "../../../packs/ua.json" with { type: "json" };
import { type Day, dayFrom } from "../../day.ts";
import { loadPack } from "../pack/load.ts";
import type { Pack } from "../pack/pack.ts";
import { pathText } from "../pack/problem.ts";
import draft from "./draft-pack.fixtures.json" with { type: "json" };

export { draft as draftJson, intl as intlJson, ru as ruJson, ua as uaJson };

export const draftPack = packFrom(draft);
export const ruPack = packFrom(ru);
export const uaPack = packFrom(ua);
export const intlPack = packFrom(intl);

export function packFrom(json: unknown): Pack {
  const loaded = loadPack(json);
  if (loaded.ok) return loaded.value.pack;
  throw new Error(loaded.refusal.map(({ path, what }) => `${pathText(path)}: ${what}`).join("\n"));
}

/** A copy of the draft in which something was changed. */
export function changedDraft(change: (pack: typeof draft) => void): unknown {
  const copy = structuredClone(draft);
  change(copy);
  return copy;
}

export function day(text: string): Day {
  const known = dayFrom(text);
  if (!known) throw new Error(`the test names no day: ${text}`);
  return known;
}
