/**
 * Where in a JSON text a value stands: line and column for a path, for lawyers who edit packs by hand.
 * Also finds what JSON.parse hides: a name given twice in one object, of which only the last would count.
 */
import { type JsonPath, type Problem, pathText } from "./problem.ts";

export interface Place {
  readonly line: number;
  readonly column: number;
}

export type Located =
  | {
      readonly type: "Read";
      readonly value: unknown;
      placeOf(path: JsonPath): Place;
      readonly doubles: readonly Problem[];
    }
  | { readonly type: "NotJson"; readonly place: Place; readonly what: string };

class Unreadable extends Error {
  readonly at: number;
  constructor(at: number, what: string) {
    super(what);
    this.at = at;
  }
}

export function locate(text: string): Located {
  const places = new Map<string, number>();
  const doubles: Problem[] = [];
  let at = 0;

  function value(path: JsonPath): void {
    space();
    if (!places.has(pathText(path))) places.set(pathText(path), at);
    const symbol = text[at];
    if (symbol === "{") object(path);
    else if (symbol === "[") array(path);
    else if (symbol === '"') string();
    else scalar();
    space();
  }

  function object(path: JsonPath): void {
    const seen = new Set<string>();
    at += 1;
    space();
    while (text[at] !== "}") {
      if (text[at] !== '"')
        throw new Unreadable(
          at,
          seen.size > 0 && text[at - 1] === ","
            ? "a comma too many, or a name without quotes"
            : "a name in double quotes is expected",
        );
      const nameAt = at;
      const name = string();
      const inside = [...path, name];
      if (seen.has(name))
        doubles.push({ weight: "error", path: inside, what: `"${name}" stands twice in the same object` });
      seen.add(name);
      places.set(pathText(inside), nameAt);
      space();
      expect(":", "a colon is expected after the name");
      value(inside);
      if (text[at] === ",") {
        at += 1;
        space();
        if (text[at] === "}") throw new Unreadable(at, "a comma too many before the closing brace");
      } else if (text[at] !== "}") throw new Unreadable(at, "a comma or a closing brace is expected");
    }
    at += 1;
  }

  function array(path: JsonPath): void {
    at += 1;
    space();
    for (let index = 0; text[at] !== "]"; index += 1) {
      value([...path, index]);
      if (text[at] === ",") {
        at += 1;
        space();
        if (text[at] === "]") throw new Unreadable(at, "a comma too many before the closing bracket");
      } else if (text[at] !== "]") throw new Unreadable(at, "a comma or a closing bracket is expected");
    }
    at += 1;
  }

  function string(): string {
    const from = at;
    at += 1;
    while (at < text.length && text[at] !== '"') {
      if (text[at] === "\n") throw new Unreadable(from, "a closing quote is missing on this line");
      at += text[at] === "\\" ? 2 : 1;
    }
    at += 1;
    return parsed(from, "a text that JSON cannot read") as string; // a quoted JSON text is a string
  }

  function scalar(): void {
    const from = at;
    while (at < text.length && /[-+.\w]/.test(text[at] ?? "")) at += 1;
    if (at === from) throw new Unreadable(at, "a value is expected");
    parsed(from, "a value that JSON cannot read: texts stand in double quotes");
  }

  function parsed(from: number, what: string): unknown {
    try {
      return JSON.parse(text.slice(from, at));
    } catch {
      throw new Unreadable(from, what);
    }
  }

  function expect(symbol: string, what: string): void {
    if (text[at] !== symbol) throw new Unreadable(at, what);
    at += 1;
  }

  function space(): void {
    while (at < text.length && " \n\r\t".includes(text[at] ?? "-")) at += 1;
  }

  try {
    value([]);
    if (at < text.length) throw new Unreadable(at, "something stands after the end");
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown;
    return { type: "NotJson", place: placeAt(text, thrown.at), what: thrown.message };
  }
  return {
    type: "Read",
    value: JSON.parse(text),
    doubles,
    /** The nearest thing above, where the path names something that is missing. */
    placeOf(path) {
      for (let length = path.length; length >= 0; length -= 1) {
        const found = places.get(pathText(path.slice(0, length)));
        if (found !== undefined) return placeAt(text, found);
      }
      return { line: 1, column: 1 };
    },
  };
}

function placeAt(text: string, at: number): Place {
  const before = text.slice(0, at);
  return { line: before.split("\n").length, column: at - before.lastIndexOf("\n") };
}
