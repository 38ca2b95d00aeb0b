/**
 * A photograph comes to a case in Chromium: put in, sealed, looked at in the frame without an origin, copied without its metadata,
 * saved with a line of custody; files that are not what they seem are not opened. What a second device sees is the same file.
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

import { gunzipSync } from "fflate";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import signedPictures from "../packages/desk/src/viewer/signed-pictures.fixtures.json" with { type: "json" };
import { openHouse, sealCall, takeCall, twoDevices, type House, type Laptop } from "./chromium-stage.ts";
import { giantPng, hostile, withExif, withPage } from "./hostile-files.ts";
import { pictures, seriousIn } from "./keyboard.ts";

let house: House;
let ninas: Laptop;
let bureau: Laptop;
let jpeg: Buffer;
const surname = "Незабудько-Тихоплав";

beforeAll(async () => {
  house = await openHouse();
  [ninas, bureau] = await twoDevices(house);
  const page = ninas.page();
  jpeg = await page.screenshot({ type: "jpeg", quality: 80 });
  await takeCall(page, [
    ["Куда перезвонить", "8 998 765-43-22"],
    ["Кто звонит", "Антонина"],
    ["кем приходится", "мать"],
    ["Военнослужащий", `${surname} Игорь`],
  ]);
  await sealCall(page);
  await openCase(page);
});
afterAll(() => house?.close());

describe("a photograph is kept, in Chromium", () => {
  test("it is put in with its own name, seen in the frame, and what it tells stands in the case", async () => {
    const page = ninas.page();
    const photo = withPage(withExif(jpeg));
    await attach(page, [{ name: "снимок.jpg", buffer: photo }]);
    const row = page.locator(".file").first();
    await row.getByText("снимок.jpg").waitFor();
    await row.getByRole("button", { name: "Посмотреть" }).click();
    await page.frameLocator("iframe.file-viewer-frame").locator("canvas").waitFor();
    const frame = page.frames().find((one) => one.url().endsWith("/viewer.html"));
    if (!frame) throw new Error("no frame");
    expect(await frame.evaluate(() => self.origin)).toBe("null");
    expect(
      await frame.evaluate(() =>
        fetch("/api/team?after=0").then(
          () => "reached",
          () => "no network",
        ),
      ),
    ).toBe("no network");
    expect(
      await frame.evaluate(() => {
        try {
          return parent.document.title;
        } catch {
          return "not reached";
        }
      }),
    ).toBe("not reached");
    expect(await page.title()).not.toBe("taken");
    await pictures(page, "file-viewer");
    expect(await seriousIn(page)).toEqual([]);

    await page.getByRole("button", { name: "Сделать копию без метаданных" }).click();
    await expect.poll(() => page.locator(".file").count()).toBe(2);
    await page.locator(".file").last().locator("summary").click();
    await page.getByText("Zorky-Nowhere 9").waitFor();
    await page.getByText("1.03417, 4.08500").waitFor();
    const hash = createHash("sha256").update(photo).digest("hex");
    await page.getByText(hash).waitFor();
    await pictures(page, "files");
    expect(await seriousIn(page)).toEqual([]);
  });

  test("the copy that leaves carries no metadata and no page; the original leaves whole, and both leave a line", async () => {
    const page = ninas.page();
    const copy = await save(page, page.locator(".file").first(), "Сохранить копию…", "прокуратура");
    for (const trace of ["Exif", "Zorky", "<script", "Testcam"])
      expect(copy.includes(trace), trace).toBe(false);
    expect(copy.subarray(0, 2).toString("hex")).toBe("ffd8");
    const original = await save(page, page.locator(".file").last(), "Сохранить оригинал…", "следователь");
    expect(original.equals(withPage(withExif(jpeg)))).toBe(true);
    await page.locator(".timeline").getByText("Передана копия файла: снимок.jpg — прокуратура").waitFor();
    await page.locator(".timeline").getByText("Передан оригинал файла: снимок.jpg — следователь").waitFor();
  });

  test("pages of a PDF are drawn as pictures and turned with the keyboard", async () => {
    const page = ninas.page();
    const paper = await bureau.context().newPage();
    await paper.setContent("<h1>Ответ</h1><p style='break-before:page'>вторая</p>");
    const pdf = await paper.pdf();
    await paper.close();
    await attach(page, [{ name: "ответ.pdf", buffer: pdf }]);
    await page.locator(".file").first().getByRole("button", { name: "Посмотреть" }).click();
    await page.getByText("Страница 1 из 2").waitFor();
    await page.keyboard.press("ArrowRight");
    await page.getByText("Страница 2 из 2").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".file-viewer").count()).toBe(0);
  });

  test("a film coded anew is proposed as one source with the first, and a signature is judged in the frame", async () => {
    const page = ninas.page();
    const [film, anew] = await filmedTwice(page);
    await attach(page, [{ name: "двор.webm", buffer: film }]);
    await attach(page, [{ name: "переслали.webm", buffer: anew }]);
    for (const nth of [1, 0]) await look(page, nth, "video");
    await page.locator(".file").first().locator("summary").click();
    await page.getByText("Похож на файл двор.webm").waitFor();

    const signed = Buffer.from(gunzipSync(Buffer.from(signedPictures.jpeg, "base64")));
    const changed = Buffer.from(signed);
    changed[changed.length - 40] = 1 ^ (changed[changed.length - 40] ?? 0);
    await attach(page, [{ name: "с подписью.jpg", buffer: signed }]);
    await attach(page, [{ name: "подправлено.jpg", buffer: changed }]);
    for (const nth of [1, 0]) await look(page, nth, "canvas");
    for (const nth of [1, 0]) await page.locator(".file").nth(nth).locator("summary").click();
    await page.getByText("С тех пор как файл подписали, его не меняли").waitFor();
    await page.getByText("Подпись в файле к нему не подходит").waitFor();
    await pictures(page, "signed");
  });

  test("what could run, hide or explode is not opened: saved only, with a warning", async () => {
    const page = ninas.page();
    await attach(page, hostile);
    for (let at = 0; at < hostile.length; at += 1) {
      const row = page.locator(".file").nth(at);
      await row.getByText("Такой файл здесь не открывается").waitFor();
      expect(await row.getByRole("button", { name: "Посмотреть" }).count()).toBe(0);
    }
    await page.locator(".file-name").getByText("карта.svg", { exact: true }).waitFor();
    await attach(page, [{ name: "небо.png", buffer: giantPng() }]);
    await page.locator(".file").first().getByRole("button", { name: "Посмотреть" }).click();
    await page.getByText("слишком много точек").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".file-viewer").count()).toBe(0);
  });

  test("a second device sees the same file and who had it in hand", async () => {
    const there = bureau.page();
    await there.reload();
    await there.getByLabel("Парольная фраза").fill("пять слов которых никто не угадает");
    await there.keyboard.press("Enter");
    await openCase(there);
    await expect.poll(() => there.locator(".file").count()).toBeGreaterThan(7);
    const row = there.locator(".file").last();
    await row.getByRole("button", { name: "Посмотреть" }).click();
    await there.frameLocator("iframe.file-viewer-frame").locator("canvas").waitFor();
  });
});

async function openCase(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Картотека" }).click();
  await page.getByText(`${surname} Игорь`).first().click();
  await page.getByRole("heading", { name: "Файлы" }).waitFor();
}

async function look(page: Page, nth: number, shown: "video" | "canvas"): Promise<void> {
  await page.locator(".file").nth(nth).getByRole("button", { name: "Посмотреть" }).click();
  await page.frameLocator("iframe.file-viewer-frame").locator(shown).waitFor();
  // What was read comes into the case while the file is open: of a film after its last picture.
  const read = page
    .locator(".file")
    .nth(nth)
    .locator(shown === "video" ? ".file-found" : ".file-signed");
  await read.waitFor({ state: "attached", timeout: 60_000 });
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator(".file-viewer").count()).toBe(0);
}

/** A drawing that moves, filmed well, and at the same time smaller and poorer. */
async function filmedTwice(page: Page): Promise<readonly [Buffer, Buffer]> {
  const films = await page.evaluate(async () => {
    const film = async (width: number, type: string, bits: number): Promise<number[]> => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [width, width / 2];
      const pen = canvas.getContext("2d");
      if (!pen) throw new Error("no canvas");
      const recorder = new MediaRecorder(canvas.captureStream(10), {
        mimeType: type,
        videoBitsPerSecond: bits,
      });
      const parts: Blob[] = [];
      recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
      const done = new Promise((resolve) => recorder.addEventListener("stop", resolve));
      const begun = performance.now();
      recorder.start();
      (function draw() {
        const second = (performance.now() - begun) / 1_000;
        for (let at = 0; at < 64; at += 1) {
          pen.fillStyle = `hsl(${at * 40} 50% ${10 + ((at * 53) % 70)}%)`;
          pen.fillRect(((at % 8) * width) / 8, (Math.floor(at / 8) * width) / 16, width / 8, width / 16);
        }
        pen.fillRect((second * width) / 3, 0, width / 6, width / 4);
        if (second < 2) requestAnimationFrame(draw);
        else recorder.stop();
      })();
      await done;
      return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
    };
    return Promise.all([
      film(320, "video/webm;codecs=vp9", 2_000_000),
      film(200, "video/webm;codecs=vp8", 200_000),
    ]);
  });
  return [Buffer.from(films[0] ?? []), Buffer.from(films[1] ?? [])];
}

async function attach(
  page: Page,
  files: readonly { readonly name: string; readonly buffer: Buffer }[],
): Promise<void> {
  const before = await page.locator(".file").count();
  await page
    .locator("input[type=file]")
    .setInputFiles(files.map(({ name, buffer }) => ({ name, buffer, mimeType: "application/octet-stream" })));
  await expect.poll(() => page.locator(".file").count()).toBe(before + files.length);
}

async function save(
  page: Page,
  row: ReturnType<Page["locator"]>,
  button: string,
  to: string,
): Promise<Buffer> {
  await row.getByRole("button", { name: button }).click();
  await row.getByLabel("Кому или для чего").fill(to);
  const download = page.waitForEvent("download");
  await row.getByRole("button", { name: "Записать и сохранить" }).click();
  return readFile(await (await download).path());
}
