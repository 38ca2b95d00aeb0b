/**
 * The letterbox's slot: anyone may put a letter through it, with a little work and no name. And the desk's side of it: who
 * belongs to the desk takes the letters out, oldest first.
 */
import {
  id,
  isTakenPeriod,
  MAX_DROP_BYTES,
  PERIOD_HEADER,
  WORK_HEADER,
  type DeskId,
  type DropAnswer,
  type DropId,
  type DropLine,
  type Hash,
  type Period,
} from "@answerable/wire";
import { Hono } from "hono";
import * as v from "valibot";

import { textOf } from "../bytes.ts";
import { declaredBytes, wholeBytes } from "../http/body.ts";
import { answer, complain } from "../http/complaint.ts";
import { lineOf, streamed } from "../http/lines.ts";
import { wholeNumber, type AtDesk, type Parts } from "../http/parts.ts";
import { openGroups, type Groups } from "../log/group-commit.ts";
import { sha256 } from "../sign-in/verify.ts";
import type { DropToFile, Filed, OutsideStore } from "./outside-store.ts";
import type { Secrets } from "./secrets.ts";

const deskId = id<DeskId>();
const dropId = id<DropId>();
const PAGE_BYTES = 2_000_000;

export type DropGroups = Groups<DropToFile, Filed>;

export function openDropGroups(store: OutsideStore): DropGroups {
  return openGroups({
    append: store.fileDrops,
    deskOf: (drop: DropToFile) => drop.desk,
    bytesOf: (drop) => drop.body.length,
    isShared: true,
    writers: 4,
  });
}

export function workRoutes(secrets: Secrets): Hono {
  const routes = new Hono();
  routes.get("/", async () => answer((await secrets.work()).challenge()));
  return routes;
}

export interface DropParts extends Pick<Parts, "store" | "roll" | "now"> {
  readonly secrets: Secrets;
  readonly groups: DropGroups;
}

export function dropRoutes({ store, roll, now, secrets, groups }: DropParts): Hono {
  const routes = new Hono();

  routes.put("/:desk/:drop", async (c) => {
    const desk = v.safeParse(deskId, c.req.param("desk"));
    const drop = v.safeParse(dropId, c.req.param("drop"));
    const period = Number(c.req.header(PERIOD_HEADER));
    if (!desk.success || !drop.success) return complain(400, "Malformed");
    if (c.req.header("content-type") !== "application/octet-stream") return complain(415, "NotBytes");
    const declared = declaredBytes(c.req.raw);
    if (declared !== undefined && declared > MAX_DROP_BYTES) return complain(413, "TooLarge");
    const team = (await roll.team()) ?? (await roll.newest());
    if (!team?.desks.has(desk.output)) return complain(404, "NoDesk");
    const taken = Number.isSafeInteger(period) && isTakenPeriod(team, desk.output, period);
    if (!taken) return complain(409, "WrongPeriod");

    const body = await wholeBytes(c.req.raw, MAX_DROP_BYTES);
    if (!body) return complain(413, "TooLarge");
    if (body.length === 0) return complain(400, "Malformed");
    const hash = textOf(sha256(body)) as Hash; // makes the brand
    const prove = await secrets.filing();
    const office = await secrets.work();
    const work = office.check(c.req.header(WORK_HEADER), hash);
    if (!work) {
      // A letter that is there already costs no second work: its answer was lost on the way.
      const before = await store.filed(desk.output, drop.output);
      const isSame = before?.type === "Filed" && before.hash === hash;
      return isSame ? filed(prove(hash, before.day)) : complain(403, "NoWork");
    }
    const day = new Date(now()).toISOString().slice(0, 10);
    const whole = { desk: desk.output, id: drop.output, period: period as Period, body, hash, day, work }; // makes the brand: it is of the log
    const filing = groups.push(whole);
    if (!filing) return complain(503, "Busy", { retryAfter: 10 });
    const done = await filing;
    switch (done.type) {
      case "Filed":
        office.count();
        return filed(prove(hash, done.day));
      case "WorkUsed":
        return complain(403, "NoWork");
      case "IdTaken":
        return complain(409, done.type);
      case "NoDesk":
        return complain(404, done.type);
    }
  });

  return routes;
}

/** Below /api/desks, behind the session. */
export function deskDropRoutes({ store }: Pick<Parts, "store">): Hono<AtDesk> {
  const routes = new Hono<AtDesk>();
  routes.get("/:desk/drops", (c) => {
    const after = wholeNumber(c, "after");
    if (after === undefined) return complain(400, "Malformed");
    return streamed(dropLines(store, c.get("desk"), after), "application/x-ndjson");
  });
  return routes;
}

async function* dropLines(store: OutsideStore, desk: DeskId, from: number): AsyncGenerator<string> {
  const head = await store.dropHead(desk);
  yield lineOf({ head } satisfies DropLine);
  let after = from;
  while (after < head) {
    const page = await store.drops(desk, { after, mostBytes: PAGE_BYTES });
    const last = page.at(-1);
    if (!last) break;
    for (const drop of page) yield lineOf(drop satisfies DropLine);
    after = last.place;
  }
  yield lineOf({ end: true } satisfies DropLine);
}

function filed(proof: DropAnswer["proof"]): Response {
  const said: DropAnswer = { type: "Taken", proof };
  return answer(said);
}
