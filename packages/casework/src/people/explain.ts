import type { BirthLevel } from "./birth.ts";
/**
 * Why two reports may be about one man, as reasons and in words: "фамилия: на слух та же; имя: уменьшительное; отчество: не указано".
 * The screens put the words beside the fields; nothing here decides anything.
 */
import type { NameLikeness } from "./compare.ts";
import type { PartLevel } from "./likeness.ts";
import { reasonWords, type ReasonLanguage } from "./reason-words.ts";
import type { FieldLevel, Weighed } from "./weigh.ts";

export type ReasonField =
  | "surname"
  | "given"
  | "patronymic"
  | "birth"
  | "region"
  | "unit"
  | "phone"
  | "caller"
  | "family"
  | "father";
export type ReasonLevel = PartLevel | BirthLevel | FieldLevel;
export interface Reason {
  readonly field: ReasonField;
  readonly level: ReasonLevel;
}

export function nameReasons(name: NameLikeness): readonly Reason[] {
  return [
    { field: "surname", level: name.surname.level },
    { field: "given", level: name.given.level },
    { field: "patronymic", level: name.patronymic.level },
  ];
}

export function reasonsOf(weighed: Weighed): readonly Reason[] {
  return [
    ...nameReasons(weighed.name),
    { field: "birth", level: weighed.birth },
    { field: "region", level: weighed.region },
    { field: "unit", level: weighed.unit },
    { field: "phone", level: weighed.phone },
    { field: "caller", level: weighed.caller },
    { field: "family", level: weighed.family },
    { field: "father", level: weighed.father },
  ];
}

export function reasonInWords(reason: Reason, language: ReasonLanguage): string {
  const words = reasonWords[language];
  return words.sentence(words.fields[reason.field], words.levels[reason.level]);
}

/** For one line under a row; fields of which nobody said anything are left out, but for the parts of the name. */
export function explain(reasons: readonly Reason[], language: ReasonLanguage): string {
  return reasons
    .filter(
      ({ field, level }) =>
        level !== "absent" || field === "surname" || field === "given" || field === "patronymic",
    )
    .map((reason) => reasonInWords(reason, language))
    .join("; ");
}
