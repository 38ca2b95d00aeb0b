/** What every store must do with leases: never two who hold one at once. Run in memory and against PostgreSQL. */
import { idFrom, type DeskId, type LeaseClaim, type LeaseToken } from "@answerable/wire";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Store } from "../store.ts";
import type { OpenedStore } from "./describe-store.ts";
import { seededRandom, testHelpline } from "./helpline.ts";

export function describeLeases(name: string, open: () => Promise<OpenedStore>): void {
  describe(`the leases of a store ${name}`, () => {
    const random = seededRandom(`leases ${name}`);
    let opened: OpenedStore | undefined;
    let desks: readonly DeskId[] = [];
    beforeAll(async () => {
      opened = await open();
      const helpline = await testHelpline({ seed: `leases ${name}`, desks: 2 });
      const { statements, boxes } = helpline.founding;
      await opened.store.takeTeam({ statements, boxes, desks: helpline.desks });
      desks = helpline.desks;
    });
    afterAll(() => opened?.close());
    const store = (): Store => {
      if (!opened) throw new Error("the store is not open");
      return opened.store;
    };
    const desk = (at = 0): DeskId => desks[at] ?? idFrom<DeskId>(random(16));
    const claim = () => idFrom<LeaseClaim>(random(16));
    const token = () => idFrom<LeaseToken>(random(16));

    test("the first who asks has it, until it is over or given back", async () => {
      const [mine, yours, lease] = [claim(), claim(), token()];
      const at = { desk: desk(), token: lease };
      expect(await store().lease({ ...at, claim: mine, now: 0, until: 60 })).toEqual({
        isHeld: true,
        until: 60,
      });
      expect(await store().lease({ ...at, claim: yours, now: 59, until: 99 })).toEqual({
        isHeld: false,
        until: 60,
      });
      expect(await store().lease({ ...at, claim: mine, now: 59, until: 80 })).toEqual({
        isHeld: true,
        until: 80,
      });
      expect((await store().lease({ ...at, claim: yours, now: 80, until: 99 })).isHeld).toBe(true);
      expect((await store().lease({ ...at, claim: mine, now: 81, until: 81 })).isHeld).toBe(false);
      expect((await store().lease({ ...at, claim: yours, now: 82, until: 82 })).isHeld).toBe(true);
      expect((await store().lease({ ...at, claim: mine, now: 83, until: 90 })).isHeld).toBe(true);
    });

    test("the same token at another desk is another lease", async () => {
      const lease = token();
      const wish = { token: lease, now: 0, until: 60 };
      expect((await store().lease({ ...wish, desk: desk(0), claim: claim() })).isHeld).toBe(true);
      expect((await store().lease({ ...wish, desk: desk(1), claim: claim() })).isHeld).toBe(true);
    });

    test("of many who ask at once, one has it", async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 2, max: 20 }), async (many) => {
          const lease = token();
          const all = Array.from({ length: many }, () => claim());
          const taken = await Promise.all(
            all.map((one) => store().lease({ desk: desk(), token: lease, claim: one, now: 10, until: 20 })),
          );
          expect(taken.filter(({ isHeld }) => isHeld)).toHaveLength(1);
        }),
        { seed: 70, numRuns: 20 },
      );
    });
  });
}
