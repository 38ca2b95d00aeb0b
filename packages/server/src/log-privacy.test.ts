import { Writable } from "node:stream";

import { describe, expect, test } from "vitest";

import { listen } from "./listen.ts";
import { memoryStore } from "./memory-store.ts";
import { pinoLog } from "./pino-log.ts";
import { openServer } from "./server.ts";
import { seededRandom } from "./testing/helpline.ts";

const canaries = ["Громыхайлова", "Vasilisa-Canary", "+79990001122", "в/ч 00000"];

/** Each as it could stand in a line: itself, percent-encoded, escaped, and in base64. */
function formsOf(text: string): readonly string[] {
  const escaped = JSON.stringify(text).slice(1, -1);
  const ascii = Array.from(
    text,
    (each) => `\\u${(each.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  ).join("");
  const bytes = Buffer.from(text);
  return [
    text,
    encodeURIComponent(text),
    escaped,
    ascii,
    bytes.toString("base64"),
    bytes.toString("base64url"),
    bytes.toString("hex"),
  ];
}

describe("the log", () => {
  test("says nothing of an address, an agent, a path, a query, a header or a body", async () => {
    let said = "";
    const sink = new Writable({
      write(chunk, _, done) {
        said += String(chunk);
        done();
      },
    });
    const broken = new Error(`duplicate key: ${canaries[0]}`);
    const store = {
      ...memoryStore(),
      heads: () => Promise.reject(broken),
      team: () => Promise.reject(broken),
    };
    const server = openServer({
      store,
      now: () => Date.now(),
      random: seededRandom("privacy"),
      log: pinoLog(sink),
      foundingSecret: "a founding secret",
    });
    const listening = await listen(server, { host: "127.0.0.1", port: 0 });
    const origin = `http://127.0.0.1:${listening.port}`;
    for (const canary of canaries) {
      const encoded = encodeURIComponent(canary);
      const header = Buffer.from(canary).toString("base64");
      const headers = {
        "user-agent": `agent-${header}`,
        authorization: `Bearer ${header}`,
        cookie: `name=${encoded}`,
        referer: `https://example.org/${encoded}`,
        "x-forwarded-for": `203.0.113.7, ${encoded}`,
        "x-founding-secret": header,
        "content-type": "application/json",
      };
      const body = JSON.stringify({ device: canary, [canary]: canary });
      const paths = [
        `/${encoded}`,
        `/api/${encoded}`,
        `/api/desks/${encoded}/head?q=${encoded}`,
        `/api/team?after=${encoded}`,
        "/api/team?after=0",
        `/api/blobs/${encoded}/${encoded}`,
        "/api/work",
      ];
      for (const path of paths) await fetch(origin + path, { headers });
      const letter = {
        ...headers,
        "content-type": "application/octet-stream",
        "x-answerable-work": header,
        "x-answerable-period": header,
      };
      await fetch(`${origin}/api/drops/${encoded}/${encoded}`, { method: "PUT", headers: letter, body });
      await fetch(`${origin}/api/drops/${"A".repeat(22)}/${"A".repeat(22)}`, {
        method: "PUT",
        headers: letter,
        body,
      });
      const upload = {
        ...headers,
        "tus-resumable": "1.0.0",
        "upload-length": "9",
        "upload-metadata": `filename ${header}`,
      };
      await fetch(`${origin}/api/blobs/${"A".repeat(22)}`, { method: "POST", headers: upload, body });
      for (const path of [
        "/api/sign-in",
        "/api/sign-in/challenge",
        "/api/team",
        `/api/mail/${"A".repeat(22)}`,
        `/api/mail/${encoded}/challenge`,
      ]) {
        await fetch(origin + path, { method: "POST", headers, body });
      }
      await fetch(`${origin}/api/team`, {
        method: "POST",
        headers: { ...headers, "x-founding-secret": "a founding secret" },
        body,
      });
    }
    await listening.close(1_000);
    await server.close();

    expect(said).toContain('"route":"/api/team","status":500');
    for (const canary of canaries) for (const form of formsOf(canary)) expect(said).not.toContain(form);
    for (const word of ["127.0.0.1", "203.0.113.7", "agent", "Bearer", "cookie", "founding secret", "?"]) {
      expect(said).not.toContain(word);
    }
  });
});
