/**
 * A trace in words: one sentence a step, in the language of the desk. Dates as that language writes them, counts
 * through its plural forms; the pack's version and the calendar's are named, for an edit of either moves dates.
 */
import type { Day } from "../day.ts";
import type { Lang } from "../words/vocabulary.ts";
import { dayInWords, skippedInWords, termInWords } from "./count-words.ts";
import type { Proof } from "./facts.ts";
import { inLang, type Level } from "./pack/pack.ts";
import type { TraceStep } from "./trace.ts";
import { triggerWords } from "./trigger-words.ts";
import { wallClock } from "./zone.ts";

type Phrase = Readonly<Record<Lang, string>>;

export function traceInWords(steps: readonly TraceStep[], lang: Lang): readonly string[] {
  return steps.map((step) => stepInWords(step, lang));
}

export function stepInWords(step: TraceStep, lang: Lang): string {
  const day = (value: Day) => dayInWords(value, lang);
  const say = (phrase: Phrase) => phrase[lang];
  switch (step.type) {
    case "Law": {
      const source = `${step.law}, ${step.article} (${step.rule}). ${levelWords[step.level][lang]}`;
      if (!step.from && !step.to) return source;
      const since = step.from
        ? say({ ru: `с ${day(step.from)}`, uk: `з ${day(step.from)}`, en: `from ${day(step.from)}` })
        : "";
      const until = step.to
        ? say({ ru: `по ${day(step.to)}`, uk: `по ${day(step.to)}`, en: `to ${day(step.to)}` })
        : "";
      const force = say({ ru: "Действует", uk: "Діє", en: "In force" });
      return `${source} ${[force, since, until].filter((part) => part !== "").join(" ")}.`;
    }
    case "Trigger": {
      const what = triggerWords(step.what, lang);
      const how = proofWords[step.proof][lang];
      return say({
        ru: `Срок отсчитывается от события «${what}»: ${day(step.on)}${how}.`,
        uk: `Строк відлічується від події «${what}»: ${day(step.on)}${how}.`,
        en: `The clock runs from “${what}”: ${day(step.on)}${how}.`,
      });
    }
    case "Reading": {
      const name = readingWords[step.id]?.[lang] ?? step.id;
      const reading = step.basis ? `${name} (${inLang(step.basis, lang)})` : name;
      if (!step.region)
        return say({
          ru: `Прочтение: ${reading}.`,
          uk: `Прочитання: ${reading}.`,
          en: `Reading: ${reading}.`,
        });
      return say({
        ru: `Прочтение: ${reading}, с праздниками региона ${step.region}.`,
        uk: `Прочитання: ${reading}, зі святами регіону ${step.region}.`,
        en: `Reading: ${reading}, with the holidays of the region ${step.region}.`,
      });
    }
    case "ExtendedFrom": {
      const from = say({
        ru: `Срок продлён, отсчёт от ${day(step.day)}`,
        uk: `Строк продовжено, відлік від ${day(step.day)}`,
        en: `The term was extended, counted from ${day(step.day)}`,
      });
      if (!step.until) return `${from}.`;
      return `${from}${say({ ru: `; в уведомлении назван день ${day(step.until)}.`, uk: `; у повідомленні названо день ${day(step.until)}.`, en: `; the notice names ${day(step.until)}.` })}`;
    }
    case "FirstDay":
      if (step.countsTriggerDay)
        return say({
          ru: `День события считается: первый день ${day(step.day)}.`,
          uk: `День події враховується: перший день ${day(step.day)}.`,
          en: `The day of the event counts: the first day is ${day(step.day)}.`,
        });
      return say({
        ru: `День события не считается: первый день ${day(step.day)}.`,
        uk: `День події не враховується: перший день ${day(step.day)}.`,
        en: `The day of the event does not count: the first day is ${day(step.day)}.`,
      });
    case "RawEnd": {
      const term = termInWords(step.term, lang);
      return say({
        ru: `Срок ${term} оканчивается ${day(step.day)}.`,
        uk: `Строк ${term} закінчується ${day(step.day)}.`,
        en: `The term of ${term} ends on ${day(step.day)}.`,
      });
    }
    case "EndsAt": {
      const hour = wallClock(step.at, step.zone).slice(11, 16);
      return say({
        ru: `Срок в часах оканчивается ${day(step.day)} в ${hour} (${step.zone}).`,
        uk: `Строк у годинах закінчується ${day(step.day)} о ${hour} (${step.zone}).`,
        en: `The term in hours ends on ${day(step.day)} at ${hour} (${step.zone}).`,
      });
    }
    case "MonthLacksDate":
      return say({
        ru: `В том месяце нет ${step.date}-го числа: последний день месяца ${day(step.day)}.`,
        uk: `У тому місяці немає ${step.date}-го числа: останній день місяця ${day(step.day)}.`,
        en: `That month has no day ${step.date}: the last of the month is ${day(step.day)}.`,
      });
    case "Skipped": {
      const skipped = skippedInWords(step.days, lang);
      if (step.workedDaysOff.length === 0) return `${skipped}.`;
      const worked = step.workedDaysOff.map(day).join(", ");
      return `${skipped}. ${say({ ru: `Рабочими по переносу считаются: ${worked}.`, uk: `Робочими через перенесення вважаються: ${worked}.`, en: `Working days by transfer: ${worked}.` })}`;
    }
    case "RolledOn":
      return say({
        ru: `Это выходной: срок переходит на следующий рабочий день, ${day(step.to)}. ${skippedInWords(step.over, lang)}.`,
        uk: `Це вихідний: строк переходить на наступний робочий день, ${day(step.to)}. ${skippedInWords(step.over, lang)}.`,
        en: `That is a day off: the term moves to the next working day, ${day(step.to)}. ${skippedInWords(step.over, lang)}.`,
      });
    case "RolledBack":
      return say({
        ru: `Это выходной: ответ нужен в рабочий день перед ним, ${day(step.to)}. ${skippedInWords(step.over, lang)}.`,
        uk: `Це вихідний: відповідь потрібна в робочий день перед ним, ${day(step.to)}. ${skippedInWords(step.over, lang)}.`,
        en: `That is a day off: the working day before counts, ${day(step.to)}. ${skippedInWords(step.over, lang)}.`,
      });
    case "Due":
      return say({
        ru: `Последний день: ${day(step.day)}.`,
        uk: `Останній день: ${day(step.day)}.`,
        en: `Last day: ${day(step.day)}.`,
      });
    case "Provisional": {
      const from =
        step.coveredFrom &&
        say({
          ru: `с ${day(step.coveredFrom)}`,
          uk: `з ${day(step.coveredFrom)}`,
          en: `from ${day(step.coveredFrom)}`,
        });
      const to =
        step.coveredTo &&
        say({
          ru: `по ${day(step.coveredTo)}`,
          uk: `по ${day(step.coveredTo)}`,
          en: `to ${day(step.coveredTo)}`,
        });
      const known = [from, to].filter((part) => part !== undefined).join(" ");
      return say({
        ru: `Дата предварительная: календарь рабочих дней известен ${known}.`,
        uk: `Дата попередня: календар робочих днів відомий ${known}.`,
        en: `The date is provisional: the calendar of working days is known ${known}.`,
      });
    }
    case "Calendar":
      return say({
        ru: `Календарь ${step.id}, версия ${step.version}.`,
        uk: `Календар ${step.id}, версія ${step.version}.`,
        en: `Calendar ${step.id}, version ${step.version}.`,
      });
    case "OverdueFrom": {
      const latest = say({
        ru: `Самая поздняя дата по всем прочтениям: ${day(step.latest)}.`,
        uk: `Найпізніша дата за всіма прочитаннями: ${day(step.latest)}.`,
        en: `The latest date over all readings: ${day(step.latest)}.`,
      });
      return `${latest} ${step.but ? butWords[step.but][lang] : say({ ru: `Говорить «просрочено» можно с ${day(step.day)}.`, uk: `Казати «прострочено» можна з ${day(step.day)}.`, en: `“Overdue” may be said from ${day(step.day)}.` })}`;
    }
    case "FileBy":
      return say({
        ru: `Самая ранняя дата по всем прочтениям: ${day(step.earliest)}. Подать не позднее ${day(step.day)}.`,
        uk: `Найраніша дата за всіма прочитаннями: ${day(step.earliest)}. Подати не пізніше ${day(step.day)}.`,
        en: `The earliest date over all readings: ${day(step.earliest)}. File by ${day(step.day)}.`,
      });
    case "MayFrom":
      return say({
        ru: `Можно с ${day(step.day)}.`,
        uk: `Можна з ${day(step.day)}.`,
        en: `Possible from ${day(step.day)}.`,
      });
  }
}

