/** Leases over HTTP: a token, a claim, so many seconds. The server's clock decides; a device counts from when it asked. */
import { id, LeaseAsk, type LeaseAnswer, type LeaseToken } from "@answerable/wire";
import { Hono } from "hono";
import * as v from "valibot";

import { readBody } from "../http/body.ts";
import { answer, complain } from "../http/complaint.ts";
import type { AtDesk, Parts } from "../http/parts.ts";

const leaseToken = id<LeaseToken>();

/** Below /api/desks, behind the session. */
export function leaseRoutes({ store, now }: Pick<Parts, "store" | "now">): Hono<AtDesk> {
  const routes = new Hono<AtDesk>();
  routes.put("/:desk/leases/:token", async (c) => {
    const token = v.safeParse(leaseToken, c.req.param("token"));
    if (!token.success) return complain(400, "Malformed");
    const ask = await readBody(c.req.raw, LeaseAsk, 1_000);
    if (ask instanceof Response) return ask;
    const at = now();
    const wish = { desk: c.get("desk"), token: token.output, claim: ask.claim, now: at };
    const { isHeld, until } = await store.lease({ ...wish, until: at + ask.seconds * 1_000 });
    const seconds = Math.max(0, isHeld ? ask.seconds : Math.ceil((until - at) / 1_000));
    const said: LeaseAnswer = { type: isHeld ? "Held" : "Taken", seconds };
    return answer(said);
  });
  return routes;
}
