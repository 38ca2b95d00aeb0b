/** Publishing over HTTP, and what is served to anyone below /record. */
import { MAX_PUBLICATION_BYTES, PUBLICATION_TYPE, type PublicationAnswer } from "@answerable/wire";
import { Hono } from "hono";

import { wholeBytes } from "../http/body.ts";
import { answer, complain } from "../http/complaint.ts";
import type { Parts, Signed } from "../http/parts.ts";
import { serveFile, type StaticFiles } from "../http/static-files.ts";
import { openArchive, servedFrom, unpacked } from "./archive.ts";

/** Behind the session. */
export function publicationRoutes({ store, roll }: Pick<Parts, "store" | "roll">): Hono<Signed> {
  const routes = new Hono<Signed>();
  routes.post("/", async (c) => {
    if (c.req.header("content-type") !== PUBLICATION_TYPE) return complain(415, "NotJson");
    const archive = await wholeBytes(c.req.raw, MAX_PUBLICATION_BYTES);
    if (!archive) return complain(413, "TooLarge");
    const team = await roll.newest();
    if (!team) return complain(401, "NotSignedIn");
    const opened = await openArchive(archive, { team });
    if (typeof opened === "string") return complain(422, opened);
    const put = await store.publish({ release: opened.release, archive });
    const said: PublicationAnswer =
      put === "Published" ? { type: "Published" } : { type: "Behind", number: put.behind };
    return answer(said);
  });
  return routes;
}

const LOOK_AGAIN_AFTER = 2_000;

/** What is public may be found; nothing else of a helpline is for a search engine. */
const robots = "User-agent: *\nAllow: /record/\nDisallow: /\n";
const robotHeaders = {
  "content-type": "text/plain; charset=utf-8",
  "cache-control": "public, max-age=86400",
};

/** The newest release in memory, looked for again every two seconds by whoever asks. What was checked once at its coming is not checked again. */
export function openRecord({ store, now }: Pick<Parts, "store" | "now">) {
  let release = 0;
  let files: StaticFiles = new Map();
  let asked = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;

  async function look(): Promise<void> {
    const newer = await store.publication(release);
    asked = now();
    if (!newer) return;
    const held = unpacked(newer.archive);
    if (!held) throw new Error("what was published cannot be read");
    files = servedFrom(newer.archive, held);
    ({ release } = newer);
  }

  return {
    /** undefined: no such file. */
    async serve(request: Request): Promise<Response | undefined> {
      const { pathname } = new URL(request.url);
      if (pathname === "/record")
        return new Response(null, { status: 308, headers: { location: "/record/" } });
      if (pathname === "/robots.txt") return new Response(robots, { headers: robotHeaders });
      if (!pathname.startsWith("/record/")) return undefined;
      if (Math.abs(now() - asked) >= LOOK_AGAIN_AFTER)
        await (asking ??= look().finally(() => (asking = undefined)));
      const served = serveFile(files, request);
      if (served?.ok) served.headers.set("cache-control", "public, max-age=300, stale-while-revalidate=3600");
      return served;
    },
  };
}
