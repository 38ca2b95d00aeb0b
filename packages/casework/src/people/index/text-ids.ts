/** Texts that are said again and again (a unit, a relative's name), kept once each and numbered. Nothing said is -1. */
export interface TextIds {
  readonly learn: (text: string) => number;
  readonly at: (id: number) => string;
}

export function openTextIds(): TextIds {
  const ids = new Map<string, number>();
  const texts: string[] = [];
  return {
    learn(text) {
      if (text.trim() === "") return -1;
      let id = ids.get(text);
      if (id === undefined) ids.set(text, (id = texts.push(text) - 1));
      return id;
    },
    at: (id) => texts[id] ?? "",
  };
}
