/** What is wrong with a pack, and where: a path into the JSON, from which a line of the file follows (locate.ts). */

export type JsonPath = readonly (string | number)[];

export interface Problem {
  /** An error makes the pack unusable; a warning is for the lawyer who edits it. */
  readonly weight: "error" | "warning";
  readonly path: JsonPath;
  readonly what: string;
}

export function pathText(path: JsonPath): string {
  let text = "";
  for (const part of path) {
    if (typeof part === "number") text += `[${part}]`;
    else text += text === "" ? part : `.${part}`;
  }
  return text === "" ? "the file" : text;
}
