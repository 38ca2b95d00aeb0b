import type { Head } from "@answerable/wire";
import { describe, expect, test, vi } from "vitest";

import { memoryStore } from "../memory-store.ts";
import { plugged } from "../testing/plugged.ts";

/** Reads a line of hints in the background. */
function listening(hints: AsyncGenerator<Head>): {
  readonly heard: Head[];
  readonly ended: Promise<unknown>;
} {
  const heard: Head[] = [];
  async function read(): Promise<void> {
    for await (const head of hints) heard.push(head);
  }
  return { heard, ended: read().catch((cause: unknown) => cause) };
}
/** Long enough for a hint that must not come. For one that must, it is waited for. */
const settled = () => new Promise((done) => setTimeout(done, 20));
const come = (heard: readonly Head[], count: number) =>
  vi.waitFor(() => expect(heard).toHaveLength(count), 10_000);

describe("hints", () => {
  test("begin with the heads as they are, and then tell only what grew, once for each moment", async () => {
    const { wire, helpline, clock, server } = await plugged();
    clock.pass(60); // the founding has been told
    await wire.push(helpline.push());
    const gone = new AbortController();
    const { heard } = listening(wire.hints(gone.signal));
    await come(heard, 1);
    expect(heard).toEqual([{ desk: helpline.desk, place: 1 }]);
    for (let n = 0; n < 5; n += 1) await wire.push(helpline.push());
    await settled();
    expect(heard).toHaveLength(1);
    clock.pass(60);
    await come(heard, 2);
    expect(heard.slice(1)).toEqual([{ desk: helpline.desk, place: 6 }]);
    gone.abort();
    await server.close();
  });

  test("tell that the team log has grown, once, also where the desk has not", async () => {
    const { wire, helpline, clock, server, store } = await plugged();
    const gone = new AbortController();
    const { heard } = listening(wire.hints(gone.signal));
    await come(heard, 1);
    const act = { type: "DeviceRenewed" as const };
    const statement = await helpline.statement(act);
    expect(await wire.pushTeam({ statements: [statement], boxes: [] })).toMatchObject({ type: "Taken" });
    clock.pass(60);
    await come(heard, 2);
    const { length: team } = await store.team(0);
    expect(heard.slice(1)).toEqual([{ desk: helpline.desk, place: 0, team }]);
    gone.abort();
    await server.close();
  });

  test("reach a device whose server process heard of it only by asking", async () => {
    const store = memoryStore();
    const one = await plugged({ store: { ...store, announce: async () => undefined } });
    const gone = new AbortController();
    const { heard } = listening(one.wire.hints(gone.signal));
    await come(heard, 1);
    // Another process on the same store, whose message between processes was lost.
    await store.append([one.helpline.push()]);
    one.clock.pass(5_000);
    await vi.waitFor(() => expect(heard.at(-1)).toEqual({ desk: one.helpline.desk, place: 1 }), 10_000);
    gone.abort();
    await one.server.close();
  });

  test("end when the server stops, and when the session is over", async () => {
    const first = await plugged();
    const stopped = listening(first.wire.hints(new AbortController().signal));
    await come(stopped.heard, 1);
    await first.server.close();
    expect(await stopped.ended).toBeUndefined();

    const second = await plugged();
    const over = listening(second.wire.hints(new AbortController().signal));
    await come(over.heard, 1);
    second.clock.pass(12 * 3_600_000 + 30_000);
    expect(await over.ended).toBeUndefined();
  });

  test("are for those who are signed in", async () => {
    const { stranger } = await plugged();
    await expect(stranger.hints(new AbortController().signal).next()).rejects.toMatchObject({ status: 401 });
  });
});
