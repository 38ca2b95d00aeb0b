/**
 * Latin spellings heard again as Cyrillic ones. The same letters say different things in an English passport, a German newspaper, a French
 * list and a Polish letter, so a word gets one reading for each tradition that its letters allow; whoever compares takes the nearest.
 */
import { pinyinReading } from "./east-asian.ts";

interface Spelling {
  readonly latin: string;
  readonly cyrillic: string;
}
/** Spellings by the letter they begin with, the longest first. */
type Table = ReadonlyMap<number, readonly Spelling[]>;

function table(...rows: readonly string[]): Table {
  const sounds = new Map<string, string>();
  for (const row of rows)
    for (const pair of row.split(" ")) {
      const [latin, cyrillic] = pair.split("=");
      if (latin) sounds.set(latin, cyrillic ?? "");
    }
  const byHead = new Map<number, Spelling[]>();
  for (const [latin, cyrillic] of sounds) {
    const head = latin.charCodeAt(0);
    const spellings = byHead.get(head);
    if (spellings) spellings.push({ latin, cyrillic });
    else byHead.set(head, [{ latin, cyrillic }]);
  }
  for (const spellings of byHead.values()) spellings.sort((a, b) => b.latin.length - a.latin.length);
  return byHead;
}

const marks =
  "č=ч š=ш ž=ж ř=рж ě=е ľ=ль ď=дь ť=ть ň=нь ĺ=ль ŕ=р ć=ч ś=с ź=з ż=ж ń=нь ł=л ó=у ą=он ę=ен đ=дж ğ=г ş=ш ç=ч ı=ы ă=а â=я ș=ш ț=ц ţ=ц " +
  "ŝ=щ ŭ=в û=ю ë=ё è=э é=е ê=е ė=э ē=е ā=а ī=и ū=у ņ=нь ļ=ль ķ=к ģ=г ų=у į=и ï=и î=и í=и ì=и ĭ=й ô=о ò=о õ=ы à=а á=а ä=я ö=ё ü=ю ú=у ý=й " +
  "ə=а ʹ= ʺ= '=ь ĥ=х ħ=х ž=ж ß=с æ=е ø=о å=о ō=о ŏ=о ş=ш ñ=нь ẓ=з ḥ=х ṭ=т ṣ=с ẑ=ж";
const letters =
  "a=а b=б c=к d=д e=е f=ф g=г h=х i=и j=й k=к l=л m=м n=н o=о p=п q=к r=р s=с t=т u=у v=в w=в x=кс y=ы z=з 4=ч 6=ш";
const iotated =
  "ya=я yu=ю yo=ё ye=е yi=и ja=я ju=ю jo=ё je=е ji=и ia=я iu=ю io=ё ie=е iya=ия iia=ия iye=ие iyu=ию ija=ия yya=ыя yia=ия yia=ия iie=ие iio=ийо";
const digraphs =
  "štš=щ tš=ч tsh=ч shch=щ shh=щ sch=щ stch=щ zh=ж kh=х ts=ц tz=ц ch=ч tch=ч sh=ш cz=ц ck=к ph=ф th=т qu=кв dzh=дж dj=дж ee=и oo=у xh=х gh=г ceh=ч cc=к";

const english = table(marks, letters, iotated, digraphs);
const german = table(
  marks,
  letters,
  iotated,
  digraphs,
  "schtsch=щ stsch=щ tsch=ч dsch=дж sch=ш sh=ж ch=х z=ц tz=ц ä=е ö=ё ü=ю ck=к ei=ей ie=ие zh=ж kh=х ss=с",
);
const french = table(
  marks,
  letters,
  iotated,
  digraphs,
  "chtch=щ tch=ч ch=ш ou=у iou=ю ioul=юл j=ж dj=дж gue=ге gui=ги gué=ге ss=с kh=х ï=й oï=ой aï=ай eï=ей oi=уа oy=ой ay=ай c=к ce=се ci=си ie=ие eu=е ja=жа ju=жу jo=жо je=же ji=жи",
);
const polish = table(
  marks,
  letters,
  iotated,
  digraphs,
  "szcz=щ sz=ш cz=ч ch=х rz=р c=ц ż=ж dz=дз dż=дж dź=дь y=ы ó=у ć=ть cj=ц ie=е ia=я io=ё iu=ю ś=с ź=з ks=кс",
);
/** Croatian, Czech and ISO 9 write c for ц and h for х; chat writes x for х. */
const slavic = table(marks, letters, iotated, "c=ц h=х x=х j=й ch=х sh=ш zh=ж kh=х â=я û=ю ŝ=щ");
const turkic = table(marks, letters, digraphs, "c=дж j=дж ya=я yu=ю yo=ё ye=е ç=ч ş=ш ö=о ü=у x=х q=г");
const belarusian = table(marks, letters, iotated, digraphs, "h=г ch=ч ts=т dz=д dzi=ди ŭ=в ć=т ź=з");

