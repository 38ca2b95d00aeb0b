/** Files in and out of a case, on a real server in the same process. */
import type { AttachmentId } from "@answerable/casework";
import { expect, test } from "vitest";

import type { Office } from "../office.ts";
import { memoryStore } from "../store/memory.ts";
import { StoreFull, type Store } from "../store/store.ts";
import {
  foundedOn,
  joinedTo,
  officeOn,
  PASSPHRASE,
  newCase,
  recordCall,
  serverForOffices,
  until,
} from "../testing/offices.ts";

const fresh = () => newCase() as string as AttachmentId;
const jpeg = (size: number) => {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return bytes;
};
const sent = (office: Office) => until(office, ({ files = [] }) => files.length === 0);

async function withCase(changes: Parameters<typeof foundedOn>[1] = {}) {
  const server = serverForOffices();
  const office = await foundedOn(server, changes);
  const id = newCase();
  await office.do(recordCall({ soldierName: "Громов Илья" }, id));
  const attach = (bytes: Uint8Array<ArrayBuffer>, name = "IMG_1.jpg", attachment = fresh()) =>
    office.attach({ case: id, attachment, name, source: new Blob([bytes]) });
  return { server, office, id, attach };
}

async function bytesOf(office: Office, of: Parameters<Office["openAttachment"]>[0]) {
  const opened = await office.openAttachment(of);
  if (!opened.ok) throw new Error(opened.refusal.type);
  return { ...opened.value, bytes: new Uint8Array(await opened.value.blob.arrayBuffer()) };
}

test("a photograph put in at one desk is opened at another, byte for byte, and its custody says by whom", async () => {
  const { server, office, id, attach } = await withCase();
  const bytes = jpeg(3_300_000);
  const done = await attach(bytes, "../фото/IMG_1.jpg");
  if (!done.ok) throw new Error(done.refusal.type);
  const { attachment } = done.value;
  await sent(office);
  const second = await joinedTo(office, server);
  await expect
    .poll(async () => {
      const file = await second.ask({ type: "CaseFile", case: id });
      return file.type === "Here" && file.case.attachments.length;
    })
    .toBe(1);
  const opened = await bytesOf(second, { case: id, attachment });
  expect(opened).toMatchObject({ name: "IMG_1.jpg", kind: "image/jpeg" });
  expect(Buffer.from(opened.bytes).equals(bytes)).toBe(true);
  const file = await second.ask({ type: "CaseFile", case: id });
  const told = file.type === "Here" ? file.case.attachments[0] : undefined;
  expect(told).toMatchObject({
    size: bytes.length,
    from: "desk",
    opened: [{ by: second.status().me?.member }],
  });
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  expect(told?.plain).toBe(Buffer.from(hash).toString("base64url"));
  expect(told?.key).toBe(""); // no key passes the port
  await office.lock();
  await second.lock();
  await server.close();
});

test("without a network a file waits sealed on the device, is opened there, outlives the program and goes when the line is back", async () => {
  let isCut = false;
  const store = memoryStore();
  const server = serverForOffices();
  const fetch = async (request: Request) => {
    if (isCut) throw new TypeError("no network");
    return server.fetch(request);
  };
  const office = await foundedOn(server, { fetch, store });
  const id = newCase();
  await office.do(recordCall({ soldierName: "Громов Илья" }, id));
  isCut = true;
  const bytes = jpeg(2_500_000);
  const attachment = fresh();
  expect((await office.attach({ case: id, attachment, name: "a.jpg", source: new Blob([bytes]) })).ok).toBe(
    true,
  );
  expect(office.status().files).toMatchObject([{ attachment, state: "waiting" }]);
  expect(Buffer.from((await bytesOf(office, { case: id, attachment })).bytes).equals(bytes)).toBe(true);
  await office.lock();
  // Nothing of the photograph lies open on the disk.
  const needle = Buffer.from(bytes.subarray(1_000, 1_024)).toString("base64url");
  for await (const page of store.list("files"))
    for (const { text } of page) expect(text).not.toContain(needle);

  isCut = false;
  const again = officeOn(server, { fetch, store });
  await until(again, ({ phase }) => phase === "locked");
  await again.unlock(PASSPHRASE);
  await until(again, ({ phase }) => phase === "open");
  await sent(again);
  // What stays is the mark that its day is still to be stamped.
  for await (const page of store.list("files"))
    expect(page.filter(({ key }) => !key.startsWith("due/"))).toEqual([]);
  expect(Buffer.from((await bytesOf(again, { case: id, attachment })).bytes).equals(bytes)).toBe(true);
  await again.lock();
  await server.close();
});

