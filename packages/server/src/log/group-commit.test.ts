import type { DeskId, Push } from "@answerable/wire";
import { describe, expect, test } from "vitest";

import type { Appended } from "../store.ts";
import { testHelpline } from "../testing/helpline.ts";
import { placed } from "./decide-append.ts";
import { openGroupCommit } from "./group-commit.ts";

interface Group {
  readonly pushes: readonly Push[];
  readonly commit: () => void;
  readonly fail: (cause: Error) => void;
}

function heldStore() {
  const groups: Group[] = [];
  const append = (pushes: readonly Push[]) =>
    new Promise<readonly Appended[]>((done, fail) => {
      groups.push({
        pushes,
        commit: () => done(pushes.map(() => ({ type: "Placed", place: placed(1) }))),
        fail,
      });
    });
  return { groups, append };
}
/** Immediates run in their order, so one that is asked for now comes after every writer that was asked for before. */
const settled = () => new Promise((done) => setImmediate(done));
const sizes = (groups: readonly Group[]) => groups.map((group) => group.pushes.length);

describe("group commit", () => {
  test("what waits while a desk is written goes together, at most 64 at once", async () => {
    const helpline = await testHelpline();
    const { groups, append } = heldStore();
    const commit = openGroupCommit({ append });
    void commit.push(helpline.push());
    await settled();
    for (let n = 0; n < 100; n += 1) void commit.push(helpline.push());
    await settled();
    expect(sizes(groups)).toEqual([1]);
    groups[0]?.commit();
    await settled();
    groups[1]?.commit();
    await settled();
    expect(sizes(groups)).toEqual([1, 64, 36]);
  });

  test("two writers never hold pushes of one desk", async () => {
    const helpline = await testHelpline({ desks: 2 });
    const [one, two] = helpline.desks;
    const { groups, append } = heldStore();
    const commit = openGroupCommit({ append });
    const push = (desk: DeskId | undefined) => commit.push(helpline.push(desk ? { desk } : {}));
    void push(one);
    await settled();
    void push(one);
    void push(two);
    await settled();
    expect(groups.map((group) => group.pushes.map((each) => each.sheet.desk))).toEqual([[one], [two]]);
    groups[0]?.commit();
    await settled();
    expect(groups[2]?.pushes[0]?.sheet.desk).toBe(one);
  });

  test("nobody is answered before the commit, and all of a failed group hear of it", async () => {
    const helpline = await testHelpline();
    const { groups, append } = heldStore();
    const commit = openGroupCommit({ append });
    const outcomes: string[] = [];
    const first = commit.push(helpline.push())?.then(() => outcomes.push("placed"));
    const second = commit.push(helpline.push())?.catch((cause: Error) => outcomes.push(cause.message));
    await settled();
    expect(outcomes).toEqual([]);
    expect(sizes(groups)).toEqual([2]);
    groups[0]?.fail(new Error("the disk is full"));
    await second;
    await expect(first).rejects.toThrow("the disk is full");
  });

  test("turns away what would wait behind too many, and is idle when all are written", async () => {
    const helpline = await testHelpline();
    const { groups, append } = heldStore();
    const commit = openGroupCommit({ append, mostWaiting: 2, mostOfDesk: 2 });
    void commit.push(helpline.push());
    await settled();
    void commit.push(helpline.push());
    void commit.push(helpline.push());
    expect(commit.push(helpline.push())).toBeUndefined();
    let isIdle = false;
    const idle = commit.idle().then(() => (isIdle = true));
    groups[0]?.commit();
    await settled();
    expect(isIdle).toBe(false);
    groups[1]?.commit();
    await idle;
  });

  test("a desk that storms fills its own share of the waiting room and none of another desk's", async () => {
    const helpline = await testHelpline({ desks: 2 });
    const [stormy, quiet] = helpline.desks;
    const { groups, append } = heldStore();
    const commit = openGroupCommit({ append, mostWaiting: 8 });
    const push = (desk: DeskId | undefined) => commit.push(helpline.push(desk ? { desk } : {}));
    void push(stormy);
    await settled();
    const answers = Array.from({ length: 10 }, () => push(stormy));
    expect(answers.map((answer) => answer !== undefined)).toEqual([true, true, ...Array(8).fill(false)]);
    void push(quiet);
    await settled();
    expect(groups[1]?.pushes[0]?.sheet.desk).toBe(quiet);
    groups[0]?.commit();
    await settled();
    expect(sizes(groups)).toEqual([1, 1, 2]);
    expect(push(stormy)).toBeDefined();
  });
});
