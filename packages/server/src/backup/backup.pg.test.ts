/** A backup taken while the server works, checked, restored, and refused where anything in it was touched. */
import { labelled, type Push } from "@answerable/wire";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { postgresStore } from "../postgres/postgres-store.ts";
import { signText, type TestHelpline } from "../testing/helpline.ts";
import { plugged } from "../testing/plugged.ts";
import { testDatabase, type TestDatabase } from "../testing/test-postgres.ts";
import { checkBackup, restoreBackup } from "./read.ts";
import { readTar, tarEnd, tarEntry, type TarFile } from "./tar.ts";
import { writeBackup } from "./write.ts";

let ours: TestDatabase;
let empty: TestDatabase;
let shreds: TestDatabase;
let waiting: TestDatabase;
beforeAll(async () => {
  [ours, empty] = [await testDatabase("npm"), await testDatabase("npm")];
  shreds = await testDatabase("npm");
  waiting = await testDatabase("npm");
});
afterAll(async () => {
  await ours.close();
  await empty.close();
  await shreds.close();
  await waiting.close();
});

async function backup(url: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  await writeBackup({
    url,
    now: Date.UTC(2026, 10, 22),
    write: async (piece) => void pieces.push(Buffer.from(piece)),
  });
  return Buffer.concat(pieces);
}
async function* inChunks(all: Buffer, size = 10_007): AsyncGenerator<Buffer> {
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
}

describe("a whole sealed backup", () => {
  test("taken while sheets come in, it holds the log up to one moment, and gives the same helpline back", async () => {
    const { wire, helpline, store } = await plugged({ store: postgresStore(ours.database) });
    const first = signed(helpline, helpline.push());
    await wire.push(first);
    await wire.push(signed(helpline, helpline.push({ after: first, bytes: 30_000 })));
    await wire.log(helpline.desk, 0);
    const racing = Array.from({ length: 60 }, () => wire.push(signed(helpline, helpline.push())));
    const all = await backup(ours.postgres.url);
    await Promise.all(racing);
    const { manifest, sheets } = await checkBackup(inChunks(all));
    const [head] = manifest.desks;
    expect(head?.size).toBe(sheets);
    expect(sheets).toBeGreaterThanOrEqual(2);

    await restoreBackup(empty.postgres.url, inChunks(all));
    const restored = postgresStore(empty.database);
    const { desk, folder } = first.sheet;
    expect(await restored.sheets(desk, folder, { after: 0, most: 10 })).toEqual(
      await store.sheets(desk, folder, { after: 0, most: 10 }),
    );
    expect(await restored.team(0)).toEqual(await store.team(0));
    expect(await restored.box(desk)).toEqual(await store.box(desk));
    expect(await restored.heads([desk])).toEqual([{ desk, place: sheets }]);
    // The same server's key signs on: no device has to learn another.
    const again = await backup(empty.postgres.url);
    expect((await checkBackup(inChunks(again))).manifest.desks).toEqual(manifest.desks);
    await expect(restoreBackup(empty.postgres.url, inChunks(all))).rejects.toThrow(
      "a helpline in this database already",
    );
  });

  test("a letter that is written and has no place yet was not taken, and does not stand in it", async () => {
    const { helpline } = await plugged({ store: postgresStore(waiting.database) });
    const body = Buffer.from("a letter on its way");
    const write = (place: number) =>
      sql`
        insert into app.letter (desk, place, id, period, day, hash, body)
        values (${helpline.desk}, ${place}, ${`letter ${place}`}, 1, '2026-11-23', ${Buffer.alloc(32)}, ${body})
      `.execute(waiting.database.tables);
    const letters = async () => {
      let lines = 0;
      for await (const { bytes } of readTar(inChunks(await backup(waiting.postgres.url))))
        lines += Buffer.from(bytes).toString().split(body.toString("base64")).length - 1;
      return lines;
    };
    await write(-3);
    expect(await letters()).toBe(0);
    await write(1);
    expect(await letters()).toBe(1);
  });

  test("one made after a folder was shredded holds its sheets and not its key", async () => {
    const { wire, helpline, store } = await plugged({ store: postgresStore(shreds.database) });
    const push = signed(helpline, helpline.push());
    await wire.push(push);
    await wire.log(helpline.desk, 0);
    const key = Buffer.from(push.key.body, "base64url");
    const contents = async () => {
      const files: Buffer[] = [];
      for await (const { bytes } of readTar(inChunks(await backup(shreds.postgres.url))))
        files.push(Buffer.from(bytes));
      return files;
    };
    const spelled = [key, push.key.body, key.toString("hex"), key.toString("base64")];
    const holds = (files: readonly Buffer[]) =>
      files.some((file) => spelled.some((one) => file.includes(one)));
    expect(holds(await contents())).toBe(true);
    const { desk, folder } = push.sheet;
    const shred = { type: "FoldersShredded" as const, desk, folders: [folder], blobs: [] };
    const number = (await store.team(0)).length + 1;
    const statement = await helpline.statement(shred);
    const taking = { statements: [{ ...statement, number }], boxes: [], desks: [], shredded: [shred] };
    expect(await store.takeTeam(taking)).toEqual({ type: "Taken" });
    const later = await contents();
    expect(holds(later)).toBe(false);
    expect(later.some((file) => file.includes(push.sheet.id))).toBe(true);
  });

  test("anything bent, cut, left out or put in is told", async () => {
    const all = await backup(ours.postgres.url);
    const files: TarFile[] = [];
    for await (const file of readTar(inChunks(all))) files.push(file);
    const packed = (changed: readonly TarFile[]) => Buffer.concat([...changed.flatMap(tarEntry), tarEnd]);
    await expect(checkBackup(inChunks(packed(files)))).resolves.toBeDefined();
    for (let n = 0; n < files.length - 1; n += 1) {
      const file = files[n];
      if (!file) continue;
      const at = Math.floor(file.bytes.length / 2);
      const bytes = Buffer.from(file.bytes);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      for (const changed of [
        files.with(n, { ...file, bytes }),
        files.toSpliced(n, 1),
        files.toSpliced(n, 0, file),
      ])
        await expect(checkBackup(inChunks(packed(changed)))).rejects.toThrow();
    }
    for (const length of [100, 512, 5_000, all.length - 1_500])
      await expect(checkBackup(inChunks(all.subarray(0, length)))).rejects.toThrow();
  });

  test("a sheet that was changed is told although the manifest was made anew for it", async () => {
    const { database } = ours;
    const touch = () =>
      sql`update app.sheet set body = set_byte(body, 50, get_byte(body, 50) # 1) where number = 2`.execute(
        database.tables,
      );
    await touch();
    await expect(backup(ours.postgres.url).then((all) => checkBackup(inChunks(all)))).rejects.toThrow(
      "is not what it was",
    );
    await touch();
    await expect(backup(ours.postgres.url).then((all) => checkBackup(inChunks(all)))).resolves.toBeDefined();
  });
});

/** Truly signed, as a device signs it: a backup is checked as a stranger would. */
function signed(helpline: TestHelpline, push: Push): Push {
  const { signature: _, ...bare } = push.sheet;
  return {
    ...push,
    sheet: { ...bare, signature: signText(helpline.device.key, labelled("answerable/sheet/1", bare)) },
  };
}