test("what is too large to wait needs the line, and says so", async () => {
  let isCut = false;
  const server = serverForOffices();
  const office = await foundedOn(server, {
    fetch: async (request: Request) => {
      if (isCut) throw new TypeError("no network");
      return server.fetch(request);
    },
  });
  const id = newCase();
  await office.do(recordCall({ soldierName: "Громов Илья" }, id));
  const source = new Blob([new Uint8Array(67_000_000)]);
  const attach = (attachment: AttachmentId) =>
    office.attach({ case: id, attachment, name: "film.mp4", source });
  isCut = true;
  expect(
    await office.attach({ case: id, attachment: fresh(), name: "f", source: sized(2 ** 31 + 1) }),
  ).toMatchObject({
    refusal: { type: "TooLarge" },
  });
  const refused = office.attach({
    case: id,
    attachment: fresh(),
    name: "film.mp4",
    source: new Blob([new Uint8Array(70_000_000)]),
  });
  expect(await refused).toMatchObject({ refusal: { type: "NeedsLine" } });
  isCut = false;
  const attachment = fresh();
  expect((await attach(attachment)).ok).toBe(true);
  await office.lock();
  await server.close();
}, 120_000);

test("a sealing that is stopped leaves nothing: not in the case, not on the disk", async () => {
  const store = memoryStore();
  const { server, office, id } = await withCase({ store });
  const attachment = fresh();
  const attaching = office.attach({
    case: id,
    attachment,
    name: "a.jpg",
    source: new Blob([jpeg(30_000_000)]),
  });
  await until(office, ({ files = [] }) => (files[0]?.done ?? 0) > 1_000_000);
  await office.cancelAttachment(attachment);
  expect(await attaching).toMatchObject({ refusal: { type: "Cancelled" } });
  const file = await office.ask({ type: "CaseFile", case: id });
  expect(file.type === "Here" && file.case.attachments).toEqual([]);
  // What stays is the mark that its day is still to be stamped.
  for await (const page of store.list("files"))
    expect(page.filter(({ key }) => !key.startsWith("due/"))).toEqual([]);
  expect(office.status().files).toBeUndefined();
  await office.lock();
  await server.close();
});

test("a full disk refuses the file and keeps the desk working", async () => {
  const disk = memoryStore();
  const full: Store = {
    ...disk,
    async write(changes) {
      if (changes.some(({ drawer, text }) => drawer === "files" && (text ?? "").length > 500_000))
        throw new StoreFull();
      return disk.write(changes);
    },
  };
  const { server, office, attach } = await withCase({ store: full });
  expect(await attach(jpeg(2_000_000))).toMatchObject({ refusal: { type: "NoRoom" } });
  expect((await attach(jpeg(2_000))).ok).toBe(true);
  await office.lock();
  await server.close();
});

test("a file that a server bent, or exchanged for another, is named damaged and nothing of it is given out", async () => {
  const server = serverForOffices();
  let bend = 0;
  const office = await foundedOn(server, {
    fetch: async (request: Request) => {
      const answer = await server.fetch(request);
      if (!request.url.includes("/blobs/") || request.method !== "GET" || bend === 0) return answer;
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (bend === 1) bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
      return new Response(bend === 2 ? bytes.slice(0, -65_552) : bytes, { status: 200 });
    },
  });
  const id = newCase();
  await office.do(recordCall({ soldierName: "Громов Илья" }, id));
  const attachment = fresh();
  await office.attach({ case: id, attachment, name: "a.jpg", source: new Blob([jpeg(400_000)]) });
  await sent(office);
  for (bend of [1, 2])
    expect(await office.openAttachment({ case: id, attachment })).toMatchObject({
      refusal: { type: "Damaged" },
    });
  bend = 0;
  expect((await office.openAttachment({ case: id, attachment })).ok).toBe(true);
  await office.lock();
  await server.close();
});

test("a file whose device has not sent it yet is not here, and is found when it came", async () => {
  const server = serverForOffices();
  let isCut = false;
  const first = await foundedOn(server, {
    fetch: async (request: Request) => {
      if (isCut && request.url.includes("/blobs/")) throw new TypeError("no network");
      return server.fetch(request);
    },
  });
  const second = await joinedTo(first, server);
  const id = newCase();
  await first.do(recordCall({ soldierName: "Громов Илья" }, id));
  isCut = true;
  const attachment = fresh();
  await first.attach({ case: id, attachment, name: "a.jpg", source: new Blob([jpeg(1_000)]) });
  await expect
    .poll(
      async () => {
        const file = await second.ask({ type: "CaseFile", case: id });
        return file.type === "Here" && file.case.attachments.length;
      },
      { timeout: 10_000 },
    )
    .toBe(1);
  expect(await second.openAttachment({ case: id, attachment })).toMatchObject({
    refusal: { type: "NotHere" },
  });
  await first.lock();
  await second.lock();
  await server.close();
}, 60_000);

/** As much of a Blob as is looked at before it is refused. */
function sized(size: number): Blob {
  return { size } as Blob; // its size is all that is asked for
}
