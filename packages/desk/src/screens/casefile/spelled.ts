/** A number as it is said on a bad line: each letter by a name that begins with it. The letters are the same in both alphabets. */
import type { Lang } from "@answerable/casework";

const names: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  ru: { A: "Анна", B: "Вера", E: "Елена", K: "Катя", M: "Мария", H: "Нина", P: "Роман", C: "Сергей", T: "Таня", Y: "Ульяна", X: "Харитон" },
  uk: { A: "Анна", B: "Віра", E: "Емма", K: "Катря", M: "Марія", H: "Ніна", P: "Роман", C: "Сергій", T: "Тетяна", Y: "Уляна", X: "Христина" },
  en: { A: "Anna", B: "Boris", E: "Emma", K: "Kate", M: "Maria", H: "Henry", P: "Peter", C: "Clara", T: "Tom", Y: "Yves", X: "Xenia" },
}; // prettier-ignore

export function spelled(locator: string, lang: Lang): string {
  return Array.from(locator, (symbol) => names[lang][symbol] ?? symbol).join(", ");
}
