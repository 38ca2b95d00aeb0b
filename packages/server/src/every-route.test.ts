/**
 * Every route is given what no client of ours sends: torn, nested, endless and foreign bodies, wild paths and headers. It says no in the
 * shape in which it always says no, never breaks, keeps nothing open, and repeats nothing of what it was given.
 */
import fc from "fast-check";
import { expect, test } from "vitest";

import type { Log } from "./log-line.ts";
import { withLetterbox } from "./testing/outside.ts";

/** One of each that server.ts knows; `:id` is where an id stands. */
const paths = [
  "/api/sign-in/challenge",
  "/api/sign-in",
  "/api/team",
  "/api/desks/:desk/box",
  "/api/desks/:desk/pushes",
  "/api/desks/:desk/head",
  "/api/desks/:desk/log",
  "/api/desks/:desk/cards",
  "/api/desks/:desk/folders/:id",
  "/api/desks/:desk/binders",
  "/api/desks/:desk/binders/:id",
  "/api/desks/:desk/drops",
  "/api/desks/:desk/mail",
  "/api/desks/:desk/blobs/:id",
  "/api/desks/:desk/leases/:id",
  "/api/meetings/:id",
  "/api/meetings/:id/offer",
  "/api/work",
  "/api/drops/:desk/:id",
  "/api/mail/:desk/challenge",
  "/api/mail/:desk",
  "/api/blobs/:desk",
  "/api/blobs/:desk/:id",
  "/api/publications",
  "/api/timestamps",
  "/api/note-key",
  "/record/",
  "/health",
  "/ready",
] as const;
const CANARY = "канарейка-9f3a";
const methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"] as const;
const types = [
  "application/json",
  "application/octet-stream",
  "application/offset+octet-stream",
  "application/zip",
  "application/timestamp-query",
  "text/plain",
  "",
] as const;

const torn = [
  "",
  "{",
  "null",
  "[]",
  `"${CANARY}"`,
  '{"__proto__":{"device":"x"},"constructor":1}',
  "[".repeat(5_000),
  `{"device":"${CANARY}","v":1e999}`,
  `{"a":"${"\\u0000".repeat(2_000)}"}`,
  "\ud800",
  "PK\u0005\u0006",
];
const body: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.constantFrom(...torn).map((text) => new TextEncoder().encode(text)),
  fc.json().map((text) => new TextEncoder().encode(text)),
  fc.uint8Array({ maxLength: 300 }),
  fc.constant(new Uint8Array(3_000).fill(0xff)),
);
const ids = ["A".repeat(22), CANARY, "..", "%00", "__proto__", "9".repeat(400), "-1"];
const query = fc.constantFrom(
  "",
  "?after=0",
  "?after=-1",
  "?after=1e3",
  "?before=99999999999999999999",
  "?from=0&places=1,1,1",
  "?from=0&places=",
  `?after=${CANARY}`,
  "?after=0&after=1&before=2",
);
const anyAsk = fc.record({
  path: fc.constantFrom(...paths),
  id: fc.constantFrom(...ids),
  isOurDesk: fc.boolean(),
  query,
  method: fc.constantFrom(...methods),
  type: fc.constantFrom(...types),
  body,
  /** Without a length, in pieces, as a client may send it that means harm. */
  isPieces: fc.boolean(),
  isSignedIn: fc.boolean(),
  headers: fc.constantFrom<Record<string, string>>(
    {},
    { "tus-resumable": "1.0.0", "upload-length": "10", "upload-offset": "0" },
    { "tus-resumable": "1.0.0", "upload-length": "99999999999999", "upload-offset": "-1" },
    { "x-answerable-period": "1", range: "bytes=5-" },
    { range: "bytes=0-0,1-1", "if-none-match": "*", authorization: "Bearer ...." },
  ),
});

test("whatever is sent to whichever route, it is answered, in its own words, and nothing is left open", async () => {
  const lines: string[] = [];
  const log: Log = {
    info: (event, facts) => lines.push(JSON.stringify([event, facts])),
    warn: (event, facts) => lines.push(JSON.stringify([event, facts])),
    error: (event, facts) => lines.push(JSON.stringify(["error", event, facts])),
  };
  const { server, ask, token, helpline, store } = await withLetterbox({ log });
  const team = (await store.team(0)).length;
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(anyAsk, async (one) => {
      const path = one.path
        .replace(":desk", one.isOurDesk ? helpline.desk : encodeURIComponent(one.id))
        .replace(":id", encodeURIComponent(one.id));
      const hasBody = one.method !== "GET" && one.method !== "HEAD";
      const pieces = new Blob([new Uint8Array(one.body)]).stream();
      const sent = hasBody ? { body: one.isPieces ? pieces : Buffer.from(one.body), duplex: "half" } : {};
      const headers = {
        ...one.headers,
        ...(one.type === "" ? {} : { "content-type": one.type }),
        ...(hasBody && !one.isPieces ? { "content-length": String(one.body.length) } : {}),
      };
      const init = { method: one.method, headers, ...sent, ...(one.isSignedIn ? { token } : {}) };
      const answer = await ask(path + one.query, init);
      const text = await answer.text();
      statuses.add(answer.status);
      expect(answer.status).not.toBe(500);
      expect(text).not.toContain(CANARY);
      expect([...answer.headers.values()].join("\n")).not.toContain("%D0%BA");
      for (const name of ["content-security-policy", "x-content-type-options", "referrer-policy"])
        expect(answer.headers.get(name), `${one.method} ${one.path}`).not.toBeNull();
      if (answer.status >= 400 && answer.headers.get("content-type") === "application/json")
        expect(Object.keys(JSON.parse(text === "" ? "{}" : text)).every((key) => key === "type")).toBe(true);
    }),
    { seed: 97, numRuns: Number(process.env["ANSWERABLE_ASKS"] ?? 500) },
  );
  expect(server.underWay()).toEqual({ requests: 0, bytes: 0 });
  expect(await store.team(0)).toHaveLength(team);
  expect(lines.filter((line) => line.startsWith('["error"'))).toEqual([]);
  expect(lines.join("\n")).not.toContain(CANARY);
  // It was not one door that said no to all of it.
  for (const status of [200, 400, 401, 403, 404, 405, 413, 415]) expect(statuses).toContain(status);
});
