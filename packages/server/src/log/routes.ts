/**
 * A desk's log over HTTP. Whoever comes here is signed in and belongs to the desk; what is left to check is that a push is
 * of one piece, by the device that sends it, and sealed under the desk's present key.
 */
import {
  Binder,
  id,
  MAX_FOLDER_ANSWER,
  Push,
  type BinderAnswer,
  type CardLine,
  type DeskId,
  type DeviceId,
  type FolderId,
  type PlacedCard,
  type PlacedSheet,
  type PushAnswer,
} from "@answerable/wire";
import { Hono } from "hono";
import * as v from "valibot";

import { readBody } from "../http/body.ts";
import { answer, complain } from "../http/complaint.ts";
import { lineOf, streamed } from "../http/lines.ts";
import { wholeNumber, type AtDesk, type Parts } from "../http/parts.ts";
import type { CardPage, Store } from "../store.ts";

const MOST_PUSH_BYTES = 1_400_000;
const MOST_BINDER_BYTES = 5_400_000;
const NDJSON = "application/x-ndjson";

export function logRoutes(parts: Parts): Hono<AtDesk> {
  const { store } = parts;
  const routes = new Hono<AtDesk>();

  routes.post("/:desk/pushes", async (c) => {
    const push = await readBody(c.req.raw, Push, MOST_PUSH_BYTES);
    if (push instanceof Response) return push;
    const fault = faultOf(push, c.get("desk"), c.get("device"));
    if (fault !== undefined) return complain(fault === "NotYourDevice" ? 403 : 422, fault);
    const epoch = (await parts.roll.team())?.desks.get(push.sheet.desk)?.epoch;
    if (push.sheet.epoch !== epoch) return complain(409, "WrongEpoch");

    const waiting = parts.pushes.push(push);
    if (!waiting) return complain(503, "Busy", { retryAfter: 1 });
    const done = await waiting;
    switch (done.type) {
      case "Placed": {
        parts.hints.grown({ desk: push.sheet.desk, place: done.place });
        return pushed(done);
      }
      case "Behind":
        return pushed(done);
      case "IdTaken":
      case "WrongPrev":
        return complain(409, done.type);
      case "WrongKey":
        return complain(422, done.type);
      case "NoDesk":
        return complain(403, "NotYourDesk");
    }
  });

  routes.get("/:desk/head", async (c) => answer((await store.heads([c.get("desk")]))[0]));

  routes.get("/:desk/box", async (c) => {
    const box = await store.box(c.get("desk"));
    return box ? answer(box) : complain(404, "NoBox");
  });

  routes.get("/:desk/cards", (c) => {
    const after = wholeNumber(c, "after");
    const before = wholeNumber(c, "before");
    if ((after === undefined) === (before === undefined)) return complain(400, "Malformed");
    return streamed(cardLines(store, c.get("desk"), { after, before }), NDJSON);
  });

  routes.get("/:desk/folders/:folder", async (c) => {
    const folder = v.safeParse(id<FolderId>(), c.req.param("folder"));
    const after = c.req.query("after") === undefined ? 0 : wholeNumber(c, "after");
    if (!folder.success || after === undefined) return complain(400, "Malformed");
    const key = await store.folderKey(c.get("desk"), folder.output);
    if (!key) return complain(404, "NoFolder");
    const sheets = sheetsOf(store, { desk: c.get("desk"), folder: folder.output, after });
    return streamed(folderText(JSON.stringify(key), sheets), "application/json");
  });

  routes.get("/:desk/binders", (c) => streamed(binderLines(store, c.get("desk")), NDJSON));

  routes.put("/:desk/binders/:n", async (c) => {
    const binder = await readBody(c.req.raw, Binder, MOST_BINDER_BYTES);
    if (binder instanceof Response) return binder;
    const isOfOnePiece =
      binder.desk === c.get("desk") && String(binder.n) === c.req.param("n") && binder.n < binder.of;
    if (!isOfOnePiece) return complain(422, "NotOfOnePiece");
    const done = await store.putBinder(binder);
    if (done.type === "BeyondHead") return complain(409, done.type);
    const said: BinderAnswer = done;
    return answer(said);
  });

  return routes;
}

