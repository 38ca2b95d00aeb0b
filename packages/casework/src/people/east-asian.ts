/**
 * Korean and Chinese names. Each syllable is a word of its own in one spelling and half a word in another (Ким Чен Ын, Kim Jong-un), and
 * the Russian transcriptions (Концевич, Палладий) are not what a reader of Latin letters would write. The syllables of the given name are
 * joined with a middle dot, and words so joined are read as syllables.
 */
export const joint = "·";

const korean = new Set(
  (
    "ким кім пак ли лі ри рі мун пан чхве чхвэ цой чой юн чон чжон чан лим рим им хан хон о со син квон кан чо хван ан сон рю ю ко ян пэ пек нам но хо ха ми чу у кванг кон " +
    "kim park pak lee ri rhee yi moon mun ban pan choi choe yoon yun jung jeong jong chung chon jang chang lim rim han hong oh seo suh so shin sin kwon kang cho jo hwang ahn an song son ryu yoo yu ko koh yang bae pae paek baek nam noh roh no ho heo hur ha joo chu woo u"
  ).split(" "),
);
const cyrillicSyllable =
  /^(?:чж|чх|дж|тх|пх|кх|цз|[бвгджзйклмнпрстфхцчшпc])?в?[аеёиоуыэюяіє]{1,2}(?:нь|ль|[нмлкптргй])?$/u;
const latinSyllable =
  /^(?:zh|ch|sh|kk|tt|pp|ss|jj|ts|hw|kw|gw|[bcdfghjklmnpqrstwxyz])?y?w?[aeiou]{1,3}(?:ng|[nmlkptgr])?h?$/u;

export function isKoreanFamily(word: string): boolean {
  return korean.has(word);
}

function isSyllable(word: string): boolean {
  return word.length < 7 && (cyrillicSyllable.test(word) || latinSyllable.test(word));
}

/** Three syllables, or a surname and a hyphened pair, of which one is a surname that Koreans bear; anything else comes back as it was. */
export function joinedSyllables(words: readonly string[]): readonly string[] {
  const [first = "", second = "", third] = words;
  if (words.length === 3 && third !== undefined && words.every((word) => word.length > 1 || word === "о")) {
    if (!words.every(isSyllable)) return words;
    if (korean.has(first)) return [joint + first, second + joint + third];
    return korean.has(third) ? [joint + third, first + joint + second] : words;
  }
  if (words.length !== 2) return words;
  for (const [family, own] of [
    [first, second],
    [second, first],
  ] as const) {
    const halves = own.split("-");
    if (korean.has(family) && halves.length === 2 && halves.every(isSyllable))
      return [joint + family, halves.join(joint)];
  }
  return words;
}

const families: Readonly<Record<string, string>> = {
  park: "пак",
  lee: "ри",
  rhee: "ри",
  yi: "ри",
  ли: "ри",
  лі: "ри",
  choi: "чве",
  choe: "чве",
  чхве: "чве",
  чхвэ: "чве",
  цой: "чве",
  чой: "чве",
  roh: "но",
  noh: "но",
  suh: "со",
  hur: "хо",
  heo: "хо",
  woo: "у",
};
const sounds: readonly (readonly [RegExp, string])[] = [
  [/yeo|yŏ|yo(?!o)/gu, "ё"],
  [/you|yoo|yu/gu, "ю"],
  [/ya/gu, "я"],
  [/y[e]|ae|oe|wae|we/gu, "е"],
  [/eo|ŏ/gu, "о"],
  [/eui|eu|ui|ŭ/gu, "ы"],
  [/oo|u/gu, "у"],
  [/ee|i|y/gu, "и"],
  [/ng/gu, "н"],
  [/chh|ch|jj|j|zh/gu, "ч"],
  [/sh|ss|s/gu, "с"],
  [/kk|g|k/gu, "к"],
  [/tt|d|t/gu, "т"],
  [/pp|ph|b|p/gu, "п"],
  [/r|l/gu, "р"],
  [/w/gu, "в"],
  [/h/gu, "х"],
  [/a/gu, "а"],
  [/e/gu, "е"],
  [/o/gu, "о"],
  [/m/gu, "м"],
  [/n/gu, "н"],
];

