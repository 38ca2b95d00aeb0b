import { inLatinLetters } from "./caucasus-letters.ts";
import { repairLayout } from "./layout.ts";
/**
 * A name as typed, made a list of words that are names: composed, look-alikes repaired, the other keyboard layout undone, glued words
 * parted, and everything that is not a name (rank, relation, call sign, year of birth) taken out. Idempotent on its own output.
 */
import { composed, hasCyrillic, hasLatin, repairLookAlikes, scriptOf } from "./letters.ts";

const notNames = new Set(
  (
    "рядовой рядового рядовому ефрейтор сержант сержанта мл младший старший ст старшина прапорщик лейтенант лейтенанта капитан капитана майор майора подполковник полковник полковника " +
    "генерал матрос солдат солдата боец бойца военнослужащий военнослужащего военнослужащая мобик моб мобилизованный мобилизованного контрактник срочник доброволец гв гвардии " +
    "муж мужа мой моя моего сын сына брат брата отец отца папа дядя племянник внук жених друг знакомый сосед мать мама жена сестра дочь тетя тётя бабушка невеста теща тёща парень " +
    "фио имя фамилия отчество гр гражданин гражданка гражданина г-н г-жа господин тов товарищ позывной позывной: позывным зовут звать по прозвищу кличка он его ее ищу ищем ищет про " +
    "рожд рождения род гр. г.р года год др д.р дата пропал без вести погиб пленный плен в/ч вч рота взвод полк неизвестно неизв нет не знает отказ " +
    "рядовий єфрейтор сержанта чоловік чоловіка брата сина син мій моя батько мобілізований солдата позивний пан пані " +
    "аятолла шейх шайх мулла муфтий принц король президент имам хаджи ayatollah sheikh shaikh sheik shaykh mullah prince king president imam hajji hon general colonel ii iii iv младший jr " +
    "mr mrs ms dr prof sir jr sr pvt sgt cpl lt capt maj col gen private soldier husband son brother mother wife née nee born"
  ).split(" "),
);
/** Whole words only: Марат is no March and Сен no September; Мая, Марта and Август are names too. */
const months = new Set(
  (
    "январь января янв февраль февраля фев март апрель апреля апр июнь июня июль июля августа авг сентябрь сентября сент " +
    "октябрь октября окт ноябрь ноября нояб декабрь декабря дек"
  ).split(" "),
);
/** Titles and kinship in one language, syllables of a name in another. */
const alsoSyllables = new Set("пан сын мой сон son gen jr про др гр он".split(" "));

/** Capitalised Cyrillic words and nothing else. */
export const plainName =
  /^[А-ЯЁ][а-яё]+(?:-[А-Яа-яЁё][а-яё]*)?(?: [А-ЯЁ][а-яё]+(?:-[А-Яа-яЁё][а-яё]*)?){0,3}$/u;

export function normaliseName(text: string): readonly string[] {
  // Most names are written plainly, and a roster has two hundred thousand of them.
  if (plainName.test(text) && repairLayout(text) === text) {
    const plain = text.toLowerCase().split(" ");
    if (plain.every((word) => isName(word, word))) return plain;
  }
  const repaired = withoutNotes(inLatinLetters(composed(text)).trim());
  const meant = repairLayout(repaired);
  const around = scriptOf(meant);
  const words: string[] = [];
  const parted = meant
    .replace(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, " ")
    .replace(/(?<=\p{L})[,;:/](?=\p{L})/gu, " ")
    .replace(/\.(?=\p{L})/gu, ". ");
  for (const raw of parted.split(/[\s,;:/!?«»"“”„()[\]<>|+=*_]+/u)) {
    const word = repairLookAlikes(raw, around === "none" ? "cyrillic" : around).toLowerCase();
    const bare = /^\p{L}(?:.*\p{L})?$/su.test(word) ? word : word.replace(/^[^\p{L}\d]+|[^\p{L}\d']+$/gu, "");
    if (!isName(bare, word) && !(alsoSyllables.has(bare) && ofSyllables.test(parted))) continue;
    words.push(bare.replace(article, "").replace(/'+$/u, "").replace(/-{2,}/gu, "-"));
  }
  return words.length > 2 ? words.filter((word) => !particles.has(word)) : words;
}

const ofSyllables = /^\s*(?:\p{L}{1,5}[\s-]+){1,2}\p{L}{1,5}\s*$/u;
/** Arabic articles and "son of": half of those who write a name leave them out. */
const article =
  /^(?:аль|эль|ар|ас|аз|ат|ад|аш|ан|ал|al|el|ar|as|az|at|ad|ash|an|ul)-(?=\p{L}{3})(?!мурз|murz)/u;
const particles = new Set("аль эль ибн бин бен бін al el ibn bin ben bint".split(" "));

/** One of these stands in every note. */
const signOfNote = /[()[\]"«»“”„\d]|позыв|прозв|клич|call/iu;

function withoutNotes(text: string): string {
  if (!signOfNote.test(text)) return text;
  const cut = text
    .replace(/\([^)]*\)?|\[[^\]]*\]/gu, (note, at: number) => (isMostlyLayout(text) || at === 0 ? note : " "))
    .replace(/["«“„][^"»”“]*["»”]/gu, (note) => (isMostlyLayout(text) ? note : " "))
    .replace(/\b(?:позывной|позивний|call ?sign|прозвище|кличка)\s*[:-]?\s*\S+/giu, " ")
    .replace(/(?:позывной|позивний)\s*[:-]?\s*\p{L}+/giu, " ")
    .replace(/\d{1,4}(?:[./-]\d{1,2}){1,2}(?:[./-]\d{1,4})?\s*(?:г\.?\s*р?\.?|р\.?\s*н\.?)?/giu, " ")
    .replace(
      /(?<!\p{L})\d{2,4}\s*(?:г\.?\s*р\.?|года?\s*рожд\p{L}*|р\.?\s*н\.?|года?|лет|рік|років)?(?!\p{L})/giu,
      " ",
    );
  return /\p{L}{2}/u.test(cut) ? cut : text;
}

/** Brackets and quotes are letters (х ъ э) when a Cyrillic word was typed on the Latin layout. */
function isMostlyLayout(text: string): boolean {
  return hasLatin(text) && !hasCyrillic(text) && /[[\]{};'"](?=\p{L})/u.test(text) && !/\(/u.test(text);
}

function isName(bare: string, word: string): boolean {
  if (notNames.has(bare) || months.has(bare) || notNames.has(word)) return false;
  return /\p{L}/u.test(bare) && !/^\d+(?:-?(?:й|я|го|ый|ой))?$/u.test(bare);
}
