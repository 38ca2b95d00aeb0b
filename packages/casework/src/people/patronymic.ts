/**
 * Patronymics: in every case, in Ukrainian and Belarusian, with оглы and кызы, and as spoken (Саныч, Николаич). What counts is whose
 * child it says: the classes of the father's name.
 */
import { givenNames, type GivenHit } from "./given/classes.ts";

const endings = "(?:а|у|ю|ем|ом|е|и|еви|ови|ам|ами)?$";
const maleLong = new RegExp(`^(.{2,}?)(?:еви|ови|ави|иеви|еиви|иви|ои|аи|и)ч${endings}`, "u");
const femaleLong = /^(.{2,}?)(?:евн|овн|авн|ивн|инишн|иничн|ичн|ишн|вн)(?:а|и|е|у|ои|ою|ам|ами)$/u;
const spoken: Readonly<Record<string, string>> = {
  сан: "александр",
  алксан: "александр",
  алексан: "александр",
  пал: "павел",
  михал: "михаил",
  никола: "николаи",
  серге: "сергеи",
  степан: "степан",
  анатол: "анатоли",
  валенти: "валентин",
  вячесла: "вячеслав",
  влади: "владимир",
  станисла: "станислав",
  яросла: "ярослав",
  ева: "иван",
  бори: "борис",
  констанин: "константин",
  дмитр: "дмитри",
  генад: "генади",
  викт: "виктор",
  максим: "максим",
  ива: "иван",
  яковл: "яков",
  як: "яков",
  андре: "андреи",
  алексе: "алексеи",
  ник: "николаи",
  ильин: "иля",
};

export interface PatronymicReading {
  readonly stem: string;
  readonly sex: "male" | "female";
}

/** The stem before the patronymic ending, or undefined when the form has none. Ткачевич has one too: the role is decided elsewhere. */
export function patronymicStem(form: string): PatronymicReading | undefined {
  if (form.length < 4) return undefined;
  const hasHusher = form.includes("ч");
  const woman = hasHusher || form.includes("вн") || form.includes("шн") ? femaleLong.exec(form) : undefined;
  if (woman?.[1]) return { stem: woman[1], sex: "female" };
  const man = hasHusher ? maleLong.exec(form) : undefined;
  if (man?.[1])
    return /(?:[еоаи]ви)ч/u.test(form) || isFather(man[1]) ? { stem: man[1], sex: "male" } : undefined;
  const child = !/[лз]/u.test(form.slice(-2))
    ? undefined
    : /^(.{3,}?)(оглу|огли|угли|угл|огл|кизи|кизе|кзи|гизи|улу|ули)$/u.exec(form);
  if (child?.[1]) return { stem: child[1], sex: /^[кг]/u.test(child[2] ?? "") ? "female" : "male" };
  return undefined;
}

/** Бабич is no one's son; Саныч and Ильич are. */
function isFather(stem: string): boolean {
  return (
    stem in spoken || givenNames().byPatronymicStem.has(stem) || givenNames().byPatronymicStem.has(`${stem}и`)
  );
}

/** The father's classes, none when the name is not known. */
export function fathersOf(stem: string): readonly GivenHit[] {
  const { byPatronymicStem, byForm } = givenNames();
  const known = byPatronymicStem.get(stem) ?? byPatronymicStem.get(`${stem}и`);
  if (known) return known.map((cls) => ({ cls, kind: "full", far: 0 }));
  const said = spoken[stem];
  if (said) return byForm.get(said) ?? [];
  return [];
}