function pushed(said: PushAnswer): Response {
  return answer(said);
}

function faultOf(push: Push, desk: DeskId, device: DeviceId): "NotOfOnePiece" | "NotYourDevice" | undefined {
  const { sheet, card, key } = push;
  if (sheet.device !== device) return "NotYourDevice";
  const isOneDesk = sheet.desk === desk && card.desk === desk && key.desk === desk;
  const isOneFolder = card.folder === sheet.folder && key.folder === sheet.folder;
  const isOneNumber = card.number === sheet.number && card.epoch === sheet.epoch;
  return isOneDesk && isOneFolder && isOneNumber ? undefined : "NotOfOnePiece";
}

/** Pages are sized by what the last one weighed, so that a page of large cards does not become a page of large memory. */
const PAGE_CHARACTERS = 400_000;
const MOST_ON_PAGE = 1_000;

function nextSize(lines: number, characters: number): number {
  if (lines === 0) return MOST_ON_PAGE;
  return Math.max(8, Math.min(MOST_ON_PAGE, Math.floor((PAGE_CHARACTERS * lines) / Math.max(1, characters))));
}

/**
 * Up to the head as it was at the start: a card that moves on meanwhile is above it, and the next question finds it there.
 */
async function* cardLines(
  store: Store,
  desk: DeskId,
  asked: { readonly after: number | undefined; readonly before: number | undefined },
): AsyncGenerator<string> {
  const head = (await store.heads([desk]))[0]?.place ?? 0;
  yield lineOf({ head } satisfies CardLine);
  const order: CardPage["order"] = asked.before === undefined ? "oldest first" : "newest first";
  const from: CardPage = {
    after: asked.after ?? 0,
    before: Math.min(asked.before ?? Number.MAX_SAFE_INTEGER, head + 1),
    order,
    most: 128,
  };
  let page = from;
  let reading: Promise<readonly PlacedCard[]> | undefined = store.cards(desk, from);
  while (reading) {
    const cards: readonly PlacedCard[] = await reading;
    const lines = cards.map((card) => lineOf(card satisfies CardLine));
    const last = cards.at(-1);
    reading = undefined;
    if (last && cards.length === page.most) {
      const characters = lines.reduce((sum, line) => sum + line.length, 0);
      const edge = order === "oldest first" ? { after: last.place } : { before: last.place };
      page = { ...page, ...edge, most: nextSize(lines.length, characters) };
      // One page ahead: the store reads it while this one travels.
      reading = store.cards(desk, page);
      reading.catch(() => undefined); // heard where it is awaited; nobody awaits it if the reader goes away
    }
    yield* lines;
  }
  yield lineOf({ end: true } satisfies CardLine);
}

async function* sheetsOf(
  store: Store,
  asked: { readonly desk: DeskId; readonly folder: FolderId; readonly after: number },
): AsyncGenerator<PlacedSheet> {
  let { after } = asked;
  let most = 8;
  for (;;) {
    const page = await store.sheets(asked.desk, asked.folder, { after, most });
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < most) return;
    after = last.sheet.number;
    most = nextSize(
      page.length,
      page.reduce((sum, each) => sum + each.sheet.body.length, 0),
    );
  }
}

/** A FolderAnswer, written as it is read: a long folder never stands in memory whole. It ends before it is too long to be taken. */
async function* folderText(key: string, sheets: AsyncGenerator<PlacedSheet>): AsyncGenerator<string> {
  yield `{"key":${key},"sheets":[`;
  let comma = "";
  let room = MAX_FOLDER_ANSWER - key.length - 100;
  for await (const sheet of sheets) {
    const text = comma + JSON.stringify(sheet);
    room -= text.length;
    if (room < 0) break;
    yield text;
    comma = ",";
  }
  yield "]}";
}

async function* binderLines(store: Store, desk: DeskId): AsyncGenerator<string> {
  for (const name of await store.binderNames(desk)) {
    const binder = await store.binder(desk, name);
    if (binder) yield lineOf(binder);
  }
}
