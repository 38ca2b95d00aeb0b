/**
 * One call of twelve fields at the built desk in Chromium, with the keyboard alone: every key that is pressed is counted, the ones that
 * lead from field to field too. Seconds are the keys at a stated speed, not the speed of this machine. The first ten lines are filled
 * while the family speaks; what happened and the summary are written after hanging up, and the call is sealed: that is the wrap-up.
 *
 *   npm run bench -- twelve-fields [--keys=4] (keys a second; four is 240 a minute) [--picture=FILE]
 */

import { fromSource, option } from "../tools/from-source.mjs";

/** Seconds; DESK.md. */
const MOST_AFTER = 45;
/** Keys that a way from one field to the next may take before something is wrong with the way. */
const FAR = 12;

const speed = Number(option("keys", "4"));
const picture = option("picture", "");

/** People are invented. What a field is called, what is typed, and what takes it. */
const whileTheySpeak = [
  ["Куда перезвонить", "89000000000", ""],
  ["Согласие", "y", ""],
  ["Кто звонит", "Анна", ""],
  ["кем приходится", "мать", "Enter"],
  ["Военнослужащий", "Заречный Платон Ильич", ""],
  ["Родился", "08.03.2001", ""],
  ["Родом", "Тверская", ""],
  ["Служба", "моб", "Enter"],
  ["Часть", "98989", ""],
  ["когда: ~03.06", "~03.06", ""],
];
const afterHangingUp = [
  ["Что случилось", "C1", "Enter"],
  ["Суть", "Две недели без связи. Вещей не выдали, учили три дня. Говорят, на днях повезут к фронту.", ""],
];

const { foundIn, openHouse, openLaptop } = await fromSource("journeys/chromium-stage.ts");
const house = await openHouse();
const laptop = await openLaptop(house, "volunteer");
try {
  await foundIn(laptop, house);
  await theCall(laptop.page());
} finally {
  await house.close();
}

async function theCall(page) {
  let keys = 0;
  const press = async (key) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  const type = async (text) => {
    keys += text.length;
    await page.keyboard.type(text);
  };
  /** Forward by Tab, each one counted. */
  async function forwardTo(label) {
    for (let n = 0; n <= FAR; n += 1) {
      if ((await page.evaluate(here)).startsWith(label)) return;
      await press("Tab");
    }
    throw new Error(`no way to "${label}": at "${await page.evaluate(here)}"`);
  }
  async function fill(fields) {
    const rows = [];
    for (const [label, text, taken] of fields) {
      const before = keys;
      await forwardTo(label);
      const way = keys - before;
      await type(text);
      if (taken !== "") await press(taken);
      rows.push({ label, way, keys: keys - before });
    }
    return rows;
  }

  await page.getByRole("button", { name: /Запечатать/ }).waitFor({ timeout: 60_000 });
  await press("1");
  const during = [{ label: "О ком (1)", way: 0, keys }, ...(await fill(whileTheySpeak))];
  const spoken = keys;
  const after = await fill(afterHangingUp);
  if (picture !== "") await page.screenshot({ path: picture });
  await press("Control+Enter");
  await page
    .getByText(/Запечатано в|ЗАПЕЧАТАНО В/iu)
    .first()
    .waitFor({ timeout: 60_000 });
  await page.getByRole("link", { name: "Картотека" }).click();
  await page.getByText("Заречный Платон").first().waitFor({ timeout: 60_000 });

  const seconds = (count) => (count / speed).toFixed(1);
  for (const { label, way, keys: count } of [...during, ...after])
    console.log(`${label.padEnd(18)} ${String(count).padStart(4)} keys, ${way} of them to get there`);
  const wrapUp = keys - spoken;
  // Who calls and how she is related stand on one line.
  console.log(
    `${during.length + after.length - 1} lines; ${keys} keys, ${seconds(keys)} s at ${speed} keys a second`,
  );
  console.log(`after hanging up: ${wrapUp} keys, ${seconds(wrapUp)} s (bar ${MOST_AFTER})`);
  if (wrapUp / speed > MOST_AFTER) process.exitCode = 1;
}

/** What a screen reader would call the field that has the focus. */
function here() {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement)) return "";
  if (at.closest("[data-consent]") || at.matches("button[data-field]")) return "Согласие";
  const labelled = at.getAttribute("aria-labelledby")?.split(" ") ?? [];
  const said = labelled.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  return (at.getAttribute("aria-label") ?? (said || at.labels?.[0]?.textContent) ?? "").trim();
}
