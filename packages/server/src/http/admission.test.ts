/** The door: what is let in, what is turned away, and that strangers cannot stand in it alone. */
import { PERIOD_HEADER } from "@answerable/wire";
import fc from "fast-check";
import { expect, test, vi } from "vitest";

import { withLetterbox } from "../testing/outside.ts";
import { openAdmission } from "./admission.ts";

const limits = { requests: 6, bytes: 1_000 };

test("never more than the limits are inside, and whoever shows a session finds half of the room, whatever strangers do", () => {
  const any = fc.array(
    fc.record({
      bytes: fc.integer({ min: 0, max: limits.bytes / 2 }),
      isKnown: fc.boolean(),
      leaves: fc.nat(7),
    }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(any, (steps) => {
      const { enter, underWay } = openAdmission(limits);
      let inside: { readonly bytes: number; readonly isKnown: boolean; readonly leave: () => void }[] = [];
      for (const { bytes, isKnown, leaves } of steps) {
        const known = inside.filter((one) => one.isKnown);
        const leave = enter(bytes, isKnown);
        if (leave) inside.push({ bytes, isKnown, leave });
        else if (isKnown) {
          const held = known.reduce((sum, one) => sum + one.bytes, 0);
          expect(known.length >= limits.requests / 2 || held + bytes > limits.bytes / 2).toBe(true);
        }
        const sum = inside.reduce((all, one) => all + one.bytes, 0);
        expect(underWay()).toEqual({ requests: inside.length, bytes: sum });
        expect(inside.length).toBeLessThanOrEqual(limits.requests);
        expect(inside.length === 1 || sum <= limits.bytes).toBe(true);
        const gone = inside[leaves];
        gone?.leave();
        gone?.leave();
        inside = inside.filter((one) => one !== gone);
      }
      for (const { leave } of inside) leave();
      expect(underWay()).toEqual({ requests: 0, bytes: 0 });
    }),
    { seed: 91, numRuns: 300 },
  );
});

test("a hundred letters that are begun and never sent do not keep the desk from its work", async () => {
  const { server, ask, token, wire, helpline } = await withLetterbox({ most: { bodyBytes: 20_000_000 } });
  const bodies: ReadableStreamDefaultController<Uint8Array>[] = [];
  const slow = Array.from({ length: 100 }, () =>
    ask(`/api/drops/${helpline.desk}/${helpline.folder()}`, {
      method: "PUT",
      headers: { "content-type": "application/octet-stream", [PERIOD_HEADER]: "1" },
      body: new ReadableStream({ start: (body) => void bodies.push(body) }),
      duplex: "half",
    } as RequestInit),
  );
  await vi.waitFor(() => expect(server.underWay().bytes).toBeGreaterThan(8_000_000), 20_000);
  expect(server.underWay().bytes).toBeLessThanOrEqual(10_000_000);
  expect(await wire.push(helpline.push())).toMatchObject({ type: "Placed" });
  expect((await ask("/api/work", { token })).status).toBe(200);
  for (const body of bodies) body.close();
  const answers = await Promise.all(slow);
  expect(answers.map(({ status }) => status)).toContain(503);
  expect(server.underWay()).toEqual({ requests: 0, bytes: 0 });
});
