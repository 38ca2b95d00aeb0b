/** The half-written claim, field by field, and what becomes of it when it is entered. */
import {
  readFigure,
  spanOf,
  type Brand,
  type LedgerCastAnswer,
  type NewId,
  type QuickEntry,
  type Voice,
} from "@answerable/casework";

export const froms = ["call", "social-post", "news-article", "official-answer"] as const;
export type From = (typeof froms)[number];

/** Flat, so that it is kept like any other half-written form (app/slips.tsx). */
export const blankEntry = {
  from: "call" as string,
  pasted: "",
  sourceName: "",
  sourceDate: "",
  /** The source is in the ledger already: more than one claim was taken out of it. */
  sourceId: "",
  sentence: "",
  text: "",
  type: "event",
  when: "",
  region: "",
  origin: "",
  isUnknown: "",
  perceives: "saw",
  /** One on each line. */
  through: "",
  counted: "",
  unit: "person",
  said: "",
  least: "",
  most: "",
  isNamed: "",
  incident: "",
  label: "",
  kind: "losses",
  denies: "",
  denialKind: "generic",
  reason: "",
};
export type EntryWords = typeof blankEntry;

/** Voices that a case brings by itself: the words in the form are theirs as long as they are not written over. */
export type KnownVoices = readonly Voice[];

/** undefined: the date is none that can be read. */
export function dateOf(text: string): { readonly edtf?: string } | undefined {
  if (text.trim() === "") return {};
  return spanOf(text.trim()) ? { edtf: text.trim() } : undefined;
}

export function figureOf({ said, least, most }: Pick<EntryWords, "said" | "least" | "most">) {
  const read = readFigure(said);
  return {
    min: least === "" ? read.min : numberIn(least),
    max: most === "" ? read.max : numberIn(most),
    policy: least === "" && most === "" ? read.policy : undefined,
  };
}
function numberIn(text: string): number | undefined {
  const number = Number(text);
  return text.trim() === "" || !Number.isFinite(number) ? undefined : number;
}

/** What the form says, for casework to make entries of. `known`: whom a name may mean. */
export function quickOf(
  words: EntryWords,
  {
    cast,
    known,
    corrects,
    newId,
  }: {
    readonly cast: LedgerCastAnswer;
    readonly known: KnownVoices;
    readonly corrects: string | undefined;
    readonly newId: NewId;
  },
): QuickEntry {
  const isPublic = words.from === "news-article" || words.from === "official-answer";
  const fresh = new Map<string, Voice>();
  const voice = (label: string, type: string): Voice => {
    const again = fresh.get(label);
    if (again) return again;
    const ours = known.find((one) => one.label === label);
    if (ours) return ours;
    const there = cast.agents.find((one) => one.label === label);
    if (there) return { id: there.id, label, type: there.type, isPrivate: there.isPrivate };
    const made = { id: `ag:${newId<Brand<string, "Voice">>()}`, label, type, isPrivate: type === "person" };
    fresh.set(label, made);
    return made;
  };
  const carrier = words.sourceName.trim();
  const carrierType = words.from === "official-answer" ? "institution" : isPublic ? "outlet" : "person";
  const through = words.through
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const origin = words.isUnknown === "" ? words.origin.trim() : "";
  // The paper or the channel that brought it has restated it, unless it speaks for itself.
  const carriers = [
    ...through,
    ...(carrier !== "" && carrier !== origin && !through.includes(carrier) ? [carrier] : []),
  ];
  const { min, max } = figureOf(words);
  const date = dateOf(words.when);
  const sourceDate = dateOf(words.sourceDate);
  return {
    text: words.text.trim(),
    type: words.type,
    isVerbatim: words.sentence !== "" && words.text.trim() === words.sentence,
    ...(date?.edtf !== undefined && { edtf: date.edtf }),
    ...(words.region !== "" && { region: words.region }),
    origin: origin === "" ? undefined : voice(origin, origin === carrier ? carrierType : "person"),
    perceives: words.isUnknown === "" ? words.perceives : "unknown",
    through: carriers.map((label) => voice(label, label === carrier ? carrierType : "person")),
    source: {
      kind: words.from,
      ...(words.sourceId !== "" && { id: words.sourceId }),
      ...(words.pasted.trim() !== "" && { text: words.pasted }),
      ...(sourceDate?.edtf !== undefined && { edtf: sourceDate.edtf }),
    },
    ...(words.sentence !== "" && { sentence: words.sentence }),
    incident:
      words.incident !== ""
        ? { id: words.incident }
        : words.label.trim() === ""
          ? undefined
          : { label: words.label.trim(), kind: words.kind },
    ...(words.said.trim() !== "" && {
      figure: {
        quantity: words.counted.trim() || words.text.trim().slice(0, 80),
        unit: words.unit,
        words: words.said.trim(),
        ...(min !== undefined && { min }),
        ...(max !== undefined && { max }),
        isNamedFloor: words.isNamed !== "",
      },
    }),
    ...(words.denies !== "" && { denies: { claim: words.denies, kind: words.denialKind } }),
    ...(corrects !== undefined && { corrects: { claim: corrects, reason: words.reason.trim() } }),
  };
}

/** A text as sentences to choose from. */
export function sentencesOf(text: string, lang: string): readonly string[] {
  const cut = new Intl.Segmenter(lang, { granularity: "sentence" });
  return [...cut.segment(text)].map(({ segment }) => segment.trim()).filter((one) => one !== "");
}
