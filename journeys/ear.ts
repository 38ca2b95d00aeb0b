/** Somebody on the line between a browser and the server, who says nothing: what a provider or a cable can hear. */
import { connect, createServer } from "node:net";

import { freePort, type House } from "./chromium-stage.ts";

/** Hears every byte, both ways. */
export async function openEar(house: House): Promise<{
  readonly origin: string;
  readonly heard: () => readonly (readonly [where: string, bytes: Buffer])[];
  readonly close: () => void;
}> {
  const lines: (readonly [where: string, pieces: Buffer[]])[] = [];
  const server = createServer((near) => {
    const far = connect(Number(new URL(house.origin).port), "127.0.0.1");
    for (const [from, to, where] of [
      [near, far, "to the server"],
      [far, near, "from the server"],
    ] as const) {
      const pieces: Buffer[] = [];
      lines.push([where, pieces]);
      from.on("data", (piece: Buffer) => pieces.push(piece));
      from.on("error", () => to.destroy());
      from.pipe(to);
    }
  });
  const port = await freePort();
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  return {
    origin: `http://localhost:${port}`,
    heard: () => lines.map(([where, pieces]) => [where, Buffer.concat(pieces)] as const),
    close: () => void server.close(),
  };
}
