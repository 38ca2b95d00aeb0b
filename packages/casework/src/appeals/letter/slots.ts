/**
 * What a letter can take from the case, the appeal and its clocks by itself. What the draft says goes before it. The unit
 * and the place are never taken from the case: only the family may ask to have them named.
 */
import type { Case } from "../../case.ts";
import type { Day } from "../../day.ts";
import { presentValue } from "../../present.ts";
import type { Code, relations } from "../../words/vocabularies.ts";
import type { Appeal } from "../appeal.ts";
import { dayNumber } from "../day-number.ts";
import { inLang, type Pack } from "../pack/pack.ts";
import type { Standing } from "../standing.ts";
import { addressed } from "./names.ts";
import type { SignatureRow, Slots } from "./page.ts";

interface From {
  readonly known: Case;
  readonly appeal: Pick<Appeal, "office" | "ground" | "signatories" | "kind" | "slots" | "after"> &
    Partial<Pick<Appeal, "authority" | "region">>;
  readonly pack: Pack;
  readonly today: Day;
  /** How the letter before this one stands. */
  readonly before: { readonly appeal: Appeal; readonly standing: Standing } | undefined;
}

export function slotsFrom({ known, appeal, pack, today, before }: From): Slots {
  const staying = appeal.signatories.filter(({ left }) => left === undefined);
  const [first] = staying;
  const asked = relationAsked(first?.relation);
  const soldier = first?.soldier ?? presentValue(known, "name").values[0]?.value ?? "";
  const birth = presentValue(known, "birth").values[0]?.known;
  return {
    "addressee.name_dative": addressee(appeal, pack),
    "applicant.full_name": first?.name ?? "",
    "applicant.postal_address": first?.address ?? "",
    "soldier.relation": asked ?? "",
    "soldier.full_name": soldier,
    "soldier.birth": birth !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(birth) ? inFigures(birth) : "",
    sought_person: soldier,
    facts: factsTold(known),
    law: lawOf(appeal.ground, pack),
    requests: appeal.kind === "collective" ? requestsOfMany : requestsOfOne,
    reply_to: first?.name ?? "",
    reply_address: first?.address ?? "",
    signatories: `Список подписавших: ${staying.length}.`,
    date: inFigures(today),
    signature: "Подпись: ____________________",
    ...(before ? afterSilence(before, today) : {}),
    ...Object.fromEntries(Object.entries(appeal.slots).filter(([, text]) => text.trim() !== "")),
  };
}

/** The holder of a seat that the pack knows stands in the dative that the pack gives; any other office is declined as it is written. */
function addressee({ office, authority, region }: From["appeal"], pack: Pack): string {
  const seat = region === undefined ? undefined : pack.authorities.get(authority ?? "")?.seats[region];
  if (seat?.head === undefined || office !== `${seat.office} ${seat.head}`) return addressed(office);
  return `${addressed(seat.office)} ${seat.headDative ?? seat.head}`;
}

export function signaturesOf(appeal: Pick<Appeal, "kind" | "signatories">): readonly SignatureRow[] {
  if (appeal.kind !== "collective") return [];
  return appeal.signatories
    .filter(({ left }) => left === undefined)
    .map(({ name, relation, soldier }) => ({
      name,
      soldier: [relationShort[relation], soldier]
        .filter((part) => part !== undefined && part !== "")
        .join(", "),
    }));
}

const requestsOfOne = `Проверить изложенное и сообщить, что установлено и кем.
Ответить, кто отдал приказ, о котором сказано выше, и кто вправе его отменить.
Сообщить, какие меры приняты и кто отвечает за их исполнение.`;
const requestsOfMany = `Проверить изложенное о каждом, кто назван в списке, и сообщить, что установлено и кем.
Ответить, кто отдал приказ, о котором сказано выше, и кто вправе его отменить.
Сообщить, какие меры приняты и кто отвечает за их исполнение.`;

type Relation = Code<typeof relations>;

/** Whose fate she writes of, in the genitive, by who she is to him. Where we do not know the sex, she writes it herself. */
function relationAsked(relation: Relation | undefined): string | undefined {
  switch (relation) {
    case "mother":
    case "father":
      return "моего сына";
    case "spouse":
      return "моего мужа";
    case "sibling":
      return "моего брата";
    case "child":
      return "моего отца";
    case "grandparent":
      return "моего внука";
    case "partner":
    case "exSpouse":
    case "auntUncle":
    case "nieceNephew":
    case "inLaw":
    case "otherRelative":
      return "моего родственника";
    case "self":
    case "fellowSoldier":
    case "friend":
    case "neighbour":
    case "colleague":
    case "lawyer":
    case "otherHelpline":
    case "official":
    case "journalist":
    case "stranger":
    case "unknown":
    case "refused":
    case undefined:
      return undefined;
  }
}

const relationShort: { readonly [R in Relation]?: string } = {
  mother: "сын",
  father: "сын",
  spouse: "муж",
  partner: "близкий человек",
  sibling: "брат",
  child: "отец",
  grandparent: "внук",
  auntUncle: "племянник",
  nieceNephew: "дядя",
  inLaw: "родственник",
  otherRelative: "родственник",
};

/** What was said on the calls, each with its day and whose words it is. */
function factsTold(known: Case): string {
  return known.contacts
    .filter(({ summary }) => summary.trim() !== "")
    .map(({ summary, began, source }) => {
      const words = summary.replace(/\s+/gu, " ").trim();
      return `${inFigures(began.slice(0, 10))}${toldBy[source] ?? ""}: ${words}`;
    })
    .join("\n");
}

const toldBy: Readonly<Record<string, string>> = {
  soldierTold: ", со слов самого военнослужащего",
  fellowSoldier: ", со слов сослуживца",
  commander: ", со слов командира",
  officialLetter: ", из официального письма",
};

function lawOf(ground: string | undefined, pack: Pack): string {
  const basis = ground === undefined ? [] : (pack.grounds.get(ground)?.basis ?? []);
  // A remark that has no Russian is for the lawyer, not for the letter.
  const said = basis.flatMap((words) => (typeof words === "string" ? [] : [inLang(words, "ru")]));
  return [...said, "Федеральный закон от 2 мая 2006 года № 59-ФЗ, статьи 2, 5, 8, 10 и 12"].join("\n");
}

/** Only what is proved and past the latest reading is called overdue in a letter. */
function afterSilence(
  { appeal, standing }: { readonly appeal: Appeal; readonly standing: Standing },
  today: Day,
): Slots {
  const late = standing.clocks.find(({ role, state }) => role === "answer" && state === "late");
  const notice = appeal.extended.at(-1);
  return {
    "body.name": appeal.office,
    defendant: appeal.office,
    "appeal.sent_on": appeal.dispatched ? inFigures(appeal.dispatched.on) : "",
    "appeal.registered_no": appeal.registered?.number ?? "",
    "appeal.registered_on": appeal.registered ? inFigures(appeal.registered.on) : "",
    contested_act: appeal.dispatched
      ? `бездействие: на обращение от ${inFigures(appeal.dispatched.on)} нет ответа по существу`
      : "",
    due_on: late ? inFigures(late.deadline.latest) : "",
    days_overdue: late ? String(dayNumber(today) - dayNumber(late.deadline.latest)) : "",
    ...(notice
      ? { extension_facts: `Уведомление о продлении срока от ${inFigures(notice.dated)} получено.` }
      : {}),
  };
}

function inFigures(day: string): string {
  return day.split("-").toReversed().join(".");
}