/** Koreans of the former Union in a Latin passport: Park is Пак and Lee is Ли, with a Russian given name beside it. */
export function sovietKorean(word: string): readonly string[] {
  const said = inTheUnion[word];
  return said === undefined ? [] : [said];
}
const inTheUnion: Readonly<Record<string, string>> = {
  park: "пак",
  lee: "ли",
  rhee: "ли",
  yi: "ли",
  choi: "цой",
  choe: "цой",
  jung: "тен",
  chung: "тен",
  shin: "син",
  kang: "кан",
  hong: "хон",
};

/** One key for the Latin and the Cyrillic spellings of Korean syllables, near enough to be compared by ear. */
export function koreanKey(word: string): string {
  const bare = word.replaceAll(joint, "");
  const family = word.startsWith(joint) ? families[bare] : undefined;
  if (family !== undefined) return family;
  let key = bare;
  for (const [pattern, sound] of sounds) key = key.replace(pattern, sound);
  return key
    .replace(/дж|чж|чх|цз/gu, "ч")
    .replace(/тх|д/gu, "т")
    .replace(/пх|б/gu, "п")
    .replace(/кх|г/gu, "к")
    .replace(/ль|л/gu, "р")
    .replace(/э/gu, "е");
}

const heads: Readonly<Record<string, string>> = Object.fromEntries(
  "b=б p=п m=м f=ф d=д t=т n=н l=л g=г k=к h=х j=цз q=ц x=с zh=чж ch=ч sh=ш r=ж z=цз c=ц s=с"
    .split(" ")
    .map((pair) => pair.split("=") as [string, string]),
);
const tails: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "a=а o=о e=э ai=ай ei=эй ao=ао ou=оу an=ань en=энь ang=ан eng=эн ong=ун i=и ia=я iao=яо ie=е iu=ю ian=янь in=инь iang=ян ing=ин iong=юн " +
    "u=у ua=уа uo=о uai=уай ui=уй uan=уань un=унь uang=уан ue=юэ ü=юй üe=юэ er=эр"
  )
    .split(" ")
    .map((pair) => pair.split("=") as [string, string]),
);
const headless: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "ya=я yan=янь yang=ян yao=яо ye=е yi=и yin=инь ying=ин yong=юн you=ю yu=юй yuan=юань yue=юэ yun=юнь wa=ва wai=вай wan=вань wang=ван wei=вэй wen=вэнь weng=вэн wo=во wu=у " +
    "ai=ай an=ань ang=ан ao=ао en=энь er=эр ou=оу e=э a=а"
  )
    .split(" ")
    .map((pair) => pair.split("=") as [string, string]),
);

function syllable(text: string): string | undefined {
  const bare = headless[text];
  if (bare !== undefined) return bare;
  const head = /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcs])/u.exec(text)?.[0];
  if (head === undefined) return undefined;
  const rest = text.slice(head.length);
  if (/^[jqx]$/u.test(head) && rest.startsWith("u"))
    return rest === "u" ? `${heads[head] ?? ""}юй` : `${heads[head] ?? ""}ю${tails[rest]?.slice(1) ?? ""}`;
  if (/^[zcs]$/u.test(head) && rest === "i") return `${heads[head] ?? ""}ы`;
  if (/^[jqx]$/u.test(head) && !rest.startsWith("i")) return undefined;
  if (/^[gkhf]$/u.test(head) && rest.startsWith("i")) return undefined;
  if (/^(?:[bpmfdtgkh])$/u.test(head) && rest === "o" && !/[bpmf]/u.test(head)) return undefined;
  const tail = tails[rest];
  return tail === undefined ? undefined : (heads[head] ?? "") + tail;
}

/** Consonants that never meet, and letters in which no syllable ends. */
const notPinyin = /[bpmfdtlkjqxrwyzcsh][bpmfdtnlgkjqxrwyzcs]|v|[^aeiouünrg]$/u;

/** Pinyin of one or two syllables as Palladius writes it, or undefined when the word is none. */
export function pinyinReading(word: string): string | undefined {
  const bare = word.replace(/[·'-]/gu, "");
  if (bare.length > 11 || !/^[a-zü]+$/u.test(bare) || notPinyin.test(bare)) return undefined;
  const whole = syllable(bare);
  if (whole !== undefined) return whole;
  for (let cut = Math.min(6, bare.length - 1); cut > 0; cut -= 1) {
    const first = syllable(bare.slice(0, cut));
    const second = first === undefined ? undefined : syllable(bare.slice(cut));
    if (first !== undefined && second !== undefined) return first + second;
  }
  return undefined;
}
