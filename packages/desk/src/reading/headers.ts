/**
 * What a column holds, guessed from its heading in Russian, Ukrainian or English, and where that says nothing from what stands in
 * it. A guess only: the coordinator sees it beside the first lines and changes it.
 */
import { listFields, readPhone, type ListField } from "@answerable/casework";

import type { Grid } from "./grid.ts";

/** The first that fits. Whose name or telephone it is stands before the name or the telephone itself. */
const rules: readonly (readonly [ListField, RegExp])[] = [
  [
    "key",
    /^(?:id|uuid|ид|код|№|no|number|номер|n|№ п п|№ з п|п п|з п|person record id|case id|internal contact id|contact id|external identifier|instanceid)$/u,
  ],
  [
    "key",
    /(?:номер|№) (?:записи|заявки|обращения|дела|анкеты|звернення|справи|рядка|строки)|(?:record|case|row|entry) (?:id|number|no)/u,
  ],
  ["callSign", /позывн|позивн|call ?sign/u],
  ["dogTag", /жетон|личн\S* номер|особист\S* номер|dog ?tag|service number/u],
  ["relation", /кем приход|ким довод|ким доводиться|родств|спорідн|кто он|relation|kinship/u],
  [
    "callerName",
    /(?:заявител|заявник|звонящ|звонивш|обративш|обратил|родственник|родич|контактн\S* лиц|контактн\S* особ|подавш|caller|applicant|reporter|author name|contact person|kin name|от кого|sender|^from$)(?!.*(?:тел|phone|номер))/u,
  ],
  [
    "soldierPhone",
    /(?:тел|phone|номер).*(?:солдат|военн|військ|боец|бійц|soldier|его$|його$)|(?:солдат|военн|військ|soldier).*(?:тел|phone|номер)/u,
  ],
  ["phone", /тел|phone|mobile|моб|контакт|whatsapp|viber|tel$/u],
  ["lastContact", /послед|останн|last (?:contact|seen|call|heard)|пропал|зник|связ|зв.?язок|missing since/u],
  ["birth", /рожд|народж|^д ?р$|^г ?р$|^р ?н$|birth|born|^dob$|bday|возраст|вік$|^age$/u],
  ["date", /дата|когда|коли|time|date|^day$|отметка времени|позначка часу/u],
  ["callSign", /^псевдо$/u],
  ["service", /(?:вид|тип|характер|категори\S*) служб|^служб|service|^(?:моб|контракт|срочник)/u],
  ["unit", /част|в ч|^вч$|подразд|підрозд|полк|бригад|батальон|unit|regiment|brigade/u],
  [
    "grievance",
    /жалоб|скарг|проблем|нарушен|порушен|категория обращ|тема|grievance|complaint|issue|problem|topic/u,
  ],
  ["fate", /судьб|доля|статус|состоян|стан$|status|fate/u],
  [
    "region",
    /регион|регіон|област|край|республик|город|місто|насел|место|адрес|откуда|звідки|region|city|town|home|state|location|from where|place|province/u,
  ],
  [
    "summary",
    /примеч|приміт|коммент|комент|суть|опис|заметк|нотатк|обстоят|обстав|ситуац|подробн|текст|сообщен|повідом|note|comment|description|details|summary|text|message|subject|story|other/u,
  ],
  ["patronymic", /отчеств|по батьков|patronymic|middle/u],
  ["surname", /фамил|прізвищ|surname|last name|family name/u],
  [
    "soldierName",
    /ф ?и ?о|п ?і ?б|полное имя|full name|soldier|солдат|военнослуж|військовослуж|боец|боєць|мобилизован|^кто$|^кого|display name|name of/u,
  ],
  ["given", /^имя|^ім.?я|first name|given name|forename/u],
  ["soldierName", /имя|name|ім.?я/u],
];

/** What KoBo and CiviCRM add of their own. */
const machinery =
  /^(?:start|end|today|deviceid|subscriberid|simid|username|phonenumber_meta|__version__|_version_|_id|_index|_parent_.*|_status|_submitted_by|_tags|_notes|_validation_status|_geolocation|_attachments|formhub_uuid|meta_rootuuid|contact type|contact subtype|phone type|location type|is deceased|do not .*|bulk email hold|case type|case status|case role in case)$/u;

