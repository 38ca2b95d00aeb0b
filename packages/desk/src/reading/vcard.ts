/** Cards of an address book: vCard 2.1 with its quoted-printable, 3.0 and 4.0. One row a card. */
import { decode } from "./decode.ts";
import { cell, type Came } from "./grid.ts";

const vcardHeader = ["name", "phone", "birth", "organisation", "email", "address", "note"] as const;

interface Property {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly value: string;
}

export function readVcards(text: string): Pick<Came, "grids" | "noted"> {
  const rows: { at: number; cells: readonly string[] }[] = [];
  let card: Property[] | undefined;
  let stray = 0;
  for (const line of unfolded(text)) {
    const property = propertyOf(line);
    if (!property) stray += line.trim() === "" ? 0 : 1;
    else if (property.name === "BEGIN") card = [];
    else if (property.name === "END") {
      if (card) rows.push({ at: rows.length + 1, cells: rowOf(card).map(cell) });
      card = undefined;
    } else card?.push(property);
  }
  const named = { at: 0, cells: [...vcardHeader] };
  return {
    grids: [{ name: "", rows: [named, ...rows], isNamed: true }],
    noted: stray === 0 ? [] : [{ type: "Stray", lines: stray }],
  };
}

const QUOTED = /;(?:ENCODING=)?QUOTED-PRINTABLE/iu;

/**
 * A line goes on where the next begins with a space; in 2.1 also where it ends with an equals sign. Its pieces are put together once: one that
 * goes on for ever costs no more than it is long.
 */
function unfolded(text: string): readonly string[] {
  const lines: string[][] = [];
  let isQuoted = false;
  for (const line of text.replaceAll("\r\n", "\n").split("\n")) {
    const last = lines.at(-1);
    const end = last?.at(-1);
    if (last && /^[ \t]/u.test(line)) last.push(line.slice(1));
    else if (last && isQuoted && end?.endsWith("=") === true) last.splice(-1, 1, end.slice(0, -1), line);
    else {
      lines.push([line]);
      isQuoted = QUOTED.test(line);
    }
  }
  return lines.map((pieces) => pieces.join(""));
}

function propertyOf(line: string): Property | undefined {
  const colon = colonOf(line);
  if (colon === undefined) return undefined;
  const [head, raw] = [line.slice(0, colon), line.slice(colon + 1)];
  const [first = "", ...parameters] = head.split(";").map((word) => word.toUpperCase());
  const isQuoted = parameters.some((word) => /^(?:ENCODING=)?QUOTED-PRINTABLE$/u.test(word));
  const charset = parameters.find((word) => word.startsWith("CHARSET="))?.slice("CHARSET=".length);
  return {
    name: first.slice(first.lastIndexOf(".") + 1),
    parameters,
    value: isQuoted ? unquoted(raw, charset) : raw,
  };
}

/** The first that stands in no quotation marks. */
function colonOf(line: string): number | undefined {
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') isQuoted = !isQuoted;
    else if (line[at] === ":" && !isQuoted) return at;
  }
  return undefined;
}

function unquoted(text: string, charset: string | undefined): string {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const hex = /^=([0-9A-F]{2})/iu.exec(text.slice(at, at + 3))?.[1];
    if (hex === undefined) bytes.push(...new TextEncoder().encode(text.charAt(at)));
    else {
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    }
  }
  const raw = Uint8Array.from(bytes);
  try {
    return new TextDecoder(charset ?? "utf-8", { fatal: true }).decode(raw);
  } catch {
    return decode(raw).text;
  }
}

function rowOf(card: readonly Property[]): readonly string[] {
  const all = (name: string) => card.filter((one) => one.name === name).map(({ value }) => value);
  const plain = (name: string) =>
    all(name)
      .map(unescaped)
      .filter((text) => text.trim() !== "");
  const parts = (name: string) =>
    all(name).map((value) =>
      value
        .split(/(?<!\\);/u)
        .map(unescaped)
        .filter((text) => text.trim() !== "")
        .join(" "),
    );
  // A card of 2.1 may have no full name; N says surname, name, patronymic.
  const [name = ""] = [...plain("FN"), ...parts("N")];
  const phones = plain("TEL").map((value) => value.replace(/^tel:/iu, ""));
  return [
    name,
    phones.join(", "),
    plain("BDAY")[0]?.replace(/^(\d{4})(\d{2})(\d{2})$/u, "$1-$2-$3") ?? "",
    parts("ORG").join(", "),
    plain("EMAIL").join(", "),
    parts("ADR").join("; "),
    plain("NOTE").join("\n"),
  ];
}

function unescaped(text: string): string {
  return text.replace(/\\([nN,;\\])/gu, (_, sign: string) => (sign === "n" || sign === "N" ? "\n" : sign));
}
