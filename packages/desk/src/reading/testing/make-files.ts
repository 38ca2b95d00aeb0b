/** Files made byte by byte: encodings turned round, workbooks, and a zip that lies about its size. */
import { strToU8, zipSync } from "fflate";

/** The eight-bit encodings, turned round: what the browser decodes, we encode. */
export function encoded(text: string, encoding: string): Uint8Array {
  const all = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, at) => at));
  const byteOf = new Map(Array.from(all).map((sign, at) => [sign, at]));
  return Uint8Array.from(Array.from(text), (sign) => byteOf.get(sign) ?? 63);
}

export function utf16(text: string, isLittle: boolean, hasMark: boolean): Uint8Array {
  const whole = `${hasMark ? "\ufeff" : ""}${text}`;
  const units = Array.from({ length: whole.length }, (_, at) => whole.charCodeAt(at));
  return Uint8Array.from(
    units.flatMap((unit) => (isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
}

interface Leaf {
  readonly name: string;
  readonly rows: string;
  readonly merges?: readonly string[];
}

export function workbook(
  leaves: readonly Leaf[],
  more: { readonly shared?: readonly string[]; readonly styles?: string; readonly from1904?: true } = {},
): Uint8Array {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const parts: Record<string, Uint8Array> = {
    "xl/workbook.xml": strToU8(
      `${head}<workbook ${space} xmlns:r="r"><workbookPr${more.from1904 ? ' date1904="1"' : ""}/><sheets>${leaves
        .map(({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
        .join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `${head}<Relationships>${leaves
        .map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`)
        .join("")}</Relationships>`,
    ),
    "xl/styles.xml": strToU8(
      `${head}<styleSheet ${space}>${more.styles ?? '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'}</styleSheet>`,
    ),
  };
  if (more.shared)
    parts["xl/sharedStrings.xml"] = strToU8(
      `${head}<sst ${space}>${more.shared.map((text) => `<si>${text}</si>`).join("")}</sst>`,
    );
  for (const [at, { rows, merges = [] }] of leaves.entries())
    parts[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(
      `${head}<worksheet ${space}><sheetData>${rows}</sheetData>${
        merges.length === 0
          ? ""
          : `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`
      }</worksheet>`,
    );
  return zipSync(parts);
}

/** A row of texts, each in its cell; `{n:…}` a number, `{d:…}` a number shown as a day, `{f:…}` a formula with its value. */
export type Cell =
  | string
  | { readonly n: number }
  | { readonly d: number }
  | { readonly f: string; readonly is?: string };
export function row(at: number, cells: readonly Cell[], attributes = ""): string {
  const inside = cells.map((one, column) => {
    const reference = `${String.fromCodePoint(65 + column)}${at}`;
    if (typeof one === "string")
      return one === "" ? "" : `<c r="${reference}" t="inlineStr"><is><t>${escaped(one)}</t></is></c>`;
    if ("n" in one) return `<c r="${reference}"><v>${one.n}</v></c>`;
    if ("d" in one) return `<c r="${reference}" s="1"><v>${one.d}</v></c>`;
    return `<c r="${reference}" t="str"><f>${escaped(one.f)}</f>${one.is === undefined ? "" : `<v>${escaped(one.is)}</v>`}</c>`;
  });
  return `<row r="${at}" ${attributes}>${inside.join("")}</row>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** Its directory says that one part of it is half a gigabyte. */
export function bomb(): Uint8Array {
  const bytes = zipSync({
    "xl/workbook.xml": strToU8("<workbook/>"),
    "xl/worksheets/sheet1.xml": strToU8("x"),
  });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 4 < bytes.length; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 500 << 20, true);
  return bytes;
}
