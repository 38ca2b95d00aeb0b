import {
  fromText,
  isGrown,
  isSignedBy,
  leafHash,
  LOG_KEY,
  originOf,
  readNote,
  rootAlong,
  type LogAnswer,
} from "@answerable/wire";
import { describe, expect, test } from "vitest";

import { bytesOf, textOf } from "../bytes.ts";
import { hashOfSheet } from "../log/sheet-hash.ts";
import { sha256, verify } from "../sign-in/verify.ts";
import { plugged } from "../testing/plugged.ts";

function headOf(answer: LogAnswer) {
  const note = readNote(answer.note);
  if (!note) throw new Error("no note");
  return { note, ...note.checkpoint };
}

describe("what the server says of a desk's log", () => {
  test("an empty log has a checkpoint, and every later one is signed by the same key and begins with it", async () => {
    const { wire, helpline } = await plugged();
    const { desk } = helpline;
    const name = originOf(desk);
    let before = headOf(await wire.log(desk, 0));
    expect([before.size, textOf(before.root)]).toEqual([0, textOf(sha256(new Uint8Array()))]);
    for (let n = 1; n <= 12; n += 1) {
      await wire.push(helpline.push());
      const answer = await wire.log(desk, before.size);
      const later = headOf(answer);
      expect(later.origin).toBe(name);
      const key = { name, kind: LOG_KEY, key: fromText(answer.key) };
      expect(await isSignedBy(later.note, key, { sha256, verify })).toBe(true);
      if (before.size > 0) expect(answer.root).toBe(textOf(before.root));
      expect(isGrown(sha256, { earlier: before, later }, answer.growth.map(fromText))).toBe(true);
      before = later;
    }
    expect(before.size).toBe(12);
  });

  test("proves that a sheet is at its place, and has no proof for a place that is not there", async () => {
    const { wire, helpline } = await plugged();
    const pushes = Array.from({ length: 9 }, () => helpline.push());
    for (const push of pushes) await wire.push(push);
    const places = [1, 5, 9];
    const answer = await wire.log(helpline.desk, 4, places);
    const { size, root } = headOf(answer);
    for (const [n, place] of places.entries()) {
      const push = pushes[place - 1];
      const hash = leafHash(sha256, bytesOf(push ? hashOfSheet(push.sheet) : ""));
      const path = (answer.paths[n] ?? []).map(fromText);
      expect(path.length).toBeGreaterThan(0);
      expect(textOf(rootAlong(sha256, { hash, at: place - 1, size }, path) ?? root)).toBe(textOf(root));
      const elsewhere = rootAlong(sha256, { hash, at: place % 9, size }, path);
      expect(elsewhere && textOf(elsewhere)).not.toBe(textOf(root));
    }
    await expect(wire.log(helpline.desk, 0, [10])).rejects.toMatchObject({ status: 404 });
    expect(await wire.log(helpline.desk, 10)).toMatchObject({ root: "", growth: [] });
  });

  test("is for those who belong to the desk, and asks for what can be answered", async () => {
    const { ask, token, helpline } = await plugged();
    const path = `/api/desks/${helpline.desk}/log`;
    expect((await ask(`${path}?from=0`)).status).toBe(401);
    for (const wrong of ["", "?from=-1", "?from=0&places=x", `?from=0&places=${Array(65).fill(1).join(",")}`])
      expect((await ask(path + wrong, { token })).status).toBe(400);
  });
});
