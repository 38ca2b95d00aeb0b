/**
 * When the public front page is on a telephone's screen over a slow line, in Chromium with a processor four times slower: first paint and largest
 * paint. The line is a socket between the browser and our own server that answers a handshake after one round trip, lets each direction wait half of
 * one, lets through so many bits a second, and starts with ten packets and twice as many each round trip (RFC 6928, RFC 5681), as real ones do;
 * the browser's own throttling knows no handshake. Once in the open and once under TLS 1.3, whose handshake is one more round trip.
 *
 *   npm run bench -- paint
 */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer as createTls } from "node:tls";

import { chromium } from "playwright";

process.env.NODE_ENV = "production";
const { readLedger } = await import("@answerable/casework");
const { articleForPrint } = await import("@answerable/practice");
const { archiveOf, deskDomain, prepareRelease, signedRelease, tablesFor } = await import("@answerable/press");
const { listen, memoryStore, openServer } = await import("@answerable/server");

const BAR = 1_000;
const TIMES = 5;
const PACKET = 1_460;
/** As Lighthouse names them (its `mobileSlow4G`, which it called Fast 3G before, and `mobileRegular3G`), and worse. */
const lines = [
  { name: "Fast 3G", trip: 150, kilobits: 1_638 },
  { name: "Regular 3G", trip: 300, kilobits: 700 },
  { name: "a bad 3G", trip: 400, kilobits: 400 },
];

function published() {
  const ledger = readLedger(articleForPrint());
  if (!ledger.ok) throw new Error(JSON.stringify(ledger.refusal));
  const { region, grievance } = deskDomain.codes;
  const facts = Array.from({ length: 1_500 }, (_, at) => ({
    id: `fact${at}`,
    day: `2022-11-${String(7 + (at % 7)).padStart(2, "0")}`,
    codes: { region: region[(at * at) % 85], grievance: grievance[(at * 7) % 12], service: "mobilised" },
  }));
  const wanted = {
    on: "2022-12-05",
    tables: tablesFor(["regions-by-grievance", "service"], { from: "2022-11-07", to: "2022-11-14" }),
    site: { name: { ru: "Линия" }, practice: true, address: "https://line.example/record", form: "/write" },
    ledger: ledger.value,
    takenOut: [],
    consented: [],
    facts,
    answering: [],
    earlier: [],
  };
  const prepared = prepareRelease(wanted, () => undefined);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusal));
  const { release, site } = signedRelease(prepared.value.text, { by: "anna", second: "vera" });
  return archiveOf(release, { site, signatures: [], told: () => undefined });
}

/** One direction: half a round trip, so many bits a second, and from the server's side ten packets before the first answer comes back. */
function slowly(from, to, { trip, kilobits, after, isDown }) {
  const begun = performance.now();
  let free = begun;
  let sent = 0;
  from.on("data", (bytes) => {
    for (let at = 0; at < bytes.length; at += PACKET) {
      const packet = bytes.subarray(at, at + PACKET);
      sent += 1;
      const flight = isDown ? Math.floor(Math.log2(sent / 10 + 1)) : 0;
      const earliest = Math.max(performance.now(), begun + after + flight * trip);
      free = Math.max(free, earliest) + (packet.length * 8) / kilobits;
      setTimeout(() => to.writable && to.write(packet), free + trip / 2 - performance.now());
    }
  });
  from.on("end", () => setTimeout(() => to.end(), trip / 2));
  from.on("error", () => to.destroy());
}

async function lineTo(port, line) {
  const bytes = { down: 0 };
  const proxy = createServer({ noDelay: true }, (near) => {
    const far = connect({ port, host: "127.0.0.1", noDelay: true });
    far.on("data", (some) => (bytes.down += some.length));
    // The browser's connection is there at once; its handshake is made up for before its first byte goes on.
    slowly(near, far, { ...line, after: line.trip, isDown: false });
    slowly(far, near, { ...line, after: line.trip, isDown: true });
  });
  await new Promise((done) => proxy.listen(0, "127.0.0.1", done));
  return { port: proxy.address().port, bytes, close: () => proxy.close() };
}

/** As a proxy before the server ends TLS. */
async function behindTls(port, folder) {
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const made = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  execFileSync("openssl", [...made, "-keyout", key, "-out", cert, "-days", "2", "-subj", "/CN=localhost"], {
    stdio: "ignore",
  });
  const given = {
    key: readFileSync(key),
    cert: readFileSync(cert),
    minVersion: "TLSv1.3",
    ALPNProtocols: ["http/1.1"],
  };
  const tls = createTls(given, (near) => {
    const far = connect({ port, host: "127.0.0.1" });
    near.pipe(far).pipe(near);
    for (const end of [near, far]) end.on("error", () => (near.destroy(), far.destroy()));
  });
  await new Promise((done) => tls.listen(0, "127.0.0.1", done));
  return { port: tls.address().port, close: () => tls.close() };
}

async function paintsOf(browser, { address, warm }) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  // A browser that shows something of another place already, as anybody's does: its own start is not the page's.
  await page.goto(warm);
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(() => {
    globalThis.paints = { largest: 0 };
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) globalThis.paints.largest = startTime;
    }).observe({ type: "largest-contentful-paint", buffered: true });
  });
  await page.goto(address, { waitUntil: "load" });
  await page.waitForTimeout(300);
  const paints = await page.evaluate(() => ({
    first: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
    largest: globalThis.paints.largest,
    answered: performance.getEntriesByType("navigation")[0].responseStart,
  }));
  await context.close();
  return paints;
}

const folder = mkdtempSync(join(tmpdir(), "paint-"));
const store = memoryStore();
await store.publish({ release: 1, archive: published() });
const server = openServer({ store, now: Date.now, random: (size) => randomBytes(size) });
const plain = await listen(server, { host: "127.0.0.1", port: 0 });
const tls = await behindTls(plain.port, folder);
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  // Known from the first: a browser that asks whether to trust begins once more.
  args: ["--no-sandbox", "--ignore-certificate-errors"],
});
try {
  for (const line of lines)
    for (const [how, port, scheme] of [
      ["in the open", plain.port, "http"],
      ["under TLS 1.3", tls.port, "https"],
    ]) {
      const seen = [];
      let down = 0;
      for (let time = 0; time < TIMES; time += 1) {
        const slow = await lineTo(port, line);
        seen.push(
          await paintsOf(browser, {
            address: `${scheme}://localhost:${slow.port}/record/ru/index.html`,
            warm: `${scheme}://localhost:${port}/record/`,
          }),
        );
        down = slow.bytes.down;
        slow.close();
      }
      const middle = (name) => seen.map((one) => one[name]).sort((a, b) => a - b)[Math.floor(TIMES / 2)];
      const largest = middle("largest");
      const figures = `first byte ${Math.round(middle("answered"))} ms, first paint ${Math.round(middle("first"))} ms, largest ${Math.round(largest)} ms`;
      console.log(
        `${line.name} (${line.trip} ms, ${line.kilobits} kbit/s), ${how}: ${figures} (bar ${BAR} ms) ${largest <= BAR ? "ok" : "ABOVE THE BAR"}; ${down} bytes came`,
      );
    }
} finally {
  await browser.close();
  tls.close();
  await plain.close(100);
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
