/** Evidence that stands by itself: stamped by an authority (OpenSSL plays it), and given to a court with a checker that needs nothing of ours. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { AttachmentId } from "@answerable/casework";
import { memoryStore as serverStore, openServer } from "@answerable/server";
import { afterAll, beforeAll, expect, test } from "vitest";

import { foundedOn, newCase, randomBytes, recordCall, SECRET, until } from "../testing/offices.ts";

const directory = mkdtempSync(join(tmpdir(), "answerable-evidence-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const at = (name: string) => join(directory, name);
const hasTools = existsSync("/usr/bin/openssl") && existsSync("/usr/bin/python3");
const openssl = (...words: readonly string[]) =>
  execFileSync("/usr/bin/openssl", words, { cwd: directory, stdio: ["ignore", "pipe", "pipe"] });

beforeAll(() => {
  if (!hasTools) return;
  writeFileSync(
    at("tsa.cnf"),
    `[tsa]
default_tsa = tsa1
[tsa1]
serial = ${at("serial")}
crypto_device = builtin
signer_cert = ${at("tsa.pem")}
signer_key = ${at("tsa.key")}
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
[extensions]
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
`,
  );
  openssl(
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-keyout",
    "ca.key",
    "-out",
    "ca.pem",
    "-days",
    "2",
    "-subj",
    "/CN=ca",
  );
  openssl(
    "req",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-keyout",
    "tsa.key",
    "-out",
    "tsa.csr",
    "-subj",
    "/CN=tsa",
  );
  const signing = ["x509", "-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial"];
  const made = ["-days", "2", "-out", "tsa.pem", "-extfile", "tsa.cnf", "-extensions", "extensions"];
  openssl(...signing, ...made);
});

test.runIf(hasTools)(
  "files of a day are stamped under one salted root, and a court's expert checks the bundle alone",
  { timeout: 120_000 },
  async () => {
    const asked: Uint8Array[] = [];
    let isBroken = false;
    const server = openServer({
      store: serverStore(),
      now: Date.now,
      random: randomBytes,
      foundingSecret: SECRET,
      async askAuthority(request) {
        asked.push(request);
        writeFileSync(at("query.tsq"), request);
        openssl(
          "ts",
          "-reply",
          "-config",
          "tsa.cnf",
          "-section",
          "tsa1",
          "-queryfile",
          "query.tsq",
          "-out",
          "reply.tsr",
        );
        const reply = new Uint8Array(readFileSync(at("reply.tsr")));
        if (isBroken) reply.fill(0x41, 60, 140);
        return reply;
      },
    });
    const office = await foundedOn(server);
    const id = newCase();
    await office.do(recordCall({ soldierName: "Громов Илья" }, id));
    const attach = async (text: string) => {
      const attachment = newCase() as string as AttachmentId;
      await office.attach({ case: id, attachment, name: "запись.txt", source: new Blob([text]) });
    };
    isBroken = true;
    for (const text of ["первая", "вторая", "третья"]) await attach(text);
    await until(office, ({ files }) => files === undefined);
    await expect.poll(() => asked.length, { timeout: 40_000 }).toBe(1);
    // An answer that is not for what was asked stamps nothing. Tomorrow, or the next session, asks again.
    expect((await file(office, id)).attachments.every(({ stamp }) => stamp === undefined)).toBe(true);
    isBroken = false;
    await office.lock();
    await office.unlock("семь бед один ответ");
    await expect
      .poll(async () => (await file(office, id)).attachments.filter(({ stamp }) => stamp).length, {
        timeout: 40_000,
      })
      .toBe(3);
    expect(asked).toHaveLength(2);
    // One request, of one hash: none of the files' own.
    for (const { plain } of (await file(office, id)).attachments)
      for (const query of asked)
        expect(Buffer.from(query).includes(Buffer.from(plain, "base64url"))).toBe(false);

    const bundle = await office.courtBundle(id);
    if (!bundle) throw new Error("no bundle");
    writeFileSync(at("bundle.tar"), Buffer.from(await bundle.archive.arrayBuffer()));
    execFileSync("/bin/tar", ["xf", "bundle.tar"], { cwd: directory });
    const check = (...words: readonly string[]) =>
      spawnSync("/usr/bin/python3", [at("verify.py"), ...words], { cwd: directory, encoding: "utf8" });
    const good = check(at("ca.pem"));
    expect(good.stdout).toContain("all good");
    expect(good.stdout.match(/the time stamp is the authority's/gu)).toHaveLength(3);
    expect(good.status).toBe(0);
    writeFileSync(at("files/002.bin"), "подмена");
    const bad = check(at("ca.pem"));
    expect(bad.status).toBe(1);
    expect(bad.stdout).toMatch(/BAD\s+files\/002\.bin is not as it was given out/u);
    await office.lock();
    await server.close();
  },
);

async function file(office: Awaited<ReturnType<typeof foundedOn>>, id: ReturnType<typeof newCase>) {
  const answer = await office.ask({ type: "CaseFile", case: id });
  if (answer.type !== "Here") throw new Error(answer.type);
  return answer.case;
}
