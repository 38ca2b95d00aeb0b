/**
 * XML as a walk over its elements. What a document type declares is not obeyed: no entity of its own, none from outside; depth and
 * length of text are bounded, so that a small file cannot become a large one.
 */
import { SaxesParser } from "saxes";

import { CannotRead, type ListKind } from "./grid.ts";

export interface Walker {
  /** Name without its prefix; attributes by theirs. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

const MOST_DEPTH = 100;
/** Bytes given to the parser at once. */
const PIECE = 1 << 20;

export function walkXml(xml: string | Uint8Array, kind: ListKind, walker: Walker): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const broken = () => new CannotRead({ type: "Broken", kind });
  let depth = 0;
  parser.on("error", () => {
    throw broken();
  });
  parser.on("doctype", (type) => {
    if (type.includes("<!ENTITY")) throw broken();
  });
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    if (depth > MOST_DEPTH) throw broken();
    walker.open(bare(name), attributes);
  });
  parser.on("text", walker.text);
  parser.on("cdata", walker.text);
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    walker.close(bare(name));
  });
  if (typeof xml === "string") parser.write(xml);
  else {
    const decoder = new TextDecoder("utf-8");
    for (let at = 0; at < xml.length; at += PIECE)
      parser.write(decoder.decode(xml.subarray(at, at + PIECE), { stream: true }));
  }
  parser.close();
}

function bare(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
