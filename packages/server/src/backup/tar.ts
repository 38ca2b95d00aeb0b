/** Plain ustar, written and read as it passes: what Debian's tar opens, and no more of the format than a backup needs. */
const BLOCK = 512;

export interface TarFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Header, content, filling. */
export function tarEntry({ name, bytes }: TarFile): readonly Buffer[] {
  if (!/^[\x21-\x7e]{1,99}$/.test(name)) throw new Error("a name that tar has no room for");
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0, "latin1");
  header.write("0000600\0", 100, "latin1");
  header.write("0000000\0", 108, "latin1");
  header.write("0000000\0", 116, "latin1");
  header.write(`${bytes.length.toString(8).padStart(11, "0")}\0`, 124, "latin1");
  header.write("00000000000\0", 136, "latin1");
  header.write("        ", 148, "latin1");
  header.write("0", 156, "latin1");
  header.write("ustar\x0000", 257, "latin1");
  const sum = header.reduce((all, byte) => all + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return [header, bytes, Buffer.alloc(-bytes.length & (BLOCK - 1))];
}

export const tarEnd = Buffer.alloc(2 * BLOCK);

/** Throws on what is cut, bent or no such archive. */
export async function* readTar(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TarFile> {
  const source = chunks[Symbol.asyncIterator]();
  let held: Buffer[] = [];
  let length = 0;

  async function take(wanted: number): Promise<Buffer> {
    while (length < wanted) {
      const { done, value } = await source.next();
      if (done === true) throw new Error("The backup is cut: it ends in the middle of a file.");
      held.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength));
      length += value.byteLength;
    }
    const all = held.length === 1 && held[0] ? held[0] : Buffer.concat(held);
    held = [all.subarray(wanted)];
    length -= wanted;
    return all.subarray(0, wanted);
  }

  for (;;) {
    const header = Buffer.from(await take(BLOCK));
    if (header.every((byte) => byte === 0)) return;
    const sum = Number.parseInt(header.toString("latin1", 148, 154), 8);
    header.fill(0x20, 148, 156);
    if (
      header.reduce((all, byte) => all + byte, 0) !== sum ||
      header.toString("latin1", 257, 262) !== "ustar"
    )
      throw new Error("This is no backup of ours, or it is damaged.");
    const name = header.toString("latin1", 0, header.indexOf(0));
    const size = Number.parseInt(header.toString("latin1", 124, 135), 8);
    const bytes = Buffer.from(await take(size));
    await take(-size & (BLOCK - 1));
    yield { name, bytes };
  }
}
