/** What every store must do with releases: the next number only, once, and nothing of an older one. Run in memory and against PostgreSQL. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Store } from "../store.ts";
import type { OpenedStore } from "./describe-store.ts";

export function describePublications(name: string, open: () => Promise<OpenedStore>): void {
  describe(`the releases of a store ${name}`, () => {
    let opened: OpenedStore | undefined;
    beforeAll(async () => (opened = await open()));
    afterAll(() => opened?.close());
    const store = (): Store => {
      if (!opened) throw new Error("the store is not open");
      return opened.store;
    };
    const archive = (byte: number) => new Uint8Array(50_000).fill(byte);

    test("come one after the other, the newest is kept, and the same bytes again change nothing", async () => {
      expect(await store().publication(0)).toBeUndefined();
      expect(await store().publish({ release: 2, archive: archive(2) })).toEqual({ behind: 0 });
      expect(await store().publish({ release: 1, archive: archive(1) })).toBe("Published");
      expect(await store().publish({ release: 1, archive: archive(1) })).toBe("Published");
      expect(await store().publish({ release: 1, archive: archive(9) })).toEqual({ behind: 1 });
      const both = [archive(2), archive(3)].map((one) => store().publish({ release: 2, archive: one }));
      expect((await Promise.all(both)).filter((one) => one === "Published")).toHaveLength(1);
      const kept = await store().publication(1);
      expect(kept?.release).toBe(2);
      expect([2, 3]).toContain(kept?.archive[0]);
      expect(await store().publication(2)).toBeUndefined();
    });
  });
}
