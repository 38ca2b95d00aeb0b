/**
 * A whole sealed backup of a running server: megabytes of the archive a second, for a database of sheets of 1.5 kB with their cards
 * (the worst case: many small rows) and one of letters of 16.6 kB. And the same checked (every hash, chain and signature) and
 * restored. Bar: 50 MB/s for the backup.
 *
 *   npm run bench -- backup [--sheets=60000] [--letters=6000]
 */
import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { databases, startServer } from "./ingest.mjs";

const BAR = 50;
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const pg = createRequire(join(root, "packages/server/package.json"))("pg");
const { writeBackup } = await import(join(root, "packages/server/dist/backup/write.js"));
const { readTar } = await import(join(root, "packages/server/dist/backup/tar.js"));
const option = (name, otherwise) =>
  Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.split("=")[1] ?? otherwise);

const [, binaries] = (await databases()).at(-1);
const { url, stop } = await startServer(binaries);
const client = new pg.Client({ connectionString: url });
await client.connect();
const file = join(tmpdir(), `answerable-backup-${process.pid}.tar`);
let isBelow = false;
try {
  const desk = randomBytes(16).toString("base64url");
  await client.query("insert into app.desk (desk, head) values ($1, $2)", [desk, option("sheets", "60000")]);
  await client.query(
    `with one as (select n, md5(n::text || 'f') as folder from generate_series(1, $2::int) n),
          bytes as materialized (select (select string_agg(sha512((n * 100 + k)::text::bytea), ''::bytea) from generate_series(1, 24) k) as body, n, folder from one),
          sheets as (insert into app.sheet (desk, folder, number, place, id, epoch, device, seen, body, signature, hash)
                     select $1, folder, 1, n, folder, 1, $1, 0, body, substring(body for 64), sha256(body) from bytes)
     insert into app.card (desk, folder, number, place, epoch, body) select $1, folder, 1, n, 1, substring(body for 500) from bytes`,
    [desk, option("sheets", "60000")],
  );
  await client.query("vacuum analyze");
  await measured("sheets of 1.5 kB with their cards");
  await client.query("truncate app.sheet, app.card");
  await client.query("update app.desk set head = 0");
  await client.query(
    `insert into app.letter (desk, place, id, period, day, hash, body)
     select $1, n, md5(n::text), 1, '2026-11-22', sha256(n::text::bytea),
            (select string_agg(sha512((n * 300 + k)::text::bytea), ''::bytea) from generate_series(1, 260) k)
       from generate_series(1, $2::int) n`,
    [desk, option("letters", "6000")],
  );
  await client.query("vacuum analyze");
  await measured("letters of 16.6 kB");
} finally {
  await client.end();
  await stop();
  await rm(file, { force: true });
}
process.exitCode = isBelow ? 1 : 0;

async function measured(what) {
  const speeds = [];
  let size = 0;
  for (let round = 0; round < 5; round += 1) {
    const out = await open(file, "w");
    size = 0;
    const began = performance.now();
    await writeBackup({
      url,
      now: Date.now(),
      async write(piece) {
        size += piece.length;
        await out.write(piece);
      },
    });
    await out.sync();
    await out.close();
    speeds.push(size / 1e3 / (performance.now() - began));
  }
  const began = performance.now();
  for await (const _ of readTar(createReadStream(file, { highWaterMark: 1_048_576 })));
  const reading = size / 1e3 / (performance.now() - began);
  const speed = speeds.toSorted((a, b) => a - b)[2];
  isBelow ||= speed < BAR;
  console.log(
    `backup of ${what}: ${(size / 1e6).toFixed(0)} MB at ${speed.toFixed(0)} MB/s (${speeds.map((one) => one.toFixed(0)).join(", ")}; bar ${BAR}) ${speed >= BAR ? "ok" : "BELOW THE BAR"}; read back at ${reading.toFixed(0)} MB/s`,
  );
}