/** Polish as it is heard: Andrzej, Jerzy. */
const polishHeard = table(
  marks,
  letters,
  iotated,
  digraphs,
  "szcz=щ sz=ш cz=ч ch=х rz=ж c=ц ci=чи cie=че cia=ча ż=ж dz=дз dż=дж ó=у y=и ś=сь si=си ź=зь ie=е ia=я io=ё iu=ю w=в en=ен ą=он ę=ен ń=нь",
);
const spanish = table(
  marks,
  letters,
  "j=х ge=хе gi=хи gé=хе gí=хи gue=ге gui=ги ll=ль lla=лья llo=льо lle=лье ñ=нь ña=нья ño=ньо ch=ч z=с ce=се ci=си cé=се cí=си c=к h= qu=к hu=у y=и ya=я yo=йо ío=ио ía=ия x=с",
);
const romanian = table(
  marks,
  letters,
  "ce=че ci=чи cea=ча cio=чо ciu=чу che=ке chi=ки ge=дже gi=джи ghe=ге ghi=ги c=к ț=ц ţ=ц ș=ш ş=ш ă=э â=ы j=ж h=х ia=я iu=ю",
);
const hungarian = table(
  marks,
  letters,
  "sz=с s=ш cs=ч zs=ж gy=дь ly=й ny=нь ty=ть c=ц j=й jj=й ja=я já=я jjá=я jo=ё ju=ю á=а é=е ó=о ő=ё ű=ю",
);
const german2 = table(marks, letters, iotated, digraphs, "oe=ё ae=е ue=ю sch=ш ch=х z=ц w=в ei=ей");
/** Turkish and Balkan names whose marks a typewriter lost: Cavusoglu, Milosevic. */
const unmarked = table(marks, letters, "c=ч ch=х j=й gl=гл dj=дж h=х ja=я ju=ю je=е ije=ие lj=ль nj=нь");
const frenchHeard = table(
  marks,
  letters,
  iotated,
  "ch=ш ou=у eau=о au=о eu=ё ieu=ье oi=уа ge=же gi=жи gé=же j=ж ç=с ce=се ci=си qu=к gn=нь ai=е ei=е h= x=кс ph=ф th=т",
);

function read(word: string, spellings: Table): string {
  let out = "";
  for (let at = 0; at < word.length;) {
    const spelling = spellings.get(word.charCodeAt(at))?.find(({ latin }) => word.startsWith(latin, at));
    if (spelling) {
      out += spelling.cyrillic;
      at += spelling.latin.length;
      continue;
    }
    const bare = word.charAt(at).normalize("NFD").charAt(0);
    out += spellings.get(bare.charCodeAt(0))?.find(({ latin }) => latin === bare)?.cyrillic ?? bare;
    at += 1;
  }
  return out;
}

/** Endings that a tradition writes in its own way, made the English ones: -off, -ow, French -ine, Baltic -ovs and -ovas. */
function withPlainEnding(word: string): string {
  return word
    .replace(/iyeh$/u, "iya")
    .replace(/(?<=[oe])ff$/u, "v")
    .replace(/(?<=[oe])w(?=a?$)/u, "v")
    .replace(/(?<=out|al|oust|n|k|r)ine$/u, "in")
    .replace(/(?<=ov|ev|in|sk)(?:s|as|is|us)$/u, (ending) => (ending === "is" ? "i" : ""))
    .replace(/(?<=ej)us$/u, "")
    .replace(/(?<=[aei][nlrmdvbk])s$/u, "");
}

