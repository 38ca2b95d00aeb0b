/** Formations that people call by a name and not by a number. Only names in public use; a desk adds its own as sourced claims. */
const names: readonly (readonly [id: string, pattern: RegExp])[] = [
  ["wagner", /вагнер|wagner|вагнера|чвк\s*в(?!\p{L})|музыкант/iu],
  ["redut", /редут|redut|redoubt/iu],
  ["akhmat-vostok", /восток[\s-]*ахмат|vostok[\s-]*akhmat|ахмат[\s-]*восток/iu],
  ["akhmat-sever", /север[\s-]*ахмат|sever[\s-]*akhmat|ахмат[\s-]*север/iu],
  ["akhmat-zapad", /запад[\s-]*ахмат|zapad[\s-]*akhmat|ахмат[\s-]*запад/iu],
  ["akhmat-yug", /юг[\s-]*ахмат|yug[\s-]*akhmat|ахмат[\s-]*юг/iu],
  ["akhmat-chechnya", /ахмат[\s-]*чечня|akhmat[\s-]*chechnya/iu],
  ["akhmat", /ахмат|akhmat|achmat/iu],
  ["storm-z", /шторм[\s-]*(?:z|з|зет|зед)|storm[\s-]*z|штормов[\p{L}]*\s+z/iu],
  ["storm-v", /шторм[\s-]*(?:v|в)(?!\p{L})|storm[\s-]*v/iu],
  ["storm-gladiator", /гладиатор|gladiator/iu],
  ["storm-ossetia", /шторм[\s-]*осети|алани[яи]/iu],
  ["bars", /(?<!\p{L})(?:барс|bars)[\s-]*№?\s*\d+|\d+\s*барс/iu],
  ["somali", /сомали|сомалі|somali/iu],
  ["sparta", /(?<!\p{L})спарт[аеуы](?!\p{L})|sparta(?!n)/iu],
  ["pyatnashka", /пятнашк|п'ятнашк|pyatnashk/iu],
  ["oplot", /оплот|oplot/iu],
  ["vostok", /(?<!\p{L})восток(?!\p{L})|(?<!\p{L})vostok/iu],
  ["espanola", /эспаньол|española|espanola/iu],
  ["rusich", /русич|rusich/iu],
  ["convoy", /конвой|convoy|konvoy/iu],
  ["veterany", /ветеран|veteran/iu],
  ["sudoplatov", /судоплатов|sudoplatov/iu],
  ["alga", /(?<!\p{L})алга(?!\p{L})|(?<!\p{L})alga(?!\p{L})/iu],
  ["timer", /(?<!\p{L})тимер(?!\p{L})/iu],
  ["shaimuratov", /шаймуратов|shaimuratov/iu],
  ["dostavalov", /доставалов/iu],
  ["parma", /(?<!\p{L})парма(?!\p{L})/iu],
  ["baikal", /(?<!\p{L})байкал(?!\p{L})/iu],
  ["tigr", /(?<!\p{L})тигр(?!\p{L})|(?<!\p{L})tigr(?!\p{L})/iu],
  ["azov", /(?<!\p{L})азов(?!ск|\p{L}{3})|(?<!\p{L})azov/iu],
  ["aidar", /айдар|aidar/iu],
  ["kraken", /кракен|kraken/iu],
  ["legion-freedom", /легион[\p{L}]*\s+свобод|легіон[\p{L}]*\s+свобод/iu],
  ["cossacks-don", /(?<!\p{L})дон(?!\p{L}).*казач|казач.*(?<!\p{L})дон(?!\p{L})/iu],
  ["nevsky", /(?<!\p{L})невск(?:ий|ого|ом)(?!\p{L})/iu],
  ["tsar-wolves", /царск\p{L}*\s+волк/iu],
  ["kaskad", /(?<!\p{L})каскад(?!\p{L})|kaskad/iu],
  ["legion", /(?<!\p{L})русск\p{L}*\s+легион/iu],
  ["rdk", /(?<!\p{L})рдк(?!\p{L})|русск\p{L}*\s+добровольч\p{L}*\s+корпус/iu],
  ["donbas", /батальйон\p{L}*\s+донбас|батальон\p{L}*\s+донбасс/iu],
  ["sheikh-mansur", /ше[йи]х\p{L}*\s+мансур/iu],
  ["right-sector", /прав\p{L}*\s+сектор/iu],
  ["5-sturm", /(?<!\p{L})штурмов\p{L}*\s+отряд\p{L}*\s+(?:туран|тюмень)/iu],
];

/** A number that a well-known name stands for, as it would be said. */
const standsFor: readonly (readonly [pattern: RegExp, said: string])[] = [
  [/полк\p{L}*\s+(?:имени\s+|им\.?\s*)?(?:\p{L}+[-\s]+хаджи\s+)?кадыров|kadyrov'?s?\s+regiment/iu, "141 смп"],
  [/магура|magura/iu, "47 омбр"],
  [/хартия|хартія|khartiia|khartiya/iu, "13 брнгу"],
  [/таманск|taman/iu, "2 мсд"],
  [/кантемировск|kantemir/iu, "4 тд"],
  [/псковск\p{L}*\s+(?:див|вдв|десан)/iu, "76 дшд"],
  [/тульск\p{L}*\s+(?:див|вдв|десан)/iu, "106 вдд"],
  [/ивановск\p{L}*\s+(?:див|вдв|десан)/iu, "98 вдд"],
  [/новоросс\p{L}*\s+(?:див|вдв|десан)/iu, "7 дшд"],
  [/холодн\p{L}*\s+яр/iu, "93 омбр"],
  [/чорн\p{L}*\s+запорож|черн\p{L}*\s+запорож/iu, "72 омбр"],
  [/эдельвейс|едельвейс|edelweiss/iu, "10 огшбр"],
  [/дзержинск\p{L}*\s+див|одон/iu, "1 одон"],
];

const anyName = anyOf(names.map(([, pattern]) => pattern));
const anyNumbered = anyOf(standsFor.map(([pattern]) => pattern));

/** Asked first: hardly any unit is called by a name. */
function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join("|"), "iu");
}

export function namedFormation(said: string): string | undefined {
  const text = said
    .replace(/["«»“”„']+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  if (!anyName.test(text)) return undefined;
  const id = names.find(([, pattern]) => pattern.test(text))?.[0];
  if (id !== "bars") return id;
  return `bars-${Number(/\d+/u.exec(text)?.[0] ?? 0)}`;
}

export function numberBehindName(text: string): string | undefined {
  return anyNumbered.test(text) ? standsFor.find(([pattern]) => pattern.test(text))?.[1] : undefined;
}
