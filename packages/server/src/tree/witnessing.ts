/**
 * Asks a witness for its line under the checkpoint of a desk, when the log has grown. A witness that is away makes nobody wait for long
 * and stops nothing: devices say that its word is missing.
 */
import { SIZE_TYPE, writeWitnessed, type DeskId } from "@answerable/wire";

/** One question to the witness: see wire/witnessing.ts. Throws where it cannot be reached. */
export type AskWitness = (question: string) => Promise<{ readonly status: number; readonly text: string }>;

export interface Checkpointed {
  readonly size: number;
  readonly note: string;
  readonly growth: (from: number) => Promise<readonly Uint8Array[]>;
}
export type Cosigned = (desk: DeskId, checkpoint: Checkpointed) => Promise<readonly string[]>;

/** Milliseconds in which a witness that did not answer is not asked again. */
const AWAY = 10_000;

export function openWitnessing(deps: { readonly ask: AskWitness; readonly now: () => number }): Cosigned {
  const known = new Map<DeskId, { readonly size: number; readonly lines: readonly string[] }>();
  let awayUntil = 0;

  async function asked(desk: DeskId, checkpoint: Checkpointed): Promise<readonly string[]> {
    let old = known.get(desk)?.size ?? 0;
    for (let tries = 0; tries < 2; tries += 1) {
      const growth = old === 0 || old === checkpoint.size ? [] : await checkpoint.growth(old);
      const { status, text } = await deps.ask(writeWitnessed({ old, growth, note: checkpoint.note }));
      if (status === 200) return linesIn(text);
      const size = Number(text.trim());
      // Another process of this server, or the server before it, was here. What is ahead of us has no line for us.
      if (status !== 409 || !Number.isSafeInteger(size) || size > checkpoint.size) return [];
      old = size;
    }
    return [];
  }

  return async (desk, checkpoint) => {
    const before = known.get(desk);
    if (before?.size === checkpoint.size && before.lines.length > 0) return before.lines;
    if (checkpoint.size === 0 || deps.now() < awayUntil) return [];
    try {
      const lines = await asked(desk, checkpoint);
      if (lines.length > 0) known.set(desk, { size: checkpoint.size, lines });
      return lines;
    } catch {
      awayUntil = deps.now() + AWAY;
      return [];
    }
  };
}

function linesIn(text: string): readonly string[] {
  const lines = text.split("\n").filter((line) => /^— [^\s+]+ [A-Za-z0-9+/=]{1,300}$/u.test(line));
  return lines.slice(0, 4).map((line) => `${line}\n`);
}

/** Over the network, within three seconds: somebody waits for the answer. */
export function witnessAt(url: string, fetch: (request: Request) => Promise<Response>): AskWitness {
  const path = `${url.replace(/\/$/u, "")}/add-checkpoint`;
  return async (question) => {
    const answer = await fetch(
      new Request(path, {
        method: "POST",
        body: question,
        redirect: "error",
        signal: AbortSignal.timeout(3_000),
      }),
    );
    const isSize = answer.headers.get("content-type") === SIZE_TYPE;
    if (answer.status === 409 && !isSize) throw new Error("a witness of another kind");
    return { status: answer.status, text: (await answer.text()).slice(0, 4_000) };
  };
}
