/** A case as somebody may see it who has not asked: the words of hot fields are not in it, wherever they stood as a field. */
import type { Case } from "../case.ts";
import type { Event } from "../event.ts";
import type { Fact, TimelineRow } from "../papers.ts";
import { hotFieldOf, may, type HotField, type Veil } from "./right.ts";
import { hiddenFields, isShownTo, standInCase, type Onlooker } from "./stand.ts";

/** Stands where the words would. No value can be it: `decide` takes none. */
export const masked = "•••••";

export interface Veiled {
  readonly file: Case;
  /** Those of which there is something to see. */
  readonly veils: readonly Veil[];
}

/** What somebody had taken out of the case is shown to nobody, whoever asks: the sheets have it, and no screen. */
export function veiled(told: Case, looking: Onlooker): Veiled {
  const file = withoutWithdrawn(told);
  const stand = standInCase(file, looking);
  const hidden = hiddenFields(stand, (field) => isShownTo(file, field, looking));
  const veils = hidden.flatMap((field): Veil | readonly Veil[] => {
    const facts = file.facts
      .filter((fact) => hotFieldOf(fact.field) === field && fact.value !== masked)
      .map((fact) => fact.id);
    return facts.length === 0 ? [] : { field, mayAsk: may(`ask ${field}`, stand), facts };
  });
  if (hidden.length === 0) return { file, veils };
  return {
    veils,
    file: {
      ...file,
      facts: file.facts.map((fact) => (isHidden(fact.field, hidden) ? withoutWords(fact) : fact)),
      contacts: file.contacts.map((one) => (one.pasted === undefined ? one : { ...one, pasted: masked })),
      families: file.families.map((family) => ({
        ...family,
        letters: family.letters.map((one) => ({ ...one, received: veiledReport(one.received, hidden) })),
      })),
      timeline: file.timeline.map((row) => veiledRow(row, hidden)),
    },
  };
}

function withoutWithdrawn(file: Case): Case {
  const gone = new Set(
    file.facts
      .filter(({ field, withdrawn }) => withdrawn !== undefined && hotFieldOf(field) === "phone")
      .map(({ id }) => id),
  );
  if (gone.size === 0) return file;
  return {
    ...file,
    facts: file.facts.map((fact) => (gone.has(fact.id) ? withoutWords(fact) : fact)),
    timeline: file.timeline.map((row) =>
      row.what.type === "FactStated" && gone.has(row.what.fact)
        ? { ...row, what: withoutWords(row.what) }
        : row,
    ),
  };
}

function isHidden(field: Fact["field"], hidden: readonly HotField[]): boolean {
  const hot = hotFieldOf(field);
  return hot !== undefined && hidden.includes(hot);
}

function withoutWords<F extends { readonly value: string; readonly known?: string | undefined }>(fact: F): F {
  return { ...fact, value: masked, ...(fact.known === undefined ? {} : { known: masked }) };
}

function veiledRow(row: TimelineRow, hidden: readonly HotField[]): TimelineRow {
  const { what } = row;
  return what.type === "Unknown" ? row : { ...row, what: veiledEvent(what, hidden) };
}

function veiledEvent(event: Event, hidden: readonly HotField[]): Event {
  if (event.type === "FactStated") return isHidden(event.field, hidden) ? withoutWords(event) : event;
  if (event.type === "ContactRecorded" && event.pasted !== undefined) return { ...event, pasted: masked };
  if (event.type === "DropTaken") return { ...event, received: veiledReport(event.received, hidden) };
  return event;
}

/** A letter as it came is JSON with fields of the same names. One that cannot be read is not shown. */
function veiledReport(received: string, hidden: readonly string[]): string {
  try {
    return JSON.stringify(JSON.parse(received), (name, value: unknown) =>
      hidden.includes(name) && value !== "" ? masked : value,
    );
  } catch {
    return "";
  }
}
