/**
 * A batch of two hundred letters: one PDF of them all, and each as DOCX. What the worker does while the page stays free.
 * Goal: 20 seconds together. The letters are filled by the real templates from invented cases.
 */
import { readFileSync } from "node:fs";

import { docxOf, pdfOf } from "../packages/desk/dist/letters/index.js";
import { builtAppeals } from "../tools/built-casework.mjs";

const { letterPage, loadPack } = await builtAppeals();
const json = JSON.parse(readFileSync(new URL("../packages/casework/packs/ru.json", import.meta.url), "utf8"));
const loaded = loadPack(json);
if (!loaded.ok) throw new Error("the pack does not hold");
const { pack } = loaded.value;

const LETTERS = 200;
const GOAL_SECONDS = 20;
const font = (name) =>
  readFileSync(new URL(`../packages/desk/src/letters/fonts/${name}.ttf`, import.meta.url));
const fonts = { regular: font("PTSerif-Regular"), bold: font("PTSerif-Bold") };
const symbols = "ABEKMHPCTYX0123456789";

const pages = Array.from({ length: LETTERS }, (_, at) =>
  letterPage({
    pack,
    template: pack.templates.get("t.appeal.individual"),
    number: Array.from({ length: 8 }, (__, place) => symbols[(at * 7 + place * 5) % symbols.length]).join(""),
    slots: {
      "addressee.name_dative": "Губернатору Воронежской области",
      "applicant.full_name": "Лугова Дарья Сергеевна",
      "applicant.postal_address": `394000, Воронеж, а/я ${at + 1}`,
      "soldier.relation": "моего мужа",
      "soldier.full_name": "Лугов Пётр Ильич",
      facts: Array.from(
        { length: 6 },
        (__, n) => `${n + 1}.11.2022: две недели подготовки, потом передовая.`,
      ).join("\n"),
      law: "Федеральный закон от 2 мая 2006 года № 59-ФЗ, статьи 2, 5, 8, 10 и 12",
      requests: "Проверить изложенное.\nОтветить, кто отдал приказ, и кто вправе его отменить.",
      date: "08.11.2022",
      signature: "Подпись: ____________________",
    },
    signatures: [],
    lang: "ru",
  }),
);

async function seconds(work) {
  const began = performance.now();
  const result = await work();
  return [(performance.now() - began) / 1000, result];
}

const [pdfSeconds, pdf] = await seconds(() => pdfOf(pages, fonts, async () => true));
const [docxSeconds, bytes] = await seconds(async () => {
  let sum = 0;
  for (const page of pages) sum += (await docxOf(page)).length;
  return sum;
});
const all = pdfSeconds + docxSeconds;
console.log(
  `${LETTERS} letters in one PDF   ${pdfSeconds.toFixed(2)} s   ${(pdf.length / 1024).toFixed(0)} kB`,
);
console.log(`${LETTERS} letters as DOCX      ${docxSeconds.toFixed(2)} s   ${(bytes / 1024).toFixed(0)} kB`);
console.log(`together ${all.toFixed(2)} s of ${GOAL_SECONDS} s: ratio ${(all / GOAL_SECONDS).toFixed(2)}`);
if (all > GOAL_SECONDS) process.exitCode = 1;
