/** The log's checkpoint with its proofs, for whoever belongs to the desk: how many sheets a desk has is nobody else's business. */
import { MOST_PROVEN } from "@answerable/wire";
import { Hono } from "hono";

import { answer, complain } from "../http/complaint.ts";
import { wholeNumber, type AtDesk } from "../http/parts.ts";
import type { Checkpoints } from "./checkpoints.ts";

export function treeRoutes(checkpoints: () => Promise<Checkpoints>): Hono<AtDesk> {
  const routes = new Hono<AtDesk>();
  routes.get("/:desk/log", async (c) => {
    const from = wholeNumber(c, "from");
    const named = c.req.query("places") ?? "";
    const places = named === "" ? [] : named.split(",").map(Number);
    const isMalformed = places.length > MOST_PROVEN || places.some((place) => !Number.isSafeInteger(place));
    if (from === undefined || isMalformed) return complain(400, "Malformed");
    const said = await (await checkpoints()).answer({ desk: c.get("desk"), from, places });
    return said ? answer(said) : complain(404, "NoPlace");
  });
  return routes;
}
