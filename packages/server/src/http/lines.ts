/**
 * Answers that are longer than memory: text made piece by piece, only as fast as the other side takes it. What throws on
 * the way cuts the connection, and a cut answer is one that has no last line.
 */
const encoder = new TextEncoder();
/** Pieces are gathered into chunks of about this many characters: a chunk costs the same whether it holds one line or a hundred. */
const CHUNK = 65_536;

export function streamed(pieces: AsyncGenerator<string>, contentType: string): Response {
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        let text = "";
        while (text.length < CHUNK) {
          const { done, value } = await pieces.next();
          if (done) {
            if (text !== "") controller.enqueue(encoder.encode(text));
            controller.close();
            return;
          }
          text += value;
        }
        controller.enqueue(encoder.encode(text));
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
  return new Response(body, { headers: { "content-type": contentType } });
}

export function lineOf(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
