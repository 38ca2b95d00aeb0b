/**
 * What a first day consists of, leg by leg, in a worker of a real browser: the binders over the wire, opened, put into a
 * roster, kept on the disk. And the disk of an enrolled device, laid there as its own program would lay it.
 */
import { deskKeys, openBinder, openBinderTexts } from "@answerable/seal";
import { openWire } from "@answerable/wire";

import { openRoster } from "../../packages/replica/src/roster/roster.ts";
import { indexedDbStore } from "../../packages/replica/src/store/indexed-db.ts";
import { openKeeping } from "../../packages/replica/src/store/keeping.ts";
import { openCards } from "../../packages/replica/src/sync/cards.ts";

const asked = (request) =>
  new Promise((done, failed) => {
    request.addEventListener("success", () => done(request.result));
    request.addEventListener("error", () => failed(request.error));
  });

/** The disk that a device has right after it was enrolled: see replica/at-rest.ts and the desk's worker. */
async function layDisk({ changes, secret }) {
  const opening = indexedDB.open("answerable-device", 1);
  opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore("secret"));
  const database = await asked(opening);
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", new Uint8Array(secret), hmac, false, ["sign"]);
  await asked(database.transaction("secret", "readwrite").objectStore("secret").put(key, "key"));
  database.close();
  const store = await indexedDbStore(indexedDB, "answerable");
  await store.write(changes);
  store.close();
}

const turn = new MessageChannel();
/** As the desk's worker breathes. */
function breath() {
  return new Promise((resolve) => {
    turn.port1.onmessage = resolve;
    turn.port2.postMessage(undefined);
  });
}

async function timed(go) {
  const began = performance.now();
  await go();
  return performance.now() - began;
}

/** Milliseconds of one leg: "transfer", "limit" (transfer and opening), "roster" (those and the roster), "keeping" (all). */
async function measure({ leg, desk, deskSecret, token, member }) {
  const wire = openWire({ origin: location.origin, fetch: (request) => fetch(request), token: () => token });
  const keys = deskKeys(new Uint8Array(deskSecret), desk, 1);
  if (leg === "transfer") {
    return timed(async () => {
      for await (const _ of wire.binders(desk));
    });
  }
  if (leg === "limit") {
    return timed(async () => {
      for await (const binder of wire.binders(desk)) openBinder(keys, binder);
    });
  }
  const store = await indexedDbStore(indexedDB, "bench");
  const write = leg === "keeping" ? (changes) => store.write(changes) : async () => undefined;
  const roster = openRoster(member);
  const cards = openCards({
    store,
    keeping: openKeeping({ write }, () => undefined),
    closing: { desk, openBinder: (binder) => openBinderTexts(keys, binder) },
    put: (card) => roster.put(card, false),
    pause: breath,
    progress: () => undefined,
  });
  const took = await timed(async () => {
    for await (const binder of wire.binders(desk)) await cards.takeBinder(binder);
  });
  await store.wipe();
  store.close();
  return took;
}

addEventListener("message", ({ data }) => {
  const done = data.type === "layDisk" ? layDisk(data) : measure(data);
  done.then(
    (value) => postMessage({ value }),
    (problem) => postMessage({ failed: String(problem?.stack ?? problem) }),
  );
});
