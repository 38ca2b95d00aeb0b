import { expect, test } from "vitest";

import { withLetterbox } from "../testing/outside.ts";

test("a time stamp is asked for by devices of the team alone, and not where no authority is named", async () => {
  const { ask, token } = await withLetterbox();
  const post = (headers: Record<string, string>, body = new Uint8Array(69)) =>
    ask("/api/timestamps", { method: "POST", body, headers });
  expect((await post({ "content-type": "application/timestamp-query" })).status).toBe(401);
  const signed = { authorization: `Bearer ${token}`, "content-type": "application/timestamp-query" };
  expect((await post(signed)).status).toBe(404);
});