export const levelWords: Readonly<Record<Level, Phrase>> = {
  T: { ru: "Текст закона проверен.", uk: "Текст закону перевірено.", en: "The text of the law was seen." },
  S: {
    ru: "Проверено по изложению, не по тексту.",
    uk: "Перевірено за викладом, не за текстом.",
    en: "A summary was seen, not the text.",
  },
  M: {
    ru: "По памяти: перед отправкой проверьте.",
    uk: "З пам’яті: перед надсиланням перевірте.",
    en: "From memory: check before sending.",
  },
};

const proofWords: Readonly<Record<Proof, Phrase>> = {
  proved: { ru: "", uk: "", en: "" },
  told: { ru: ", со слов", uk: ", зі слів", en: ", as told" },
  estimated: { ru: ", по нашей оценке", uk: ", за нашою оцінкою", en: ", as we reckon" },
};

const butWords: Readonly<Record<"provisional" | "unproved", Phrase>> = {
  provisional: {
    ru: "Говорить «просрочено» нельзя, пока не известен календарь.",
    uk: "Казати «прострочено» не можна, доки не відомий календар.",
    en: "“Overdue” may not be said until the calendar is known.",
  },
  unproved: {
    ru: "Говорить «просрочено» нельзя: начало срока не доказано.",
    uk: "Казати «прострочено» не можна: початок строку не доведено.",
    en: "“Overdue” may not be said: the start of the clock is not proved.",
  },
};

const readingWords: Readonly<Record<string, Phrase>> = {
  text: { ru: "так, как написано", uk: "так, як написано", en: "as written" },
  next: {
    ru: "выходной переносит срок вперёд",
    uk: "вихідний переносить строк уперед",
    en: "a day off moves the end on",
  },
  prev: {
    ru: "выходной переносит срок назад",
    uk: "вихідний переносить строк назад",
    en: "a day off moves the end back",
  },
  same: { ru: "день события считается", uk: "день події враховується", en: "the day of the event counts" },
};
