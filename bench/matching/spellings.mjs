/** Other alphabets, other layouts, other languages: how one name comes to be written in many ways. */
import { Schemas, translate } from "iuliia";

const schemes = [...Schemas.values()];
export function inOfficialLatin(random, text) {
  return translate(text, random.pick(schemes));
}
export function inAdHocLatin(random, text) {
  const maps = [
    {
      а: "a",
      б: "b",
      в: "v",
      г: "g",
      д: "d",
      е: "e",
      ё: "e",
      ж: "j",
      з: "z",
      и: "i",
      й: "i",
      к: "k",
      л: "l",
      м: "m",
      н: "n",
      о: "o",
      п: "p",
      р: "r",
      с: "s",
      т: "t",
      у: "u",
      ф: "f",
      х: "h",
      ц: "c",
      ч: "ch",
      ш: "sh",
      щ: "sch",
      ъ: "",
      ы: "y",
      ь: "",
      э: "e",
      ю: "u",
      я: "ya",
    },
    {
      а: "a",
      б: "b",
      в: "w",
      г: "g",
      д: "d",
      е: "e",
      ё: "jo",
      ж: "zh",
      з: "z",
      и: "i",
      й: "y",
      к: "k",
      л: "l",
      м: "m",
      н: "n",
      о: "o",
      п: "p",
      р: "r",
      с: "s",
      т: "t",
      у: "u",
      ф: "f",
      х: "kh",
      ц: "ts",
      ч: "4",
      ш: "6",
      щ: "sh",
      ъ: "",
      ы: "i",
      ь: "",
      э: "e",
      ю: "yu",
      я: "ja",
    },
    {
      а: "a",
      б: "b",
      в: "w",
      г: "g",
      д: "d",
      е: "je",
      ё: "jo",
      ж: "sch",
      з: "s",
      и: "i",
      й: "j",
      к: "k",
      л: "l",
      м: "m",
      н: "n",
      о: "o",
      п: "p",
      р: "r",
      с: "s",
      т: "t",
      у: "u",
      ф: "f",
      х: "ch",
      ц: "z",
      ч: "tsch",
      ш: "sch",
      щ: "schtsch",
      ъ: "",
      ы: "y",
      ь: "",
      э: "e",
      ю: "ju",
      я: "ja",
    },
    {
      а: "a",
      б: "b",
      в: "v",
      г: "g",
      д: "d",
      е: "e",
      ё: "io",
      ж: "j",
      з: "z",
      и: "i",
      й: "ï",
      к: "k",
      л: "l",
      м: "m",
      н: "n",
      о: "o",
      п: "p",
      р: "r",
      с: "s",
      т: "t",
      у: "ou",
      ф: "f",
      х: "kh",
      ц: "ts",
      ч: "tch",
      ш: "ch",
      щ: "chtch",
      ъ: "",
      ы: "y",
      ь: "",
      э: "e",
      ю: "iou",
      я: "ia",
    },
    {
      а: "a",
      б: "b",
      в: "w",
      г: "g",
      д: "d",
      е: "ie",
      ё: "io",
      ж: "ż",
      з: "z",
      и: "i",
      й: "j",
      к: "k",
      л: "l",
      м: "m",
      н: "n",
      о: "o",
      п: "p",
      р: "r",
      с: "s",
      т: "t",
      у: "u",
      ф: "f",
      х: "ch",
      ц: "c",
      ч: "cz",
      ш: "sz",
      щ: "szcz",
      ъ: "",
      ы: "y",
      ь: "",
      э: "e",
      ю: "iu",
      я: "ia",
    },
  ];
  const map = random.pick(maps);
  return [...text]
    .map((letter) => {
      const low = map[letter.toLowerCase()];
      return low === undefined
        ? letter
        : letter === letter.toLowerCase()
          ? low
          : low.charAt(0).toUpperCase() + low.slice(1);
    })
    .join("");
}
const keys = {
  й: "q",
  ц: "w",
  у: "e",
  к: "r",
  е: "t",
  н: "y",
  г: "u",
  ш: "i",
  щ: "o",
  з: "p",
  х: "[",
  ъ: "]",
  ф: "a",
  ы: "s",
  в: "d",
  а: "f",
  п: "g",
  р: "h",
  о: "j",
  л: "k",
  д: "l",
  ж: ";",
  э: "'",
  я: "z",
  ч: "x",
  с: "c",
  м: "v",
  и: "b",
  т: "n",
  ь: "m",
  б: ",",
  ю: ".",
  ё: "`",
};
export function onWrongLayout(text) {
  return [...text]
    .map((letter) => {
      const key = keys[letter.toLowerCase()];
      return key === undefined
        ? letter
        : letter === letter.toLowerCase()
          ? key
          : /[a-z]/u.test(key)
            ? key.toUpperCase()
            : { "[": "{", "]": "}", ";": ":", "'": '"', ",": "<", ".": ">", "`": "~" }[key];
    })
    .join("");
}
export function inUkrainian(text) {
  return text
    .replace(/Александр/gu, "Олександр")
    .replace(/Алексей/gu, "Олексій")
    .replace(/Алексеев/gu, "Олексійов")
    .replace(/Николай/gu, "Микола")
    .replace(/Владимир/gu, "Володимир")
    .replace(/Дмитрий/gu, "Дмитро")
    .replace(/Михаил$/u, "Михайло")
    .replace(/Павел/gu, "Павло")
    .replace(/Пётр/gu, "Петро")
    .replace(/Евген/gu, "Євген")
    .replace(/Игорь/gu, "Ігор")
    .replace(/ский$/gu, "ський")
    .replace(/цкий$/gu, "цький")
    .replace(/ьевич/gu, "ійович")
    .replace(/евич$/gu, "ійович")
    .replace(/(?<=[бвгдзклмнпрстфхчшщ])и(?=[аеиоуюя])/gu, "і")
    .replace(/ий$/gu, "ій")
    .replace(/и/gu, (at) => at)
    .replace(/ё/gu, "ьо")
    .replace(/э/gu, "е")
    .replace(/ы/gu, "и")
    .replace(/ъ/gu, "'")
    .replace(/(?<=^|[аеиоу])е/gu, "є")
    .replace(/^И/u, "І");
}
export function inBelarusian(text) {
  return text
    .replace(/Александр/gu, "Аляксандр")
    .replace(/Николай/gu, "Мікалай")
    .replace(/Владимир/gu, "Уладзімір")
    .replace(/Дмитрий/gu, "Дзмітрый")
    .replace(/Олег/gu, "Алег")
    .replace(/Пётр/gu, "Пятро")
    .replace(/Евгений/gu, "Яўген")
    .replace(/Игорь/gu, "Ігар")
    .replace(/Геннадий/gu, "Генадзь")
    .replace(/Григорий/gu, "Рыгор")
    .replace(/Василий/gu, "Васіль")
    .replace(/Андрей/gu, "Андрэй")
    .replace(/Виктор/gu, "Віктар")
    .replace(/ов$/gu, "аў")
    .replace(/ев$/gu, "еў")
    .replace(/ёв$/gu, "ёў")
    .replace(/ович$/gu, "авіч")
    .replace(/евич$/gu, "евіч")
    .replace(/щ/gu, "шч")
    .replace(/ти(?=[а-я])/gu, "ці")
    .replace(/ди(?=[а-я])/gu, "дзі")
    .replace(/ри/gu, "ры")
    .replace(/и/gu, "і")
    .replace(/^И/u, "І")
    .replace(/(?<=[бвгдзклмнпрстфх])о(?=[бвгдзклмнпрстфхчшж][аеіоуыэюя])/gu, "а")
    .replace(/^Е/u, "Я")
    .replace(/(?<=[ржшчц])е/gu, "э");
}
export function withHomoglyphs(random, text) {
  const looks = {
    а: "a",
    е: "e",
    о: "o",
    р: "p",
    с: "c",
    х: "x",
    і: "i",
    у: "y",
    А: "A",
    В: "B",
    Е: "E",
    К: "K",
    М: "M",
    Н: "H",
    О: "O",
    Р: "P",
    С: "C",
    Т: "T",
    Х: "X",
  };
  let done = false;
  return [...text]
    .map((letter) => {
      if (looks[letter] && (random.chance(0.35) || !done)) {
        done = true;
        return looks[letter];
      }
      return letter;
    })
    .join("");
}
