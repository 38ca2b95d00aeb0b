/** Files as strangers send them: a photograph that tells where it was taken, and some that are not what they seem. */

/** The JPEG with an Exif block: camera, moment, and a place near the equator where nobody of ours lives. */
export function withExif(jpeg: Buffer): Buffer {
  const tiff = Buffer.alloc(400);
  tiff.write("II*\0", 0, "latin1");
  tiff.writeUInt32LE(8, 4);
  let data = 200;
  const put = (bytes: Buffer): number => {
    const at = data;
    bytes.copy(tiff, at);
    data += bytes.length + (bytes.length % 2);
    return at;
  };
  const text = (words: string) => Buffer.from(`${words}\0`, "latin1");
  const rationals = (...values: readonly number[]) => {
    const all = Buffer.alloc(values.length * 8);
    values.forEach((value, n) => {
      all.writeUInt32LE(Math.round(value * 1_000), n * 8);
      all.writeUInt32LE(1_000, n * 8 + 4);
    });
    return all;
  };
  type Entry = readonly [tag: number, type: number, count: number, value: Buffer | number];
  const directory = (at: number, entries: readonly Entry[]): void => {
    tiff.writeUInt16LE(entries.length, at);
    entries.forEach(([tag, type, count, value], n) => {
      const entry = at + 2 + n * 12;
      tiff.writeUInt16LE(tag, entry);
      tiff.writeUInt16LE(type, entry + 2);
      tiff.writeUInt32LE(count, entry + 4);
      if (typeof value === "number") tiff.writeUInt32LE(value, entry + 8);
      else if (value.length <= 4) value.copy(tiff, entry + 8);
      else tiff.writeUInt32LE(put(value), entry + 8);
    });
  };
  const make = text("Testcam");
  const model = text("Zorky-Nowhere 9");
  const taken = text("2022:11:01 09:15:00");
  directory(8, [
    [0x010f, 2, make.length, make],
    [0x0110, 2, model.length, model],
    [0x8769, 4, 1, 80],
    [0x8825, 4, 1, 110],
  ]);
  directory(80, [[0x9003, 2, taken.length, taken]]);
  directory(110, [
    [0x0001, 2, 2, text("N")],
    [0x0002, 5, 3, rationals(1, 2, 3)],
    [0x0003, 2, 2, text("E")],
    [0x0004, 5, 3, rationals(4, 5, 6)],
  ]);
  const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff.subarray(0, data)]);
  return withSegment(jpeg, 0xe1, body);
}

/** A JPEG that is also a page with a script, for whoever lets a browser guess. */
export function withPage(jpeg: Buffer): Buffer {
  return withSegment(
    jpeg,
    0xfe,
    Buffer.from("<html><script>parent.document.title='taken'</script>", "latin1"),
  );
}

function withSegment(jpeg: Buffer, marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

/** A few bytes that promise 3.6 thousand million points. */
export function giantPng(): Buffer {
  const png = Buffer.alloc(60);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]).copy(png);
  png.write("IHDR", 12, "latin1");
  png.writeUInt32BE(60_000, 16);
  png.writeUInt32BE(60_000, 20);
  png.writeUInt8(8, 24);
  png.writeUInt8(6, 25);
  return png;
}

export const hostile: readonly { readonly name: string; readonly buffer: Buffer }[] = [
  {
    name: "../../etc/карта.svg",
    buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
  },
  { name: "приказ.html", buffer: Buffer.from("<!doctype html><script>fetch('/api/team')</script>") },
  { name: "счёт.csv", buffer: Buffer.from("=cmd|' /C calc'!A0,1\n") },
  { name: "архив.zip", buffer: Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(200)]) },
  { name: "фото\u202Egpj.js", buffer: Buffer.from("alert(document.domain)") },
];
