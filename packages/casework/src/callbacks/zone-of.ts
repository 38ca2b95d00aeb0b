/** Which clock a caller most likely lives by: that of the soldier's home region. Russia has eleven; a call at four in the morning is not made. */
import { regionOf } from "../places/index.ts";

export const moscowZone = "Europe/Moscow";

/** The clocks of Russia other than Moscow's. A republic of several zones goes by its capital. */
const zones: Readonly<Record<string, string>> = {
  "Europe/Kaliningrad": "KGD",
  "Europe/Samara": "SAM UD AST SAR ULY",
  "Asia/Yekaterinburg": "BA PER CHE KGN ORE SVE TYU KHM YAN",
  "Asia/Omsk": "OMS",
  "Asia/Krasnoyarsk": "AL ALT KYA KEM NVS TOM TY KK",
  "Asia/Irkutsk": "BU IRK",
  "Asia/Yakutsk": "SA AMU ZAB",
  "Asia/Vladivostok": "KHA PRI YEV",
  "Asia/Magadan": "MAG SAK",
  "Asia/Kamchatka": "KAM CHU",
};
const zoneByRegion: ReadonlyMap<string, string> = new Map(
  Object.entries(zones).flatMap(([zone, codes]) =>
    codes.split(" ").map((code) => [`RU-${code}`, zone] as const),
  ),
);

const known = new Map<string, string | undefined>();

/** undefined: nobody said where they live, or it cannot be read; the desk's own clock then stands for theirs. */
export function zoneOf(region: string | undefined): string | undefined {
  if (region === undefined || region.trim() === "") return undefined;
  if (known.size > 5_000) known.clear();
  if (!known.has(region)) known.set(region, zoneRead(region));
  return known.get(region);
}

function zoneRead(region: string): string | undefined {
  const code = /^[A-Z]{2}-[A-Z0-9]{2,3}$/u.test(region) ? region : regionOf(region);
  if (code === undefined) return undefined;
  if (code.startsWith("UA-") && code !== "UA-40" && code !== "UA-43") return "Europe/Kyiv";
  return zoneByRegion.get(code) ?? moscowZone;
}