function fieldOfHeader(header: string): ListField | undefined {
  const lower = header.toLowerCase().replaceAll("ё", "е").trim();
  if (lower === "_uuid" || lower === "meta/instanceid" || lower === "_id")
    return lower === "_id" ? undefined : "key";
  if (lower === "_submission_time") return "date";
  // KoBo writes the way to a question before it.
  const last = lower.slice(lower.lastIndexOf("/") + 1);
  if (machinery.test(last) || machinery.test(lower)) return undefined;
  const plain = last
    .replace(/[^\p{L}\p{N}№]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  if (plain === "") return undefined;
  const exact = listFields.find((field) => field.toLowerCase() === plain.replaceAll(" ", ""));
  return exact ?? rules.find(([, words]) => words.test(plain))?.[0];
}

export interface Guess {
  /** The place of the row that names the columns; undefined: there is none. */
  readonly header: number | undefined;
  readonly fields: readonly (ListField | undefined)[];
}

/** Rows that may stand above the heading: a title, the day, an empty line. */
const MOST_ABOVE = 12;
const SAMPLE = 60;
/** Of these a table has one; of the others (telephones, notes) as many as it likes. */
const single = new Set<ListField>([
  "soldierName",
  "surname",
  "given",
  "patronymic",
  "birth",
  "service",
  "callSign",
  "dogTag",
  "lastContact",
  "fate",
  "callerName",
  "relation",
  "date",
  "key",
  "chat",
]);

export function guessColumns({ rows, isNamed }: Grid): Guess {
  const first = rows.slice(0, MOST_ABOVE);
  const scores = first.map(({ cells }) => {
    const named = cells.filter(
      (text) => text !== "" && text.length < 60 && fieldOfHeader(text) !== undefined,
    );
    return cells.some(looksLikeContent) ? 0 : named.length;
  });
  const most = Math.max(0, ...scores);
  const header = isNamed
    ? 0
    : most >= Math.min(2, widest(first)) && most > 0
      ? scores.indexOf(most)
      : undefined;
  const names = header === undefined ? [] : (rows[header]?.cells ?? []);
  const sample = rows.slice((header ?? -1) + 1, (header ?? -1) + 1 + SAMPLE).map(({ cells }) => cells);
  const columns = Math.max(widest(first), ...sample.map((cells) => cells.length));
  const isChat = names.join(" ") === "date time from text";
  const guessed = Array.from({ length: columns }, (_, column) => {
    if (isChat) return (["date", undefined, "callerName", "chat"] as const)[column];
    const name = names[column];
    return name === undefined || name === "" ? undefined : fieldOfHeader(name);
  });
  const seen = new Set<ListField>();
  const fields = guessed.map((field) => {
    if (field === undefined || (single.has(field) && seen.has(field))) return undefined;
    seen.add(field);
    return field;
  });
  return { header, fields: byContent(fields, { sample, names }, seen) };
}

function looksLikeContent(text: string): boolean {
  return /\d{2}[./-]\d{2}[./-]\d{2}|\d{4}-\d{2}-\d{2}|\d{9,}/u.test(text.replace(/[\s()]/gu, ""));
}

function widest(rows: readonly { readonly cells: readonly string[] }[]): number {
  return Math.max(0, ...rows.map(({ cells }) => cells.length));
}

/** Columns whose heading says nothing, or that have none: telephones, days, names. */
function byContent(
  fields: readonly (ListField | undefined)[],
  { sample, names }: { readonly sample: readonly (readonly string[])[]; readonly names: readonly string[] },
  seen: Set<ListField>,
): readonly (ListField | undefined)[] {
  return fields.map((field, column) => {
    if (field !== undefined || (names[column] ?? "") !== "") return field;
    const texts = sample.map((cells) => cells[column] ?? "").filter((text) => text !== "");
    if (texts.length === 0) return undefined;
    const share = (holds: (text: string) => boolean) => texts.filter(holds).length / texts.length;
    const found: ListField | undefined =
      share((text) => (text.match(/\d/gu)?.length ?? 0) >= 10 && readPhone(text) !== undefined) > 0.5
        ? "phone"
        : share(
              (text) =>
                /^\D*(?:19[4-9]\d|200\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})/u.test(text) && text.length < 14,
            ) > 0.6
          ? seen.has("birth")
            ? "date"
            : "birth"
          : share(isName) > 0.6
            ? seen.has("soldierName") || seen.has("surname")
              ? "callerName"
              : "soldierName"
            : share((text) => text.length > 40) > 0.4
              ? "summary"
              : undefined;
    if (found !== undefined && single.has(found) && seen.has(found)) return undefined;
    if (found !== undefined) seen.add(found);
    return found;
  });
}

function isName(text: string): boolean {
  return /^\p{Lu}[\p{L}'’ʼ-]+(?:\s+\p{Lu}[\p{L}'’ʼ.-]*){1,3}$/u.test(text);
}