/** The likeliest reading alone. */
export function latinReading(word: string): string {
  return read(withPlainEnding(word), english);
}

/** All readings of one lower-case Latin word, the likeliest first, not yet folded. */
export function latinReadings(word: string): readonly string[] {
  const plain = withPlainEnding(word);
  const out = [read(plain, english)];
  const germanic = /sch|tsch|w|ß|[äöü]|ch|[aeiou]j|j[aeu]|tz|z[kw]/u.test(word);
  if (germanic) {
    const heard = read(plain, german);
    out.push(heard);
    if (/w|sch|ß/u.test(word)) out.push(heard.replace(/(^|[аеиоуыя])с(?=[аеиоуыёюя])/gu, "$1з"));
  }
  if (/ou|ch|j|gu[eié]|[ïéèô]|ine$|ff$|c[ei]/u.test(word)) out.push(read(plain, french));
  if (/sz|cz|rz|w|[łżźćśńóąę]|c(?!h)|ch/u.test(word)) out.push(read(plain, polish));
  if (/[cxč]|[âûŝ]/u.test(word)) out.push(read(plain, slavic));
  if (/^j|[aeiou]j[aeiou]|c|[çşğıəöü]|q|x/u.test(word)) out.push(read(plain, turkic));
  if (/h|dz|ts|[aeo]u(?:$|[^aeiou])|ŭ/u.test(word)) out.push(belarusianReading(plain));
  if (/^sc(?!h)/u.test(word)) out.push(read(`shch${plain.slice(2)}`, english));
  if (/[aeiou]w|w[aeiou]|w$/u.test(word) && !germanic) out.push(read(plain.replaceAll("w", "sh"), english));
  if (plain !== word) out.push(read(word, english));
  return [...out, ...westernReadings(word)];
}

/** Readings for names from further away; each only where the word's own letters ask for it. */
function westernReadings(word: string): readonly string[] {
  const out: string[] = [];
  const syllables = pinyinReading(word);
  if (syllables !== undefined) out.push(syllables);
  if (/rz|[łżźćśńóąę]|sz|cz/u.test(word)) out.push(read(word, polishHeard));
  if (
    /^[jh]|[aeiouáéíóú]j[aeouáéóú]|ñ|ll|z$|[aeiou]h|g[eiéí]|qu|[íáóú]/u.test(word) &&
    !/[wkyščž]|sh|zh|kh/u.test(word)
  )
    out.push(read(word, spanish));
  if (/c[ei]|escu$|[șțăâţ]|iuc$|gh[ei]/u.test(word)) out.push(read(word, romanian));
  if (/sz|cs|gy|zs|[őű]|jj|[áéó].*[áéó]/u.test(word)) out.push(read(word, hungarian));
  // Armenians keep an h that Russian leaves out: Hovik Abrahamyan.
  if (/(?<![kszcgpt])h/u.test(word)) out.push(read(word.replace(/(?<![kszcgpt])h/gu, ""), english));
  if (/[oau]e|^z/u.test(word)) out.push(read(word, german2));
  if (/c(?!h)/u.test(word)) out.push(read(word, unmarked));
  if (/g[eé]|eu|eau|ou|oi|é|ch|ç/u.test(word))
    out.push(read(word.replace(/(?<=[aeiouéè].{0,2})[dtsx]$/u, ""), frenchHeard));
  return out;
}

/** Łacinka and the official Belarusian scheme: h is г, ŭ or u after a vowel is в, dz and ts before a soft vowel stand for д and т. */
function belarusianReading(word: string): string {
  const soft = word
    .replace(/dz(?=[ieyvm])/gu, "d")
    .replace(/ts(?=[ieyv])/gu, "t")
    .replace(/(?<=[aeo])u(?=$|[^aeiouy])/gu, "v")
    .replace(/(?<=i?[ao])v$/u, "v");
  return read(soft, belarusian).replace(/ав(?=а?$)/u, "ов");
}
