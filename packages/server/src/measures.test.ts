import { describe, expect, test } from "vitest";

import { openPrometheus } from "./measures.ts";
import { ORIGIN, plugged } from "./testing/plugged.ts";

const connections = () => ({ open: 3, idle: 2, waiting: 0 });

async function watched(deps: Parameters<typeof plugged>[0] = {}) {
  const prometheus = openPrometheus({ ofProcess: false });
  const all = await plugged({ ...deps, measures: prometheus });
  prometheus.watch({ underWay: all.server.underWay, connections });
  const text = async () => (await prometheus.fetch(new Request("http://127.0.0.1/metrics"))).text();
  return { ...all, prometheus, text };
}

describe("the figures for Prometheus", () => {
  test("count answers by route, method and status, and say what is under way", async () => {
    const { wire, helpline, ask, token, text } = await watched();
    await wire.push(helpline.push());
    await ask(`/api/desks/${helpline.desk}/head`, { token });
    await ask(`/api/desks/${helpline.desk}/head`);
    const said = await text();
    expect(said).toContain(
      'answerable_requests_total{method="POST",route="/api/desks/:desk/pushes",status="200"} 1',
    );
    expect(said).toContain(
      'answerable_requests_total{method="GET",route="/api/desks/:desk/head",status="401"} 1',
    );
    expect(said).toContain('answerable_request_seconds_count{route="/api/desks/:desk/pushes"} 1');
    expect(said).toContain("answerable_requests_under_way 0");
    expect(said).toContain("answerable_database_connections 3");
  });

  test("of the process too, are called total only where they count up", async () => {
    const prometheus = openPrometheus({ ofProcess: true });
    const said = await (await prometheus.fetch(new Request("http://127.0.0.1/metrics"))).text();
    const kinds = [...said.matchAll(/^# TYPE (\S+) (\S+)$/gmu)].map(([, name, kind]) => ({ name, kind }));
    expect(kinds.map(({ name }) => name)).toContain("process_resident_memory_bytes");
    expect(kinds.filter(({ name, kind }) => kind !== "counter" && name?.endsWith("_total"))).toEqual([]);
  });

  test("name no desk, member, address, agent or path, whatever is asked", async () => {
    const { helpline, ask, token, text } = await watched();
    const canary = "Громыхайлова";
    const odd = ["/", `/${canary}`, `/api/${canary}`, `/api/desks/${canary}/head`, `/api/x?name=${canary}`];
    for (const path of [...odd, `/api/desks/${helpline.desk}/head`]) {
      const headers = { "user-agent": "canary-agent", "x-forwarded-for": "203.0.113.7" };
      await ask(path, { token, headers });
      await ask(path, { method: "PURGE", headers });
    }
    const said = await text();
    const secrets = [canary, encodeURIComponent(canary), helpline.desk, helpline.member, token];
    for (const each of [...secrets, helpline.device.device, "agent", "203.0.113.7", "PURGE"])
      expect(said).not.toContain(each);
    for (const [, route] of said.matchAll(/route="([^"]*)"/g))
      expect(route).toMatch(/^\/(?:[a-z-]+|:[a-z]+|\*)?(?:\/(?:[a-z-]+|:[a-z]+|\*))*$/);
  });

  test("what is turned away at the door is counted, and nothing of it is taken", async () => {
    const { ask, text } = await watched({ most: { requests: 0 }, founded: false });
    expect((await ask("/health")).status).toBe(503);
    const said = await text();
    expect(said).toContain("answerable_turned_away_total 1");
    expect(said).not.toContain('route="/health"');
  });

  test("are at one address and nowhere else", async () => {
    const { prometheus, server } = await watched();
    expect((await prometheus.fetch(new Request("http://127.0.0.1/"))).status).toBe(404);
    expect((await server.fetch(new Request(`${ORIGIN}/metrics`))).status).toBe(404);
  });
});

test("a server that is about to stop says so at /ready and still answers everything else", async () => {
  const { server, ask, wire, helpline } = await plugged();
  expect((await ask("/ready")).status).toBe(200);
  server.retire();
  const asked = await ask("/ready");
  expect([asked.status, await asked.json()]).toEqual([503, { type: "Stopping" }]);
  expect((await ask("/health")).status).toBe(200);
  expect((await wire.push(helpline.push())).type).toBe("Placed");
});
