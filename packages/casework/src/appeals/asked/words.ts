/** The pack's names of things, in the language of the desk. */
import type { Lang } from "../../words/vocabulary.ts";
import { inLang, type Pack } from "../pack/pack.ts";

export function codesOfGround(packs: ReadonlyMap<string, Pack>, ground: string, lang: Lang): string {
  for (const pack of packs.values()) {
    const label = pack.grounds.get(ground)?.label;
    if (label !== undefined) return inLang(label, lang);
  }
  return ground;
}

export function routeName(pack: Pack | undefined, route: string, lang: Lang): string {
  const name = pack?.routes.get(route)?.name;
  return name === undefined ? route : inLang(name, lang);
}

/** As it stands on the envelope: the office of that region and who holds it, where the pack knows. */
export function seatName(pack: Pack, authority: string, region: string | undefined): string | undefined {
  const seat = region === undefined ? undefined : pack.authorities.get(authority)?.seats[region];
  return seat && [seat.office, seat.head].filter((part) => part !== undefined).join(" ");
}

export function officeName(pack: Pack, authority: string, lang: Lang): string {
  const name = pack.authorities.get(authority)?.name;
  return name === undefined ? authority : inLang(name, lang);
}
