import { answerAppeals, type AdviceCard, type AppealsOffice } from "@answerable/casework";
import { packs } from "@answerable/replica";
import { beforeAll, expect, test } from "vitest";

import { findAdvice } from "./find.ts";

let cards: readonly AdviceCard[] = [];
beforeAll(async () => {
  const office = { packs: packs() } as AppealsOffice; // advice asks the packs and nothing else
  cards = (await answerAppeals({ type: "Advice", lang: "ru" }, office)).cards;
});
const first = (text: string) => findAdvice(cards, { text, lang: "ru", told: [] })[0]?.id;

test("a code finds its card on either layout", () => {
  expect(first("A4")).toBe("c.captivity");
  expect(first("l3")).toBe("c.circle");
  // Д3 is what the key L3 writes on йцукен.
  expect(first("д3")).toBe("c.circle");
});

test("words find a card begun, bent by grammar, or typed with the wrong layout on", () => {
  expect(first("медкомисси")).toBe("c.board");
  expect(first("подготовка")).toBe("c.training");
  expect(first("срочники")).toBe("c.conscript");
  // медкомиссия, плен, снаряжение with the Latin layout on
  expect(first("vtlrjvbccbz")).toBe("c.board");
  expect(first("gkty")).toBe("c.captivity");
  expect(first("cyfhz;tybt")).toBe("c.equipment");
  expect(first("деньги новости")).toBe("c.fraud");
});

test("what the pack does not answer leads to the lawyer, by the words of its grievance", () => {
  expect(first("отпуск")).toBe("lawyer");
  expect(first("J1")).toBe("lawyer");
  expect(first("кактус")).toBeUndefined();
});

test("before a word is typed the cards of this call stand first", () => {
  const found = findAdvice(cards, { text: " ", lang: "ru", told: ["L4", "I1"] });
  expect(found.slice(0, 2).map(({ id }) => id)).toEqual(["c.pay", "c.register"]);
  expect(found).toHaveLength(cards.length);
});
