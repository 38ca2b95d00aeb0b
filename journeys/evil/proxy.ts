/**
 * The evil server: a true one behind a proxy that changes what a device is told. A trick sees one answer and gives another, or
 * undefined where it has nothing to do with it. Everything by chance comes from a seed.
 */
import type { Chance } from "../../packages/replica/src/testing/chance.ts";

export interface Heard {
  readonly path: string;
  readonly text: string;
  readonly chance: Chance;
  /** What was truly answered before this, under each path, oldest first. */
  readonly before: ReadonlyMap<string, readonly string[]>;
}
export type Trick = (heard: Heard) => string | undefined;

export interface Proxy {
  readonly fetch: (request: Request) => Promise<Response>;
  /** undefined: honest. */
  trick: Trick | undefined;
  /** Answers that were changed. */
  meddled: number;
}

type Fetch = (request: Request) => Promise<Response>;

export function evilProxy(server: () => Fetch, chance: Chance): Proxy {
  const before = new Map<string, string[]>();
  const proxy: Proxy = {
    trick: undefined,
    meddled: 0,
    async fetch(request) {
      const response = await server()(request);
      if (request.method !== "GET") return response;
      const text = await response.text();
      const path = new URL(request.url).pathname;
      const other = response.ok ? proxy.trick?.({ path, text, chance, before }) : undefined;
      before.set(path, [...(before.get(path) ?? []), text]);
      if (other !== undefined && other !== text) proxy.meddled += 1;
      return new Response(other ?? text, { status: response.status, headers: response.headers });
    },
  };
  return proxy;
}

interface Sealed {
  readonly [name: string]: unknown;
}
/** Changes one thing of one kind ("sheet", "card", "key") in an answer, wherever there is one. */
export function changed(
  what: "sheet" | "card" | "key",
  change: (one: Sealed, all: readonly Sealed[], chance: Chance) => Sealed,
): Trick {
  return ({ path, text, chance }) => {
    if (what === "card") {
      if (!path.endsWith("/cards")) return undefined;
      const lines = linesOf(text);
      const all = lines.flatMap((line) => (isSealed(line["card"]) ? [line["card"]] : []));
      return onLines(text, chance, (line) =>
        isSealed(line["card"]) ? { ...line, card: change(line["card"], all, chance) } : line,
      );
    }
    if (!path.includes("/folders/")) return undefined;
    const answer = JSON.parse(text);
    if (what === "key") return JSON.stringify({ ...answer, key: change(answer.key, [], chance) });
    if (answer.sheets.length === 0) return undefined;
    const at = chance.below(answer.sheets.length);
    const all = answer.sheets.map(({ sheet }: { readonly sheet: Sealed }) => sheet);
    answer.sheets[at] = { ...answer.sheets[at], sheet: change(all[at], all, chance) };
    return JSON.stringify(answer);
  };
}

export function onLog(change: (answer: Sealed, chance: Chance) => Sealed): Trick {
  return ({ path, text, chance }) =>
    path.endsWith("/log") ? JSON.stringify(change(JSON.parse(text), chance)) : undefined;
}

/** One line that is not the head or the end. */
export function onLines(text: string, chance: Chance, change: (line: Sealed) => Sealed | undefined): string {
  const lines = linesOf(text);
  const sealed = lines.filter((line) => "card" in line);
  if (sealed.length === 0) return text;
  const chosen = chance.pick(sealed);
  const all = lines.flatMap((line) => (line === chosen ? (change(line) ?? []) : line));
  return all.map((line) => `${JSON.stringify(line)}\n`).join("");
}

function linesOf(text: string): readonly Sealed[] {
  return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Sealed])); // an answer of ours
}

function isSealed(value: unknown): value is Sealed {
  return typeof value === "object" && value !== null;
}

const SYMBOLS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Another symbol somewhere, never the last (whose stray bits are refused before anything is opened). */
export function bent(text: unknown, chance: Chance): string {
  const whole = typeof text === "string" ? text : "";
  const at = chance.below(whole.length - 1);
  const symbol = chance.pick(Array.from(SYMBOLS).filter((one) => one !== whole[at]));
  return whole.slice(0, at) + symbol + whole.slice(at + 1);
}

/** The key of one folder given out as that of another, its name changed to fit. */
export const anothersKey: Trick = ({ path, text, before }) => {
  if (!path.includes("/folders/")) return undefined;
  const other = [...before].findLast(([name]) => name.includes("/folders/") && name !== path)?.[1].at(-1);
  if (other === undefined) return undefined;
  const answer = JSON.parse(text);
  return JSON.stringify({ ...answer, key: { ...JSON.parse(other).key, folder: answer.key.folder } });
};

/** What was true yesterday, for the same question. */
export const playedAgain: Trick = ({ path, chance, before }) => {
  const said = path.includes("/desks/") ? before.get(path) : undefined;
  return said && said.length > 0 ? chance.pick(said) : undefined;
};
