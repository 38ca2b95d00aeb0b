import fc from "fast-check";
import { expect, test } from "vitest";

import type { Day } from "../day.ts";
import { suggestFrom } from "./paste.ts";

const today = "2022-11-08" as Day;

test("a line from the chat fills name, birth, date missing, call sign, unit and telephone", () => {
  const line =
    "Здравствуйте! Ищу: Соколов Игорь Андреевич 08.03.01, пропал 03.06.22, позывной Лис, в/ч 12345, тел. 8 912 345-67-89";
  expect(suggestFrom(line, today)).toEqual({
    soldierName: "Соколов Игорь Андреевич",
    birth: "08.03.01",
    lastContact: "03.06.22",
    callSign: "Лис",
    unit: "в/ч 12345",
    phones: [
      { raw: "8 912 345-67-89", safeHours: "", mayLeaveMessage: "unasked", maySayWhoWeAre: "unasked" },
    ],
    pasted: line,
    suggested: ["callSign", "unit", "birth", "lastContact", "soldierName", "phones"],
  });
});

test("a terse line is understood by its order", () => {
  const found = suggestFrom("СОКОЛОВ Игорь Андреевич\n12.04.1985\n01.11.22\n«352 мсп»", today);
  expect(found).toMatchObject({
    soldierName: "СОКОЛОВ Игорь Андреевич",
    birth: "12.04.1985",
    lastContact: "01.11.22",
    unit: "352 мсп",
  });
});

test("a Ukrainian line is understood", () => {
  const found = suggestFrom(
    "Шукаю чоловіка Ткаченко Олег Петрович, 05.05.1990 р.н., зник 24.10.2022, позивний «Бук», +380671234567",
    today,
  );
  expect(found).toMatchObject({
    soldierName: "Ткаченко Олег Петрович",
    birth: "05.05.1990",
    lastContact: "24.10.2022",
    callSign: "Бук",
  });
  expect(found.phones?.[0]?.raw).toBe("+380671234567");
});

test("the date missing may come first", () => {
  const found = suggestFrom("Не выходит на связь с 24.10.2022 Белов Пётр, 1.2.1999 г.р.", today);
  expect(found).toMatchObject({ soldierName: "Белов Пётр", birth: "1.2.1999", lastContact: "24.10.2022" });
});

test("a line with nothing to find is kept and suggests nothing", () => {
  expect(suggestFrom("помогите пожалуйста", today)).toEqual({ pasted: "помогите пожалуйста", suggested: [] });
});

test("whatever is pasted is kept as received, and every suggestion stands in it", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("Иванов Пётр ", "08.03.01 ", "позывной Лис ", "в/ч 12345", "8 912 345-67-89", "$&"),
  );
  fc.assert(
    fc.property(
      fc.array(piece).map((parts) => parts.join("")),
      (line) => {
        const { pasted, phones, suggested, ...texts } = suggestFrom(line, today);
        expect(pasted).toBe(line);
        for (const phone of phones ?? []) expect(line).toContain(phone.raw);
        for (const [field, text] of Object.entries(texts)) {
          if (typeof text !== "string") throw new Error(`${field} is no text`);
          if (field === "soldierName") for (const word of text.split(" ")) expect(line).toContain(word);
          else expect(line).toContain(text);
        }
        expect(suggested?.length).toBe(Object.keys(texts).length + (phones === undefined ? 0 : 1));
      },
    ),
    { seed: 5 },
  );
});
