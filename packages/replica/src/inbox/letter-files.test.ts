/** What a family sends with its letter lies in the case as files, whoever takes it. */
import type { CaseId, DropId } from "@answerable/casework";
import { expect, test } from "vitest";

import type { Office } from "../office.ts";
import { openFamily } from "../testing/families.ts";
import { foundedOn, joinedTo, recordCall, serverForOffices } from "../testing/offices.ts";

const page = { type: "Inbox", list: "waiting", from: 0, count: 50 } as const;
const photo = Uint8Array.from({ length: 90_000 }, (_, at) =>
  at < 3 ? ([0xff, 0xd8, 0xff][at] ?? 0) : at % 251,
);
const inLetter = {
  name: "справка.jpg",
  kind: "image/jpeg",
  size: photo.length,
  where: { type: "Letter" as const, file: "files/01.jpg" },
};
const beside = {
  name: "../видео.mp4",
  kind: "video/mp4",
  size: 40_000_000,
  where: {
    type: "Blob" as const,
    blob: "A".repeat(21) + "Q",
    plain: "B".repeat(42) + "A",
    cipher: "C".repeat(42) + "A",
    key: "D".repeat(21) + "A",
  },
};

async function opened(office: Office, drop: DropId): Promise<void> {
  await expect
    .poll(
      async () => {
        await office.do(recordCall({ kind: "support" }));
        return (await office.ask(page)).rows.some((row) => row.drop === drop && row.state === "open");
      },
      { timeout: 20_000 },
    )
    .toBe(true);
}

async function attachmentsOf(office: Office, id: CaseId) {
  const file = await office.ask({ type: "CaseFile", case: id });
  return file.type === "Here" ? file.case.attachments : [];
}

test(
  "the small files of a letter and those beside it stand in its case, and another device opens them",
  { timeout: 60_000 },
  async () => {
    const server = serverForOffices();
    const office = await foundedOn(server);
    const family = await openFamily({ server });
    const drop = await family.writes({ files: [inLetter, beside] }, [{ name: "files/01.jpg", bytes: photo }]);
    await opened(office, drop);
    const done = await office.takeDrop({ drop });
    if (!done.ok) throw new Error(done.refusal.type);
    const id = done.value.folder;
    const files = await attachmentsOf(office, id);
    const contact = files[0]?.contact;
    expect(contact).toBeDefined();
    expect(files.map(({ name, kind, size, from, key }) => [name, kind, size, from, key])).toEqual([
      ["видео.mp4", "video/mp4", 40_000_000, "family", ""],
      ["справка.jpg", "image/jpeg", 90_000, "family", ""],
    ]);
    const second = await joinedTo(office, server);
    await expect
      .poll(
        async () => {
          const there = await attachmentsOf(second, id);
          const attachment = there.find(({ name }) => name === "справка.jpg")?.id;
          if (!attachment) return "no file yet";
          const got = await second.openAttachment({ case: id, attachment });
          return got.ok
            ? Buffer.from(await got.value.blob.arrayBuffer()).equals(Buffer.from(photo))
            : got.refusal.type;
        },
        { timeout: 30_000, interval: 500 },
      )
      .toBe(true);

    // A photograph added later goes to the same case with the same family.
    const more = await family.writes({ kind: "addition", files: [inLetter] }, [
      { name: "files/01.jpg", bytes: photo },
    ]);
    await expect
      .poll(
        async () => {
          await office.do(recordCall({ kind: "support" }));
          return (await attachmentsOf(office, id)).length;
        },
        { timeout: 20_000 },
      )
      .toBe(3);
    expect((await office.takeDrop({ drop: more })).ok).toBe(false);
    expect(await attachmentsOf(office, id)).toHaveLength(3);
    await office.lock();
    await second.lock();
    await server.close();
  },
);
