import { remembering } from "../remembering.ts";

/**
 * What kind of unit a word or an abbreviation says: the echelon (полк, бригада ...) and the branch (мотострелковый, танковый ...).
 * Guards, separate, red-banner and the names of orders say nothing about identity and are not here.
 */
export type Echelon =
  | "squad"
  | "company"
  | "battalion"
  | "regiment"
  | "brigade"
  | "division"
  | "corps"
  | "army"
  | "detachment"
  | "centre";
export type Branch =
  | "rifle"
  | "motorRifle"
  | "mechanised"
  | "tank"
  | "airAssault"
  | "airborne"
  | "desant"
  | "marine"
  | "artillery"
  | "selfPropelled"
  | "rocket"
  | "airDefence"
  | "recon"
  | "special"
  | "engineer"
  | "signals"
  | "electronic"
  | "chemical"
  | "territorial"
  | "assault"
  | "mountain"
  | "guard"
  | "border"
  | "railway"
  | "aviation"
  | "supply"
  | "repair"
  | "missile"
  | "unmanned"
  | "reserve"
  | "jaeger";

export interface Kind {
  readonly echelon: Echelon | undefined;
  readonly branch: Branch | undefined;
}

const echelonWords: readonly (readonly [RegExp, Echelon])[] = [
  [/^(?:взвод|platoon|отделени)/u, "squad"],
  [/^(?:рот[аеуыоі]|роти$|роті$|ротой|батаре|company$|battery$|rot[ayu]$)/u, "company"],
  [
    /^(?:\p{L}*бат(?:а|у|ом|е)?$|бат$|б-н|бн$|батальон|батальйон|дивизион|дивізіон|battalion|bataln|batal|эскадрон|divizion)/u,
    "battalion",
  ],
  [/^(?:полк|артполк|танкополк|regiment|rgt|polk)/u, "regiment"],
  [/^(?:баз[аыеуі]$|(?:арт|танко)?бригад|бр$|бр-|brigad|bde|бриг)/u, "brigade"],
  [/^(?:дивизи|дивізі|див$|division|diviz|div$)/u, "division"],
  [/^(?:корпус|corps|ак$)/u, "corps"],
  [/^(?:арми[яиюей]|армі|army|оа$|ова$)/u, "army"],
  [/^(?:(?:погран)?отряд|загін|загон|detachment|группировк|otryad)/u, "detachment"],
  [/^(?:центр|centre|center)/u, "centre"],
];

