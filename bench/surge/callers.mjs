/**
 * The people of a surge, as requests: volunteers who record and listen, families who write. No answer makes anyone slower to come;
 * "not now" (503) makes whoever hears it wait as long as it says and come again with the very same bytes.
 */
import { createHash, randomBytes } from "node:crypto";
import { Agent, request } from "node:http";

const LETTER_BYTES = 16_584;
const SHEET_BYTES = 1_500;
/** Of sheets, how many open a new folder; the others follow in one. */
const NEW_FOLDERS = 0.5;

export function openCallers({ port, desks, helpline, operators, filed, acknowledged }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 2_000 });
  const lines = new Agent({ keepAlive: true, maxSockets: 2_000 });
  const said = {
    pushes: 0,
    letters: 0,
    pulls: 0,
    notNow: 0,
    pushTimes: [],
    letterTimes: [],
    seenTimes: [],
    faults: [],
  };
  const underWay = new Set();
  const folders = new Map();
  const sentAt = new Map();
  const listeners = [];
  const over = new AbortController();

  function ask(method, path, { token, body, headers = {}, of = agent } = {}) {
    return new Promise((done, failed) => {
      const own = {
        ...headers,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body ? { "content-length": body.length } : {}),
      };
      const asked = request({ host: "127.0.0.1", port, method, path, headers: own, agent: of }, (answer) => {
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("end", () =>
          done({ status: answer.statusCode, text: Buffer.concat(parts).toString(), headers: answer.headers }),
        );
        answer.on("error", failed);
      });
      asked.on("error", failed);
      asked.end(body);
    });
  }

  /** Until it is taken: whoever is told "not now", or hears nothing, keeps it and comes again. */
  async function insist(method, path, options) {
    for (;;) {
      const answer = await ask(method, path, options).catch(() => undefined);
      if (answer && answer.status !== 503) return answer;
      said.notNow += 1;
      await sleep(answer ? Number(answer.headers["retry-after"] ?? 1) * 1_000 : 1_000);
    }
  }

  async function record(due) {
    const at = desks[Math.floor(Math.random() * desks.length)];
    const mine = folders.get(at.desk) ?? [];
    folders.set(at.desk, mine);
    const after = Math.random() < NEW_FOLDERS ? undefined : mine.pop();
    const push = helpline.push({
      desk: at.desk,
      by: at.device,
      bytes: SHEET_BYTES,
      ...(after ? { after } : {}),
    });
    const body = Buffer.from(JSON.stringify(push));
    const headers = { "content-type": "application/json" };
    sentAt.set(`${push.sheet.folder} ${push.sheet.number}`, due);
    const answer = await insist("POST", `/api/desks/${at.desk}/pushes`, { token: at.token, body, headers });
    const told = answer.status === 200 ? JSON.parse(answer.text) : undefined;
    if (told?.type !== "Placed") return void said.faults.push(`sheet: ${answer.status} ${answer.text}`);
    acknowledged.set(push.sheet.id, told.place);
    mine.push(push);
    said.pushes += 1;
    said.pushTimes.push(performance.now() - due);
  }

  async function write(due) {
    const at = desks[Math.floor(Math.random() * desks.length)];
    const opened = await insist("GET", "/write");
    if (opened.status !== 200) said.faults.push(`form: ${opened.status}`);
    const { challenge, bits } = JSON.parse((await insist("GET", "/api/work")).text);
    const body = randomBytes(LETTER_BYTES);
    const id = randomBytes(16).toString("base64url");
    const about = createHash("sha256").update(body).digest().toString("base64url");
    let number = 0;
    while (!isWork(`${challenge}.${about}.${number}`, bits)) number += 1;
    const headers = {
      "content-type": "application/octet-stream",
      "x-answerable-period": "1",
      "x-answerable-work": `${challenge}:${number}`,
    };
    const answer = await insist("PUT", `/api/drops/${at.desk}/${id}`, { body, headers });
    if (answer.status !== 200 || !answer.text.includes('"Taken"'))
      return void said.faults.push(`letter: ${answer.status} ${answer.text}`);
    filed.add(id);
    said.letters += 1;
    said.letterTimes.push(performance.now() - due);
  }

  /** A volunteer's line, and the cards that she fetches after a hint, one fetch at a time. */
  async function listen(at) {
    let has = JSON.parse((await insist("GET", `/api/desks/${at.desk}/head`, { token: at.token })).text).place;
    let heard = has;
    let isFetching = false;
    const fetchCards = async () => {
      if (isFetching) return;
      isFetching = true;
      while (!over.signal.aborted && has < heard) {
        const answer = await insist("GET", `/api/desks/${at.desk}/cards?after=${has}`, { token: at.token });
        const now = performance.now();
        for (const line of answer.text.split("\n")) {
          if (line === "") continue;
          const { card, place } = JSON.parse(line);
          if (card === undefined) continue;
          const due = sentAt.get(`${card.folder} ${card.number}`);
          if (due !== undefined) said.seenTimes.push(now - due);
          has = Math.max(has, place);
        }
        if (answer.status !== 200) break;
        said.pulls += 1;
      }
      isFetching = false;
    };
    await new Promise((open) => {
      const asked = request(
        {
          host: "127.0.0.1",
          port,
          path: "/api/hints",
          headers: { authorization: `Bearer ${at.token}` },
          agent: lines,
        },
        (answer) => {
          if (answer.statusCode !== 200) said.faults.push(`hints: ${answer.statusCode}`);
          answer.setEncoding("utf8");
          answer.on("data", (text) => {
            for (const [, place] of text.matchAll(/"place":(\d+)/g)) heard = Math.max(heard, Number(place));
            void fetchCards();
          });
          answer.on("error", () => undefined);
          open();
        },
      );
      asked.on("error", () => open());
      asked.end();
      listeners.push(asked);
    });
  }

  /** Arrivals at random, so many a second on average, none of which waits for another. */
  async function arrivals(perSecond, end, one) {
    let next = performance.now();
    for (;;) {
      next += (-Math.log(1 - Math.random()) * 1_000) / perSecond;
      if (next > end) return;
      const wait = next - performance.now();
      if (wait > 1) await sleep(wait);
      const doing = one(next).catch((cause) => said.faults.push(String(cause)));
      underWay.add(doing);
      void doing.then(() => underWay.delete(doing));
    }
  }

  return {
    async begin() {
      const all = Array.from({ length: operators }, (_, n) => desks[n % desks.length]);
      for (let n = 0; n < all.length; n += 50) await Promise.all(all.slice(n, n + 50).map(listen));
    },
    async during(seconds, { sheets, letters }) {
      const end = performance.now() + seconds * 1_000;
      await Promise.all([arrivals(sheets, end, record), arrivals(letters, end, write)]);
      // Whatever was begun is finished: nobody gives up.
      await Promise.all(underWay);
      return said;
    },
    async end() {
      over.abort();
      for (const line of listeners) line.destroy();
      await sleep(100);
      agent.destroy();
      lines.destroy();
    },
  };
}

function isWork(text, bits) {
  return createHash("sha256").update(text).digest().readUInt32BE() >>> (32 - bits) === 0;
}

function sleep(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}
