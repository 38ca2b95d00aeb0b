/**
 * What must be seen before a letter is printed. A guard warns and names its ground; a person decides, and says why.
 */
import type { Case } from "../../case.ts";
import type { Day, Moment } from "../../day.ts";
import type { PersonId } from "../../id.ts";
import { readPhone } from "../../intake/phone.ts";
import { plain, presentConsent } from "../../present.ts";
import { addresseeOf, type Appeal } from "../appeal.ts";
import type { DispatchedBy } from "../facts.ts";
import type { Pack } from "../pack/pack.ts";
import type { Words } from "../pack/shape.ts";
import type { Standing } from "../standing.ts";
import type { LetterPage } from "./page.ts";

export type GuardType =
  /** 59-FZ art. 11(5): a letter to the same body with nothing new ends the correspondence. */
  | "repeat"
  /** 59-FZ art. 7(1), 11(1): without a postal address there is no answer. */
  | "noAddress"
  /** 59-FZ art. 8(6): a complaint must not go to the body complained of. */
  | "toComplainedOf"
  | "channelNotInForce"
  | "signatoryLeft"
  | "consentMissing"
  | "unitNamed"
  /** The text says what somebody has withdrawn or corrected since. */
  | "takenBack"
  | "slotsEmpty"
  | "tooFewSignatories"
  | "notProvedLate"
  | "held"
  | "risky";

export interface Guard {
  readonly type: GuardType;
  /** Whom or what it concerns: names of slots, of signatories, the number of the earlier letter. */
  readonly about: string;
  /** What the pack says of the risk. */
  readonly says?: Words;
}

interface Guarded {
  readonly known: Case;
  readonly appeal: Appeal;
  readonly pack: Pack;
  readonly page: LetterPage;
  readonly before: Standing | undefined;
}

export function guardsOf(given: Guarded): readonly Guard[] {
  return [
    ...held(given),
    ...repeat(given),
    ...noAddress(given),
    ...toComplainedOf(given),
    ...signatories(given),
    ...unitNamed(given),
    ...takenBack(given),
    ...risky(given),
    ...notProvedLate(given),
    ...(given.page.missing.length > 0
      ? [{ type: "slotsEmpty" as const, about: given.page.missing.join("; ") }]
      : []),
  ];
}

function held({ appeal }: Guarded): readonly Guard[] {
  return appeal.held ? [{ type: "held", about: appeal.held.reason }] : [];
}

/** The same facts to the same body, sent before. */
function repeat({ known, appeal, page }: Guarded): readonly Guard[] {
  const facts = plain(appeal.slots["facts"] ?? listsOf(page));
  const earlier = known.appeals.find(
    (other) =>
      other.id !== appeal.id &&
      other.dispatched !== undefined &&
      addresseeOf(other) === addresseeOf(appeal) &&
      other.template === appeal.template &&
      sharesMost(plain(other.slots["facts"] ?? ""), facts),
  );
  return earlier ? [{ type: "repeat", about: earlier.number }] : [];
}

function listsOf(page: LetterPage): string {
  return page.blocks
    .filter(({ type }) => type === "list")
    .flatMap(({ lines }) => lines)
    .join("\n");
}

const NEARLY_ALL = 0.8;

function sharesMost(before: string, now: string): boolean {
  const old = new Set(before.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 3));
  const words = [...new Set(now.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 3))];
  if (words.length === 0 || old.size === 0) return before === now;
  return words.filter((word) => old.has(word)).length / words.length >= NEARLY_ALL;
}

function noAddress({ appeal, pack, page }: Guarded): readonly Guard[] {
  const template = pack.templates.get(appeal.template);
  const lacks = template !== undefined && page.missing.some((name) => /адрес|address/iu.test(name));
  return lacks ? [{ type: "noAddress", about: "" }] : [];
}

function toComplainedOf({ appeal }: Guarded): readonly Guard[] {
  const to = addresseeOf(appeal);
  const isSame = appeal.complainedOf.some((one) => one === to || plain(one) === plain(appeal.office));
  return isSame ? [{ type: "toComplainedOf", about: appeal.office }] : [];
}

const LEAST_SIGNATORIES = 2;

function signatories({ known, appeal }: Guarded): readonly Guard[] {
  const left = appeal.signatories.filter((one) => one.left !== undefined);
  const staying = appeal.signatories.filter((one) => one.left === undefined);
  const unwilling = staying.filter(
    ({ person, consent, case: other, at }) =>
      person !== undefined &&
      (other === undefined || other === known.id) &&
      (consent === "spoken" || hasSpokenSince(known, person, at)) &&
      !presentConsent(known, person).includes("letters"),
  );
  return [
    ...(left.length > 0 ? [{ type: "signatoryLeft" as const, about: namesOf(left) }] : []),
    ...(unwilling.length > 0 ? [{ type: "consentMissing" as const, about: namesOf(unwilling) }] : []),
    ...(appeal.kind === "collective" && staying.length < LEAST_SIGNATORIES
      ? [{ type: "tooFewSignatories" as const, about: "" }]
      : []),
  ];
}

