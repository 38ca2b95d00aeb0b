/**
 * A new volunteer's way from the invitation to her first sealed call, in Chromium: how many questions stand on each screen, how many
 * she answers, and the seconds of somebody who reads for a second before each field and types five keys a second. The coordinator is
 * on the telephone with her for the first part. --pictures=DIR keeps a picture of each screen.
 *
 *   npm run bench -- first-call [--pictures=DIR] [--width=1366]
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { fromSource, option } from "../tools/from-source.mjs";

const KEY = 200;
const READING = 1_000;
/** Six digits are read out and typed on the other side. */
const DIGITS = 8_000;

const pictures = option("pictures", "");
const width = Number(option("width", "1366"));
if (pictures !== "") mkdirSync(pictures, { recursive: true });

const { foundIn, openHouse, openLaptop, PASSPHRASE } = await fromSource("journeys/chromium-stage.ts");
const house = await openHouse();
const laptops = [await openLaptop(house, "coordinator"), await openLaptop(house, "newcomer")];
try {
  await foundIn(laptops[0], house);
  await walk(laptops[0].page(), laptops[1].page());
} finally {
  await house.close();
}

async function walk(there, here) {
  await here.setViewportSize({ width, height: width < 600 ? 844 : 768 });
  await there.getByRole("link", { name: "Люди и устройства" }).click();
  await there.getByRole("button", { name: "Создать ссылку для человека" }).click();
  const link = await there.locator("output.link-shown").innerText();
  const began = performance.now();
  const rows = [];
  let answered = 0;
  let keys = 0;
  const screen = async (name) => {
    rows.push({ name, questions: await questions(here), at: (performance.now() - began) / 1_000 });
    if (pictures !== "") await here.screenshot({ path: join(pictures, `${rows.length}-${width}.png`) });
  };
  const type = async (field, text) => {
    await here.waitForTimeout(READING);
    await field.pressSequentially(text, { delay: KEY });
    answered += 1;
    keys += text.length;
  };

  await here.goto(link);
  await here.getByLabel("Как вас называть").waitFor();
  await screen("the invitation");
  await type(here.getByLabel("Как вас называть"), "Вера");
  await type(here.getByLabel("Название устройства"), "ноутбук");
  for (const field of ["Парольная фраза этого устройства", "Ещё раз"])
    await type(here.getByLabel(field), PASSPHRASE);
  await here.keyboard.press("Enter");
  const digitsOf = async (page) =>
    (await page.locator(".digits").innerText({ timeout: 60_000 })).replace(/\D/g, "");
  const shown = [await digitsOf(there), await digitsOf(here)];
  await screen("six digits");
  await here.waitForTimeout(DIGITS);
  for (const [page, digits] of [
    [there, shown[1]],
    [here, shown[0]],
  ]) {
    await page.getByLabel("Шесть цифр с другого устройства").pressSequentially(digits, { delay: KEY });
    await page.keyboard.press("Enter");
  }
  answered += 1;
  await here.getByRole("button", { name: /Запечатать/ }).waitFor({ timeout: 60_000 });
  await screen("her desk: the first call");
  const ready = performance.now();

  // What the least call needs: a way back to the family, who, what.
  const said = [
    ["Куда перезвонить", "8 900 000 00 00"],
    ["Кто звонит", "Анна"],
    ["Военнослужащий", "Заречный Платон"],
    ["Что случилось", "C1"],
    ["Суть", "Две недели без связи, вещей не выдали."],
  ];
  for (const [label, text] of said) {
    const field = here.getByLabel(label, { exact: false }).first();
    await field.click();
    await type(field, text);
    if (label === "Что случилось") await here.keyboard.press("Enter");
  }
  await screen("the call written down");
  await here.keyboard.press("Control+Enter");
  await there.getByRole("link", { name: "Картотека" }).click();
  await there.getByText("Заречный Платон").first().waitFor({ timeout: 60_000 });
  await screen("after it");
  const total = (performance.now() - began) / 1_000;

  for (const { name, questions: count, at } of rows)
    console.log(
      `${name.padEnd(26)} ${String(count).padStart(3)} questions on the screen, after ${Math.round(at)} s`,
    );
  console.log(`from the link to an open desk: ${Math.round((ready - began) / 1_000)} s`);
  console.log(`the first call, five of its questions: ${Math.round(total - (ready - began) / 1_000)} s`);
  console.log(`answered in all: ${answered} questions, ${keys} keys`);
}

/** Fields and groups of choices that a person sees, whether or not they must be answered. */
function questions(page) {
  return page.evaluate(() => {
    const seen = [
      ...document.querySelectorAll(
        "main input, main textarea, main select, main [role=radiogroup], main [role=combobox], main [role=group]",
      ),
    ].filter(
      (each) => each.checkVisibility({ visibilityProperty: true }) && each.getAttribute("type") !== "hidden",
    );
    return seen.filter((each) => !seen.some((other) => other !== each && other.contains(each))).length;
  });
}
