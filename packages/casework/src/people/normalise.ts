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
    "mr mrs ms dr prof sir jr sr pvt sgt cpl lt capt maj col gen private soldier husband son brother mother wife née nee born"
  ).split(" "),
);
const months = /^(?:янв|фев|мар[та]|апр|мая|июн|июл|авг|сен|окт|ноя|дек)[а-я]*$/u;

/** Capitalised Cyrillic words and nothing else. */
export const plainName =
  /^[А-ЯЁ][а-яё]+(?:-[А-Яа-яЁё][а-яё]*)?(?: [А-ЯЁ][а-яё]+(?:-[А-Яа-яЁё][а-яё]*)?){0,3}$/u;

export function normaliseName(text: string): readonly string[] {
  // Most names are written plainly, and a roster has two hundred thousand of them.
  if (plainName.test(text) && repairLayout(text) === text)
    return text
      .toLowerCase()
      .split(" ")
      .filter((word) => isName(word, word));
  const repaired = withoutNotes(composed(text).trim());
  const meant = repairLayout(repaired);
  const around = scriptOf(meant);
  const words: string[] = [];
  const parted = meant
    .replace(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, " ")
    .replace(/(?<=\p{L})[,;:/](?=\p{L})/gu, " ")
    .replace(/\.(?=\p{L})/gu, ". ");
  for (const raw of parted.split(/[\s,;:/!?«»"“”„()[\]<>|+=*_]+/u)) {
    const word = repairLookAlikes(raw, around === "none" ? "cyrillic" : around).toLowerCase();
    const bare = word.replace(/^[^\p{L}\d]+|[^\p{L}\d']+$/gu, "");
    if (!isName(bare, word)) continue;
    words.push(bare.replace(/'+$/u, "").replace(/-{2,}/gu, "-"));
  }
  return words;
}

function withoutNotes(text: string): string {
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
  if (!/\p{L}/u.test(bare) || notNames.has(bare) || notNames.has(word)) return false;
  if (months.test(bare) && bare !== "мая" && bare !== "марта" && bare !== "август") return false;
  return !/^\d+(?:-?(?:й|я|го|ый|ой))?$/u.test(bare);
}
