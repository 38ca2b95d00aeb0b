import { createHash } from "node:crypto";

import { publicationMessage, toText, WireRefusal, type Hash, type PublicSignatures } from "@answerable/wire";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";

import { signText, type TestDevice } from "../testing/helpline.ts";
import { plugged } from "../testing/plugged.ts";

const encoder = new TextEncoder();
const page = `<!doctype html><html lang="ru"><head><style>body{margin:0}</style></head><body>Неделя</body></html>`;

interface Shape {
  readonly release?: number;
  readonly files?: Readonly<Record<string, string>>;
  /** What is packed beside or instead of what was listed. */
  readonly swapped?: Readonly<Record<string, string>>;
}

function archiveBy(signers: readonly TestDevice[], shape: Shape = {}): Uint8Array<ArrayBuffer> {
  const { release = 1, files = { "index.html": page, "ru/index.html": page }, swapped = {} } = shape;
  const listed = Object.entries(files).map(([path, text]) => ({
    path,
    sha256: createHash("sha256").update(text).digest("hex"),
    bytes: encoder.encode(text).length,
  }));
  const manifest = encoder.encode(JSON.stringify({ release, on: "2022-12-05", files: listed }));
  const hash = toText(createHash("sha256").update(manifest).digest()) as Hash; // what a hash is
  const signatures: PublicSignatures = {
    v: 1,
    release,
    manifest: hash,
    signatures: signers.map(({ device, key, keys }) => ({
      device,
      key: keys.signing,
      signature: signText(key, publicationMessage(release, hash)),
    })),
  };
  const packed = { ...files, ...swapped, "signatures.json": JSON.stringify(signatures) };
  const bytes = Object.entries(packed).map(([path, text]) => [path, encoder.encode(text)]);
  return new Uint8Array(zipSync({ ...Object.fromEntries(bytes), "manifest.json": manifest }));
}

async function line() {
  const at = await plugged();
  const { device, statement } = await at.helpline.newMember(["reviewer"]);
  await at.wire.pushTeam({ statements: [statement], boxes: [] });
  const operator = await at.helpline.newMember(["operator"]);
  await at.wire.pushTeam({ statements: [operator.statement], boxes: [] });
  return { ...at, two: [at.helpline.device, device] as const, operator: operator.device };
}
const refused = async (doing: Promise<unknown>): Promise<string> => {
  const cause: unknown = await doing.then(
    () => undefined,
    (why: unknown) => why,
  );
  return cause instanceof WireRefusal ? cause.reason : String(cause);
};

describe("a release that two members signed", () => {
  test("is served to anyone, under a policy that allows its one style and no script", async () => {
    const { wire, ask, two, clock } = await line();
    expect((await ask("/record/")).status).toBe(404);
    expect(await wire.publish(archiveBy(two))).toEqual({ type: "Published" });
    clock.pass(2_000);
    const response = await ask("/record/");
    expect(await response.text()).toBe(page);
    const style = createHash("sha256").update("body{margin:0}").digest("base64");
    expect(response.headers.get("content-security-policy")).toContain(`style-src 'sha256-${style}'`);
    expect(response.headers.get("content-security-policy")).not.toMatch(/script|unsafe/u);
    expect(response.headers.get("cache-control")).toContain("public, max-age=300");
    expect(response.headers.get("set-cookie")).toBeNull();
    const again = await ask("/record/", { headers: { "if-none-match": response.headers.get("etag") ?? "" } });
    expect(again.status).toBe(304);
    expect((await ask("/record")).headers.get("location")).toBe("/record/");
    const mirror = await ask("/record/mirror.zip");
    expect(new Uint8Array(await mirror.arrayBuffer())).toEqual(archiveBy(two));
  });

  test("may be found by a search engine, and nothing else of the line may", async () => {
    const { ask } = await line();
    const robots = await ask("/robots.txt");
    expect([robots.status, await robots.text()]).toEqual([
      200,
      "User-agent: *\nAllow: /record/\nDisallow: /\n",
    ]);
  });

  test("follows the one before it, and what it no longer has is gone", async () => {
    const { wire, ask, two, clock } = await line();
    await wire.publish(archiveBy(two));
    expect(await wire.publish(archiveBy(two))).toEqual({ type: "Published" });
    const files = { "index.html": page };
    expect(await wire.publish(archiveBy(two, { release: 3, files }))).toEqual({ type: "Behind", number: 1 });
    expect(await wire.publish(archiveBy(two, { release: 1, files }))).toEqual({ type: "Behind", number: 1 });
    expect(await wire.publish(archiveBy(two, { release: 2, files }))).toEqual({ type: "Published" });
    clock.pass(2_000);
    expect((await ask("/record/ru/index.html")).status).toBe(404);
    expect((await ask("/record/")).status).toBe(200);
  });
});

describe("nothing is published", () => {
  test("by one member, by the same twice, by a volunteer without the role, by a stranger", async () => {
    const { wire, stranger, two, operator, helpline } = await line();
    const second = helpline.newDevice();
    const [first] = two;
    expect(await refused(wire.publish(archiveBy([first, first])))).toBe("NotSigned");
    expect(await refused(wire.publish(archiveBy([first, second])))).toBe("NotSigned");
    expect(await refused(wire.publish(archiveBy([first, operator])))).toBe("NotSigned");
    expect(await refused(stranger.publish(archiveBy(two)))).toBe("NotSignedIn");
  });

  test("that is not what was signed: swapped, added, left out, cut, out of its folder", async () => {
    const { wire, two } = await line();
    const faults = [
      archiveBy(two, { swapped: { "ru/index.html": page.replace("Неделя", "Ложь") } }),
      archiveBy(two, { swapped: { "more.html": page } }),
      archiveBy(two, { files: { "../index.html": page } }),
      archiveBy(two, { files: { "index.js": "alert(1)" } }),
      archiveBy(two, { files: { "A/index.html": page } }),
      archiveBy(two).slice(0, -40),
      new Uint8Array(10),
    ];
    for (const fault of faults) expect(await refused(wire.publish(fault))).toBe("NotAnArchive");
  });
});
