import type { Case } from "../../case.ts";
/** Letters as pages, each with what must be seen before it is printed. */
import { present } from "../../papers.ts";
import { presentValue } from "../../present.ts";
import type { Appeal } from "../appeal.ts";
import { guardsOf } from "../letter/guards.ts";
import { letterPage, slotsOfTemplate, type Slots } from "../letter/page.ts";
import { signaturesOf, slotsFrom } from "../letter/slots.ts";
import { inLang, type Pack, type Template } from "../pack/pack.ts";
import { slotsUsed } from "../pack/template-check.ts";
import type {
  DraftingAnswer,
  DraftingQuery,
  DraftingRoute,
  LetterField,
  LetterMade,
  LettersAnswer,
  LettersQuery,
} from "./asked.ts";
import type { AppealsOffice } from "./office.ts";
import { standingsDown } from "./thread.ts";
import { officeName, routeName, seatName } from "./words.ts";

export async function answerLetters(office: AppealsOffice, query: LettersQuery): Promise<LettersAnswer> {
  const letters: LetterMade[] = [];
  let notHere = 0;
  for (const { case: id, appeal } of query.of) {
    const known = await office.file(id);
    const made = known && letterMade(office, { known, appeal, lang: query.lang });
    if (made) letters.push(made);
    else notHere += 1;
  }
  return { letters, notHere };
}

function letterMade(
  office: AppealsOffice,
  asked: { readonly known: Case; readonly appeal: Appeal["id"]; readonly lang: LettersQuery["lang"] },
): LetterMade | undefined {
  const { known, lang } = asked;
  const appeal = known.appeals.find(({ id }) => id === asked.appeal);
  const pack = appeal && office.packs.get(appeal.pack);
  const template = appeal && pack?.templates.get(appeal.template);
  if (!appeal || !pack || !template) return undefined;
  const before = beforeOf(office, known, appeal);
  const slots = slotsFrom({ known, appeal, pack, today: office.today, before });
  const page = letterPage({
    pack,
    template,
    number: appeal.number,
    slots,
    signatures: signaturesOf(appeal),
    lang,
  });
  return {
    case: known.id,
    appeal: appeal.id,
    page,
    guards: guardsOf({ known, appeal, pack, page, before: before?.standing }),
    fields: fieldsOf(pack, template, { slots, lang }),
    level: template.verified ?? "memory",
  };
}

const longTypes: readonly (string | undefined)[] = ["claims", "list", "refs", "evidence", "text"];
/** The place for a hand's signature, the list of who signs, and what is written by its own number and date. */
const ownOf: ReadonlySet<string> = new Set(["signature", "signatories", "date"]);

function fieldsOf(
  pack: Pack,
  template: Template,
  { slots, lang }: { readonly slots: Slots; readonly lang: LettersQuery["lang"] },
): readonly LetterField[] {
  const used = new Set(
    (template.body ?? []).flatMap(({ text, if: when }) => [
      ...slotsUsed(text).map(({ slot }) => slot),
      ...(when === undefined ? [] : [when]),
    ]),
  );
  return slotsOfTemplate(pack, template)
    .filter(({ id }) => used.has(id) && !ownOf.has(id))
    .map(({ id, name, type, required, default: usual }) => ({
      slot: id,
      name: name === undefined ? id : inLang(name, lang),
      value: slots[id] ?? (usual === undefined ? "" : inLang(usual, "ru")),
      isLong: longTypes.includes(type),
      isRequired: required ?? false,
    }));
}

/** The letter that this one follows, as it stands. It may itself have been forwarded from another. */
function beforeOf(office: AppealsOffice, known: Case, appeal: Appeal) {
  if (!appeal.after) return undefined;
  const { appeal: id } = appeal.after;
  for (const root of known.appeals.filter(({ parent }) => parent === undefined)) {
    const found = standingsDown(office, known, root).find((one) => one.appeal.id === id);
    if (found) return { appeal: found.appeal, standing: found.standing };
  }
  return undefined;
}

export async function answerDrafting(office: AppealsOffice, query: DraftingQuery): Promise<DraftingAnswer> {
  const { lang } = query;
  const packs = [...office.packs.values()];
  const known = query.case === undefined ? undefined : await office.file(query.case);
  const [first] = packs;
  const slots =
    known && first
      ? slotsFrom({
          known,
          appeal: { office: "", signatories: [], kind: "individual", slots: {}, ...present({}) },
          pack: first,
          today: office.today,
          before: undefined,
        })
      : {};
  return {
    // Packs of neighbours know the same international bodies: the first names them.
    routes: firstOfEach(
      packs.flatMap((pack) => routesOf(pack, lang, known && presentValue(known, "region").values[0]?.known)),
    ),
    grounds: firstOfEach(
      packs.flatMap((pack) =>
        [...pack.grounds.values()].map((ground) => ({
          id: ground.id,
          name: inLang(ground.label, lang),
          says: (ground.facts ?? []).map((fact) => inLang(fact, lang)).join("; "),
        })),
      ),
    ),
    slots,
    packs: packs.map(({ id, version }) => ({ id, version })),
  };
}

/** Only routes that a letter of the pack can take. */
function routesOf(
  pack: Pack,
  lang: DraftingQuery["lang"],
  region: string | undefined,
): readonly DraftingRoute[] {
  return [...pack.routes.values()].flatMap((route) => {
    const templates = [...pack.templates.values()].filter((template) => template.route?.includes(route.id));
    if (templates.length === 0) return [];
    const chain = [...pack.authorities.values()].filter(
      ({ id, kind }) =>
        id === route.to || (kind === pack.authorities.get(route.to)?.kind && kind === "prosecutor"),
    );
    return [
      {
        pack: pack.id,
        id: route.id,
        name: routeName(pack, route.id, lang),
        collective: templates.some(isCollective),
        offices: chain.map(({ id }) => {
          const own = seatName(pack, id, region);
          return own === undefined || region === undefined
            ? { authority: id, name: officeName(pack, id, "ru") }
            : { authority: id, name: own, region };
        }),
        templates: templates.map((template) => ({
          id: template.id,
          name: template.name === undefined ? template.id : inLang(template.name, lang),
          isCollective: isCollective(template),
        })),
        grounds: [...pack.grounds.values()]
          .filter(({ routes }) => routes.includes(route.id))
          .map(({ id }) => id),
      },
    ];
  });
}

function isCollective(template: {
  readonly slots: readonly { readonly type?: string | undefined }[];
}): boolean {
  return template.slots.some(({ type }) => type === "people[]");
}

function firstOfEach<T extends { readonly id: string }>(all: readonly T[]): readonly T[] {
  return [...new Map(all.toReversed().map((one) => [one.id, one])).values()].toReversed();
}
