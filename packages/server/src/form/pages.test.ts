import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { readConfig } from "../config.ts";
import { plugged } from "../testing/plugged.ts";
import { testDirectory, type TestDirectory } from "../testing/test-postgres.ts";
import { filledIn, openForm } from "./pages.ts";

const page = `<!doctype html><html lang="ru" data-charter="" data-desk="" data-telephone="" data-onion="" data-exit=""><body data-charter=""></body></html>`;
const charter = "A".repeat(43);
let directory: TestDirectory;

beforeAll(async () => {
  directory = await testDirectory();
  await mkdir(join(directory.path, "assets"));
  await writeFile(join(directory.path, "write.html"), page);
  await writeFile(join(directory.path, "reply.html"), page);
  await writeFile(join(directory.path, "assets/write-B1c2D3e4.js"), "export {}");
});
afterAll(() => directory.remove());

describe("the family's pages", () => {
  test("are served with whose line it is written into them, under a policy without WebAssembly", async () => {
    const files = await openForm(directory.path, { charter, telephone: "+7 900 000-00-00" });
    const { ask } = await plugged({ files });
    for (const address of ["/write", "/reply"]) {
      const response = await ask(address);
      expect(await response.text()).toContain(
        `<html lang="ru" data-charter="${charter}" data-desk="" data-telephone="+7 900 000-00-00"`,
      );
      const policy = response.headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'");
      expect(policy).not.toMatch(/unsafe|https?:|\*|data:|blob:/);
      expect(response.headers.get("referrer-policy")).toBe("no-referrer");
      expect(response.headers.get("set-cookie")).toBeNull();
    }
    const packed = await ask("/write", { headers: { "accept-encoding": "br" } });
    expect(packed.headers.get("content-encoding")).toBe("br");
    const script = await ask("/form/assets/write-B1c2D3e4.js");
    expect(script.headers.get("cache-control")).toContain("immutable");
    expect((await ask("/write.html")).status).toBe(404);
  });

  test("take nothing but text into their attributes", () => {
    expect(filledIn(page, { telephone: `"><script>&` })).toContain(
      `data-telephone="&quot;>&lt;script>&amp;"`,
    );
    expect(filledIn(page, { charter })).toContain(`<body data-charter="">`);
    expect(() => filledIn("<html>", {})).toThrow("no place");
  });

  test("are not served from a folder that holds something else", async () => {
    const other = await testDirectory();
    await expect(openForm(other.path, {})).rejects.toThrow("no page");
    await other.remove();
  });
});

test("what is wrong with the form's settings is said at start, all at once", async () => {
  const read = await readConfig({
    FORM_DIR: "/nowhere",
    FORM_CHARTER: "short",
    FORM_TELEPHONE: "call me",
    FORM_ONION: "https://example.org",
    FORM_EXIT: "javascript:alert(1)",
  });
  if (read.type !== "Problems") throw new Error("there are problems");
  expect(read.problems.map((problem) => problem.split(" ")[0])).toEqual([
    "FORM_DIR",
    "FORM_CHARTER",
    "FORM_TELEPHONE",
    "FORM_ONION",
    "FORM_EXIT",
  ]);
  const fine = await readConfig({
    FORM_DIR: directory.path,
    FORM_CHARTER: charter,
    FORM_ONION: `http://${"a".repeat(56)}.onion`,
  });
  expect(fine).toMatchObject({ type: "Config", config: { form: { directory: directory.path, charter } } });
});
