/**
 * Devices that push without rest: new folders, sheets that follow, retries of what got no answer, now and then the same push
 * twice at once. What was answered is written down here; whether it is there is asked afterwards, by SQL.
 */
import { openWire, Unreachable, WireRefusal, type Push, type Wire } from "@answerable/wire";

import type { TestHelpline } from "./helpline.ts";

export interface Load {
  /** Sheet id to place, of every push that was answered. */
  readonly acknowledged: ReadonlyMap<string, number>;
  /** What went wrong that must not: answers that contradict each other, refusals that are none of "not now". */
  readonly faults: readonly string[];
  readonly refusals: ReadonlyMap<number, number>;
  /** How often nobody answered at all. */
  readonly unreached: () => number;
  readonly stop: () => Promise<void>;
}

export function startLoad(deps: {
  readonly helpline: TestHelpline;
  readonly origin: () => string;
  readonly token: string;
  readonly workers: number;
  /** Of a sheet's body. */
  readonly bytes?: number;
}): Load {
  const acknowledged = new Map<string, number>();
  const faults: string[] = [];
  const refusals = new Map<number, number>();
  let unreached = 0;
  const stopping = new AbortController();
  const { signal } = stopping;

  async function once(wire: Wire, push: Push): Promise<"placed" | "again" | "over"> {
    try {
      const answer = await wire.push(push);
      if (answer.type === "Behind") {
        faults.push(`behind ${answer.number} for sheet ${push.sheet.number}`);
        return "over";
      }
      const before = acknowledged.get(push.sheet.id);
      if (before !== undefined && before !== answer.place)
        faults.push(`place ${answer.place} after place ${before}`);
      acknowledged.set(push.sheet.id, answer.place);
      return "placed";
    } catch (cause) {
      if (cause instanceof Unreachable) {
        unreached += 1;
        return "again";
      }
      if (!(cause instanceof WireRefusal)) throw cause;
      refusals.set(cause.status, (refusals.get(cause.status) ?? 0) + 1);
      if (cause.status === 503) return "again";
      faults.push(`refused ${cause.status} ${cause.reason}`);
      return "over";
    }
  }

  async function work(worker: number): Promise<void> {
    const desk = deps.helpline.desks[worker % deps.helpline.desks.length];
    let push: Push | undefined;
    while (!signal.aborted) {
      const bytes = deps.bytes ?? 900;
      push = deps.helpline.push(
        push && push.sheet.number < 5 ? { after: push, bytes } : { ...(desk ? { desk } : {}), bytes },
      );
      for (let tries = 0, outcome = "again"; outcome === "again"; tries += 1) {
        // What has no answer when it all stops may or may not be there: nothing was promised.
        if (signal.aborted && tries > 0) return;
        const wire = openWire({ origin: deps.origin(), fetch, token: () => deps.token });
        const isDoubled = worker % 3 === 0;
        const [first] = await Promise.all(
          isDoubled ? [once(wire, push), once(wire, push)] : [once(wire, push)],
        );
        outcome = first ?? "over";
        if (outcome === "again") await new Promise((done) => setTimeout(done, 20));
        if (outcome === "over") push = undefined;
        if (push === undefined) break;
      }
    }
  }

  const working = Promise.all(Array.from({ length: deps.workers }, (_, n) => work(n)));
  return {
    acknowledged,
    faults,
    refusals,
    unreached: () => unreached,
    async stop() {
      stopping.abort();
      await working;
    },
  };
}
