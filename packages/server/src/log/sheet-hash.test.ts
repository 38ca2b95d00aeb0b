import { createHash } from "node:crypto";

import { labelled, SealedSheet } from "@answerable/wire";
import { expect, test } from "vitest";

import { testHelpline } from "../testing/helpline.ts";
import { hashOfSheet } from "./sheet-hash.ts";

test("the hash of a sheet is the one that every device computes from its canonical form", async () => {
  const helpline = await testHelpline();
  let push = helpline.push();
  for (let n = 0; n < 50; n += 1) {
    const canonical = createHash("sha256")
      .update(labelled("answerable/sheet-hash/1", push.sheet))
      .digest("base64url");
    expect(hashOfSheet(push.sheet)).toBe(canonical);
    push = helpline.push({ after: push, bytes: 1 + n * 40 });
  }
});

test("the hash covers every field that a sheet has", async () => {
  const { sheet } = (await testHelpline()).push();
  const other = (await testHelpline({ seed: "another" })).push().sheet;
  const names = Object.keys(SealedSheet.entries);
  const hashes = names.map((name) => {
    const changed: Record<string, unknown> = {
      ...sheet,
      [name]:
        name === "v"
          ? 2
          : Object.entries({ ...other, number: 9, epoch: 7, seen: 5, prev: hashOfSheet(other) }).find(
              ([each]) => each === name,
            )?.[1],
    };
    return hashOfSheet(changed as SealedSheet); // on purpose not one: only its hash is looked at
  });
  expect(new Set([...hashes, hashOfSheet(sheet)]).size).toBe(names.length + 1);
});
