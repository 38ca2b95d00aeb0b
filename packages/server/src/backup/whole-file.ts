/**
 * A file that is there whole or not at all: it has its name only when its last byte is on the disk, and where the disk fails, nothing
 * is left of it. "-" is standard output.
 */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { finished } from "node:stream/promises";

export async function wholeFile<T>(
  path: string,
  go: (take: (piece: Uint8Array) => Promise<void>) => Promise<T>,
): Promise<T> {
  if (path === "-")
    return go(async (piece) => {
      if (!process.stdout.write(piece)) await once(process.stdout, "drain");
    });
  const part = `${path}.part`;
  const stream = createWriteStream(part, { mode: 0o600, highWaterMark: 1_048_576, flush: true });
  // Told to whoever gives the next piece, or ends it; without a listener it would end the process.
  stream.on("error", () => undefined);
  try {
    await once(stream, "open");
    const said = await go(async (piece) => {
      if (stream.errored) throw stream.errored;
      if (!stream.write(piece)) await once(stream, "drain");
    });
    stream.end();
    await finished(stream);
    await rename(part, path);
    return said;
  } catch (cause) {
    stream.destroy();
    await rm(part, { force: true });
    throw cause;
  }
}