const branchWords: readonly (readonly [RegExp, Branch])[] = [
  [
    /^(?:мотостр|мото-стр|мотопех|мотопіх|моториз|motor-?ri|motori[sz]ed|motostr|мсв|motopikh)/u,
    "motorRifle",
  ],
  [/^(?:механ|механіз|мех$|mechani|mekhan)/u, "mechanised"],
  [/^(?:танк|tank|бронетанк|armou?red)/u, "tank"],
  [/^(?:десантно-?шт|дш$|air-?assault|десант-шт|desantno-?sht|штурмодес)/u, "airAssault"],
  [/^(?:парашют|воздушно-?дес|повітряно-?дес|airborne|вдв$|пд$|parachut|parash|vozdushno)/u, "airborne"],
  [/^(?:десант|desant|аеромобі|аэромоб|airmobile|высокомобил)/u, "desant"],
  [/^(?:морпех|мп$|marine|naval|морпіх|morpekh|морск|морськ|morsk)/u, "marine"],
  [/^(?:самоход|self-?prop|samokhod|сауш)/u, "selfPropelled"],
  [/^(?:реактив|рсзо$|reaktiv)/u, "rocket"],
  [/^(?:артил|арт$|artil|гаубич|артполк|артбриг|пушечн)/u, "artillery"],
  [/^(?:зенит|зеніт|пво$|зрк|air-?def|zenit|anti-?aircraft)/u, "airDefence"],
  [/^(?:развед|розвід|recon|razved)/u, "recon"],
  [/^(?:спецназ|спн$|специальн|спецназн|спеціальн|special|spetsnaz|ссо$|specnaz)/u, "special"],
  [/^(?:инженер|інженер|сапер|сапёр|engineer|sapper|понтон|inzhen)/u, "engineer"],
  [/^(?:связ|зв'?язк|signal)/u, "signals"],
  [/^(?:рэб$|реб$|радиоэл)/u, "electronic"],
  [/^(?:рхбз$|химич|хіміч)/u, "chemical"],
  [/^(?:территор|територ|тро$|террит|territor|теро)/u, "territorial"],
  [/^(?:штурм|assault|shturm)/u, "assault"],
  [/^(?:горн|гірськ|mountain)/u, "mountain"],
  [/^(?:росгв|нацгв|оброн$|оперативн|вв$|нгу$|национальн|національн)/u, "guard"],
  [/^(?:погран|прикорд|border)/u, "border"],
  [/^(?:железнод|залізн|railway|жд$)/u, "railway"],
  [/^(?:авиа|авіа|вертол|aviat|смешанн)/u, "aviation"],
  [/^(?:мто$|материальн|обеспечен|снабж|автомоб|logist)/u, "supply"],
  [/^(?:ремонт|эвакуац|рембат)/u, "repair"],
  [/^(?:ракетн|ракетк|missile)/u, "missile"],
  [/^(?:беспилот|безпілот|бпла$|unmanned|drone)/u, "unmanned"],
  [/^(?:запасн|резерв|бар?рс$|reserve)/u, "reserve"],
  [/^(?:єгер|егер|jaeger|jäger)/u, "jaeger"],
  [/^(?:стрелк|стрілец|стрел|rifle|strelk|пехотн|піхотн|infantry)/u, "rifle"],
];

const branchLetters: Readonly<Record<string, Branch>> = {
  мс: "motorRifle",
  т: "tank",
  дш: "airAssault",
  пд: "airborne",
  вд: "airborne",
  мп: "marine",
  а: "artillery",
  са: "selfPropelled",
  реа: "rocket",
  рса: "rocket",
  зр: "airDefence",
  зра: "airDefence",
  р: "recon",
  раз: "recon",
  разв: "recon",
  спн: "special",
  инж: "engineer",
  ис: "engineer",
  из: "engineer",
  с: "rifle",
  м: "mechanised",
  мех: "mechanised",
  ш: "assault",
  шт: "assault",
  гш: "mountain",
  гмс: "motorRifle",
  аэм: "desant",
  аем: "desant",
  тро: "territorial",
  реб: "electronic",
  рэб: "electronic",
  рхбз: "chemical",
  св: "signals",
  мто: "supply",
  рв: "repair",
  пдесан: "airborne",
  мпб: "motorRifle",
  гп: "artillery",
  па: "artillery",
  жд: "railway",
  ав: "aviation",
  ба: "aviation",
  ир: "aviation",
  ша: "aviation",
  ра: "missile",
  р_: "missile",
  мтс: "supply",
  об: "guard",
  єг: "jaeger",
  ег: "jaeger",
};
const echelonLetters: Readonly<Record<string, Echelon>> = {
  п: "regiment",
  бр: "brigade",
  б: "battalion",
  д: "division",
  дн: "battalion",
  р: "company",
  бриг: "brigade",
  полк: "regiment",
  бригада: "brigade",
  дивизия: "division",
  бат: "battalion",
  батальон: "battalion",
};

const abbreviations = new Map<string, Kind>();
for (const [letters, branch] of Object.entries(branchLetters))
  for (const [tail, echelon] of Object.entries(echelonLetters)) {
    if (letters === "р_") continue;
    for (const head of ["", "о", "гв", "огв", "отд", "гво"]) {
      abbreviations.set(head + letters + tail, { echelon, branch });
      if (tail === "бр" || tail === "п" || tail === "б" || tail === "бриг" || tail === "д")
        if (letters.length > 1) abbreviations.set(head + tail + letters, { echelon, branch });
    }
  }
const fixed: readonly (readonly [string, Echelon | undefined, Branch | undefined])[] = [
  ["обр", "brigade", undefined],
  ["бр", "brigade", undefined],
  ["п", "regiment", undefined],
  ["ап", "regiment", "artillery"],
  ["оп", "regiment", undefined],
  ["об", "battalion", undefined],
  ["сп", "regiment", "rifle"],
  ["осп", "regiment", "rifle"],
  ["сб", "battalion", "rifle"],
  ["осб", "battalion", "rifle"],
  ["рп", "regiment", "recon"],
  ["орб", "battalion", "recon"],
  ["рб", "battalion", "recon"],
  ["обс", "battalion", "signals"],
  ["бс", "battalion", "signals"],
  ["пс", "regiment", "signals"],
  ["брс", "brigade", "signals"],
  ["рбр", "brigade", "missile"],
  ["орбр", "brigade", "recon"],
  ["ооспн", "detachment", "special"],
  ["оспн", "detachment", "special"],
  ["садн", "battalion", "selfPropelled"],
  ["адн", "battalion", "artillery"],
  ["реадн", "battalion", "rocket"],
  ["зрдн", "battalion", "airDefence"],
  ["омбр", "brigade", "mechanised"],
  ["мбр", "brigade", "mechanised"],
  ["омпбр", "brigade", "motorRifle"],
  ["мпбр", "brigade", "motorRifle"],
  ["омпб", "battalion", "motorRifle"],
  ["обмп", "battalion", "marine"],
  ["обрмп", "brigade", "marine"],
  ["брмп", "brigade", "marine"],
  ["обрмп", "brigade", "marine"],
  ["пмп", "regiment", "marine"],
  ["дмп", "division", "marine"],
  ["омсбр", "brigade", "motorRifle"],
  ["вдд", "division", "airborne"],
  ["тд", "division", "tank"],
  ["та", "army", "tank"],
  ["гвта", "army", "tank"],
  ["а", "army", undefined],
  ["оа", "army", undefined],
  ["ак", "corps", undefined],
  ["оброн", "brigade", "guard"],
  ["одон", "division", "guard"],
  ["осн", "detachment", "special"],
  ["мсв", undefined, "motorRifle"],
  ["огмсбр", "brigade", "motorRifle"],
  ["огшбр", "brigade", "mountain"],
  ["ошп", "regiment", "assault"],
  ["шб", "battalion", "assault"],
  ["зсп", "regiment", "reserve"],
  ["мсд", "division", "motorRifle"],
  ["пдб", "battalion", "airborne"],
  ["ешб", "battalion", "assault"],
  ["оаэмбр", "brigade", "desant"],
  ["одшб", "battalion", "airAssault"],
  ["осмп", "regiment", "guard"],
  ["смп", "regiment", "guard"],
  ["вб", "brigade", undefined],
  ["рвб", "brigade", undefined],
  ["брнгу", "brigade", "guard"],
  ["опогр", "detachment", "border"],
  ["пого", "detachment", "border"],
  ["оаембр", "brigade", "desant"],
  ["опдбр", "brigade", "airborne"],
  ["бтгр", "battalion", undefined],
  ["бтг", "battalion", undefined],
  ["омехбр", "brigade", "mechanised"],
  ["обтро", "battalion", "territorial"],
  ["бтро", "battalion", "territorial"],
  ["отбр", "brigade", "tank"],
  ["ошбр", "brigade", "assault"],
  ["оабр", "brigade", "artillery"],
  ["лап", "regiment", "aviation"],
  ["шап", "regiment", "aviation"],
  ["омо", "detachment", "guard"],
  ["обрхбз", "brigade", "chemical"],
  ["брхбз", "brigade", "chemical"],
  ["вбр", "brigade", "aviation"],
  ["овбр", "brigade", "aviation"],
  ["габр", "brigade", "artillery"],
  ["ожбр", "brigade", "railway"],
  ["жбр", "brigade", "railway"],
  ["абром", "brigade", "artillery"],
  ["обрупр", "brigade", undefined],
  ["брупр", "brigade", undefined],
];
for (const [letters, echelon, branch] of fixed) abbreviations.set(letters, { echelon, branch });

const latinOf: Readonly<Record<string, string>> = {
  shch: "щ",
  sh: "ш",
  ch: "ч",
  zh: "ж",
  kh: "х",
  ts: "ц",
  ya: "я",
  yu: "ю",
  a: "а",
  b: "б",
  v: "в",
  g: "г",
  d: "д",
  e: "е",
  z: "з",
  i: "и",
  k: "к",
  l: "л",
  m: "м",
  n: "н",
  o: "о",
  p: "п",
  r: "р",
  s: "с",
  t: "т",
  u: "у",
  f: "ф",
  h: "х",
  y: "ы",
  c: "ц",
  w: "в",
  j: "й",
};

function cyrillicAbbreviation(word: string): string {
  return word.replace(/shch|sh|ch|zh|kh|ts|ya|yu|[a-z]/gu, (letters) => latinOf[letters] ?? letters);
}

/** Undefined: the word says nothing about kind. */
export const kindOfWord = remembering((word: string): Kind | undefined => {
  const echelon = echelonWords.find(([pattern]) => pattern.test(word))?.[1];
  const branch = branchWords.find(([pattern]) => pattern.test(word))?.[1];
  if (echelon !== undefined || branch !== undefined) return { echelon, branch };
  const bare = word.replaceAll(".", "").replace(/ё/gu, "е");
  return (
    abbreviations.get(bare) ??
    (/^[a-z]{2,7}$/u.test(bare) ? abbreviations.get(cyrillicAbbreviation(bare)) : undefined)
  );
});

const akin: readonly (readonly Branch[])[] = [
  ["airAssault", "assault"],
  ["artillery", "selfPropelled"],
  ["artillery", "rocket"],
  ["motorRifle", "rifle"],
  ["motorRifle", "mechanised"],
  ["mountain", "assault"],
  ["artillery", "missile"],
  ["desant", "assault"],
  ["rifle", "reserve"],
  ["rifle", "territorial"],
  ["rifle", "assault"],
  ["rifle", "mountain"],
];

/** Words that callers use for each other, and numbers do not repeat between them. */
const nearlyOne: readonly (readonly Branch[])[] = [
  ["airAssault", "airborne", "desant"],
  ["motorRifle", "mountain"],
  ["guard", "special"],
  ["guard", "motorRifle"],
];

/** 1 the same, a half for words people use for each other, 0 two kinds; something between when one side does not say. */
export function branchLikeness(a: Branch | undefined, b: Branch | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0.9 : 0.8;
  if (a === b) return 1;
  if (nearlyOne.some((group) => group.includes(a) && group.includes(b))) return 0.7;
  return akin.some((group) => group.includes(a) && group.includes(b)) ? 0.5 : 0;
}
