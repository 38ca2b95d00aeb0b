/** The legal packs of this release, loaded and checked when first asked for. A pack that does not hold is a broken build. */
import { loadPack, type Pack } from "@answerable/casework";
import intl from "@answerable/casework/packs/intl.json" with { type: "json" };
import ru from "@answerable/casework/packs/ru.json" with { type: "json" };
import ua from "@answerable/casework/packs/ua.json" with { type: "json" };

let loaded: ReadonlyMap<string, Pack> | undefined;

export function packs(): ReadonlyMap<string, Pack> {
  loaded ??= new Map([ru, ua, intl].map(packFrom).map((pack) => [pack.id, pack]));
  return loaded;
}

function packFrom(json: unknown): Pack {
  const found = loadPack(json);
  if (!found.ok) throw new Error("a legal pack of this release does not hold: npm run pack -- check FILE");
  return found.value.pack;
}