/** What she signed holds until she says otherwise. */
function hasSpokenSince(known: Case, person: PersonId, at: Moment): boolean {
  return known.consents.some((said) => said.person === person && said.at > at);
}

function namesOf(all: readonly { readonly name: string }[]): string {
  return all.map(({ name }) => name).join(", ");
}

/** A number of a unit, or where he was last heard from, in a text for which the family has not asked to name it. */
function unitNamed({ known, appeal, page }: Guarded): readonly Guard[] {
  if ((appeal.slots["soldier.unit"] ?? "").trim() !== "") return [];
  const text = toldIn(page);
  const number = /(?:в\s*\/\s*ч|войсков\p{L}+\s+част\p{L}+)\s*№?\s*\d{4,5}/iu.exec(text)?.[0];
  const told = known.facts.find(
    ({ field, value, standing }) =>
      (field === "unit" || field === "lastContactFrom") &&
      standing !== "withdrawn" &&
      value.trim().length > 4 &&
      plain(text).includes(plain(value)),
  );
  const found = number ?? told?.value;
  return found === undefined ? [] : [{ type: "unitNamed", about: found }];
}

/** Shorter words are found in others by chance. */
const LEAST_LETTERS = 5;

/** A letter is written once and its case goes on: what was put right since must not go out as it was first told. */
function takenBack({ known, page }: Guarded): readonly Guard[] {
  const text = plain(toldIn(page));
  const standing = known.facts.filter((fact) => fact.standing === "stands").map(({ value }) => plain(value));
  const gone = known.facts
    .filter(({ standing: is, value }) => is !== "stands" && plain(value).length >= LEAST_LETTERS)
    .filter(({ value }) => !standing.some((now) => now.includes(plain(value))))
    .map(({ value }) => value)
    .filter((value) => text.includes(plain(value)) || isDialledIn(text, value));
  return gone.length === 0 ? [] : [{ type: "takenBack", about: [...new Set(gone)].join(", ") }];
}

/** A number is the same however it is spaced, and with 8 or +7 before it. */
function isDialledIn(text: string, value: string): boolean {
  const digits = readPhone(value)?.e164.replace(/\D/gu, "").slice(-10);
  return digits?.length === 10 && text.replace(/[^\p{L}\d]/gu, "").includes(digits);
}

function toldIn(page: LetterPage): string {
  return page.blocks
    .filter(({ type }) => type === "list" || type === "paragraph")
    .flatMap(({ lines }) => lines)
    .join("\n");
}

function risky({ appeal, pack }: Guarded): readonly Guard[] {
  const ground = appeal.ground === undefined ? undefined : pack.grounds.get(appeal.ground);
  const isSensitive = pack.authorities.get(appeal.authority)?.sensitive ?? false;
  if (!ground?.doNoHarm && !isSensitive) return [];
  return [{ type: "risky", about: "", ...(ground?.doNoHarm === undefined ? {} : { says: ground.doNoHarm }) }];
}

/** A letter that says "overdue" rests on a proved registration, and on the latest of all readings. */
function notProvedLate({ appeal, before, page }: Guarded): readonly Guard[] {
  if (!appeal.after || !page.blocks.some(({ type }) => type === "title")) return [];
  if (!appeal.after.why.startsWith("overdue")) return [];
  return before?.overlays.includes("answer-late") ? [] : [{ type: "notProvedLate", about: "" }];
}

/** Whether letters may go that way on that day. E-mail and fax ended with the rule on the family's own state login. */
export function channelGuard(
  { route, pack }: { readonly route: string; readonly pack: Pack },
  by: DispatchedBy,
  on: Day,
): Guard | undefined {
  const forms = pack.routes.get(route)?.form ?? [];
  const takes = (...asked: readonly string[]) =>
    forms.length === 0 || asked.some((one) => forms.includes(one));
  const isLawful = (() => {
    switch (by) {
      case "post":
      case "hand":
        return takes("written");
      case "reception":
        return takes("reception", "oral-protocol", "written");
      case "portal":
        return takes("electronic", "web");
      case "fax": {
        const until = pack.rules.get("59fz.channel-email")?.to;
        return takes("electronic", "email") && (until === undefined || on <= until);
      }
    }
  })();
  return isLawful ? undefined : { type: "channelNotInForce", about: by };
}
