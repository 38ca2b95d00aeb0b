/**
 * Tables as they come: what people really send, each with what it must give. Every person in them is invented. They are made here, byte
 * by byte, because half of what is wrong with such a file no editor would save.
 */
import type { RowTold } from "@answerable/casework";
import { strToU8 as u8 } from "fflate";

import type { ListKind, Noted } from "../grid.ts";
import { encoded, utf16 } from "./make-files.ts";

export interface Told {
  readonly kind?: ListKind;
  readonly unreadable?: string;
  readonly grids?: readonly string[];
  /** Of the first leaf: the lines that can come in, in their order. */
  readonly told?: readonly Partial<RowTold>[];
  readonly count?: number;
  readonly at?: readonly number[];
  readonly births?: readonly string[];
  readonly keys?: readonly string[];
  readonly notes?: readonly string[];
  readonly refused?: readonly string[];
  readonly cells?: readonly string[];
  readonly noted?: readonly Noted[];
}

export interface DirtyFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly gives: Told;
}

export const man = "Черноризов Тихон Ефимович";
export const second = "Лопухин Демьян Саввич";
const simple = `ФИО;Дата рождения;Телефон\n${man};08.03.1996;8 998 765-43-21\n${second};1999;+7 998 765 43 22\n`;
const first = { soldierName: man, birth: "1996-03-08", phones: ["8 998 765-43-21"] };
const both = [first, { soldierName: second, birth: "1999", phones: ["+7 998 765 43 22"] }];

export const dirtyTables: readonly DirtyFile[] = [
  { name: "UTF-8, semicolons", bytes: u8(simple), gives: { kind: "csv", told: both } },
  { name: "UTF-8 with its mark", bytes: u8(`\ufeff${simple}`), gives: { kind: "csv", told: both } },
  {
    name: "windows-1251",
    bytes: encoded(simple, "windows-1251"),
    gives: { kind: "csv", told: both, noted: [{ type: "Encoding", name: "windows-1251" }] },
  },
  {
    name: "koi8-u",
    bytes: encoded(simple, "koi8-u"),
    gives: { kind: "csv", told: both, noted: [{ type: "Encoding", name: "koi8-u" }] },
  },
  {
    name: "DOS, 866",
    bytes: encoded(simple, "ibm866"),
    gives: { kind: "csv", told: both, noted: [{ type: "Encoding", name: "ibm866" }] },
  },
  {
    name: "UTF-16 with its mark, as Excel saves text",
    bytes: utf16(simple.replaceAll(";", "\t"), true, true),
    gives: { kind: "csv", told: both },
  },
  {
    name: "UTF-16 the other way round",
    bytes: utf16(simple, false, true),
    gives: { kind: "csv", told: both },
  },
  { name: "UTF-16 without its mark", bytes: utf16(simple, true, false), gives: { kind: "csv", told: both } },
  {
    name: "Ukrainian in windows-1251",
    bytes: encoded(
      "ПІБ військовослужбовця;Дата народження;Ким доводиться;Ім’я заявника;Телефон\r\nЄвтушенко Їван Ґаврилович;07.09.1999;мати;Ганна;067 000 00 17\r\n",
      "windows-1251",
    ),
    gives: {
      kind: "csv",
      told: [
        {
          soldierName: "Євтушенко Їван Ґаврилович",
          birth: "1999-09-07",
          relation: "mother",
          callerName: "Ганна",
          phones: ["067 000 00 17"],
        },
      ],
    },
  },
  { name: "commas", bytes: u8(simple.replaceAll(";", ",")), gives: { kind: "csv", told: both } },
  { name: "tabs", bytes: u8(simple.replaceAll(";", "\t")), gives: { kind: "csv", told: both } },
  { name: "pipes", bytes: u8(simple.replaceAll(";", "|")), gives: { kind: "csv", told: both } },
  {
    name: "Excel's own line at the top",
    bytes: u8(`sep=;\r\n${simple}`),
    gives: { kind: "csv", told: both, at: [3, 4] },
  },
  {
    name: "new lines of an old Macintosh",
    bytes: u8(simple.replaceAll("\n", "\r")),
    gives: { kind: "csv", told: both },
  },
  {
    name: "quotes, with separators, quotes and new lines within",
    bytes: u8(`ФИО;Суть\r\n"${man}";"Сказал: ""не ждите"";\r\nбольше не звонил"\r\n`),
    gives: { kind: "csv", told: [{ soldierName: man, summary: 'Сказал: "не ждите";\r\nбольше не звонил' }] },
  },
  {
    name: "a quote that is never closed",
    bytes: u8(`ФИО;Суть\n${man};"не ждите\n${second};нет связи\n`),
    gives: { kind: "csv", count: 1, noted: [{ type: "QuoteOpen" }] },
  },
  {
    name: "rows of unequal length",
    bytes: u8(`ФИО;Дата рождения;Телефон\n${man}\n${second};1999;+79987654322;ещё;и ещё\n`),
    gives: {
      kind: "csv",
      told: [{ soldierName: man, birth: "" }, { soldierName: second }],
      noted: [{ type: "Ragged", rows: 1 }],
    },
  },
  {
    name: "empty lines and lines of separators",
    bytes: u8(`ФИО;Телефон\n;\n\n${man};89987654321\n;;\n   ;\n${second};89987654322\n`),
    gives: { kind: "csv", told: [{ soldierName: man }, { soldierName: second }], at: [4, 7] },
  },
  {
    name: "a title above the heading",
    bytes: u8(`Список пропавших;;\nна 1 ноября;;\n\n${simple}`),
    gives: { kind: "csv", told: both },
  },
  {
    name: "no heading at all",
    bytes: u8(
      `${man};08.03.1996;8 998 765-43-21;Пелагея Львовна\n${second};01.02.1999;8 998 765-43-22;Анна Петровна\n`,
    ),
    gives: {
      kind: "csv",
      told: [
        { ...first, callerName: "Пелагея Львовна" },
        { soldierName: second, birth: "1999-02-01" },
      ],
    },
  },
  {
    name: "surname, name and patronymic apart",
    bytes: u8("Фамилия;Имя;Отчество;Г.р.\nЧерноризов;Тихон;Ефимович;1996\n"),
    gives: { kind: "csv", told: [{ soldierName: man, birth: "1996" }] },
  },
  {
    name: "an English list",
    bytes: u8(
      `Full name,Date of birth,Military unit,Caller name,Relationship,Phone\n"Chernorizov Tikhon",1996-03-08,98986,Pelageya,mother,+79987654321\n`,
    ),
    gives: {
      kind: "csv",
      told: [
        {
          soldierName: "Chernorizov Tikhon",
          birth: "1996-03-08",
          unit: "98986",
          callerName: "Pelageya",
          relation: "mother",
        },
      ],
    },
  },
  {
    name: "days in every hand",
    bytes: u8(
      `ФИО;Дата рождения\nА Б;31.12.1992\nВ Г;1992-12-31\nД Е;31 дек 1992\nЖ З;31/12/92\nИ К;33969\nЛ М;19921231\nН О;31 грудня 1992\nП Р;Dec 31, 1992\nС Т;31.12.1992 г.\n`,
    ),
    gives: {
      kind: "csv",
      births: [
        "1992-12-31",
        "1992-12-31",
        "31 дек 1992",
        "1992-12-31",
        "1992-12-31",
        "1992-12-31",
        "31 грудня 1992",
        "31 Dec 1992",
        "1992-12-31",
      ],
      notes: ["Serial"],
    },
  },
  {
    name: "American days, of which some tell the order",
    bytes: u8(`Name,Birth date\nIvan Lopukhin,12/31/92\nPetr Lopukhin,04/03/92\n`),
    gives: { kind: "csv", births: ["1992-12-31", "1992-04-03"] },
  },
  {
    name: "slashes that nobody can decide",
    bytes: u8(`Name,Birth date\nIvan Lopukhin,04/03/92\nPetr Lopukhin,05/06/1993\n`),
    gives: { kind: "csv", births: ["1992", "1993"], notes: ["TwoWays", "TwoWays"] },
  },
  {
    name: "both orders in one column",
    bytes: u8(`Name,Birth date\nIvan Lopukhin,31/12/92\nPetr Lopukhin,12/31/92\nLev Lopukhin,04/03/92\n`),
    gives: { kind: "csv", births: ["1992-12-31", "1992-12-31", "1992"], notes: ["TwoWays"] },
  },
  {
    name: "days that cannot be",
    bytes: u8(`ФИО;Дата рождения\n${man};31.02.1996\n${second};01.01.2096\nЛев Лопухин;45.13.1990\n`),
    gives: { kind: "csv", refused: ["NotADay", "DayInTheFuture", "NotADay"], cells: ["B2", "B3", "B4"] },
  },
  {
    name: "words where a day should be",
    bytes: u8(`ФИО;Дата рождения;Последняя связь\n${man};не помнит;в начале осени\n`),
    gives: {
      kind: "csv",
      told: [{ birth: "не помнит", lastContact: "в начале осени" }],
      notes: ["AsWords", "AsWords"],
    },
  },
  {
    name: "telephones in every hand",
    bytes: u8(
      `ФИО;Телефон\n${man};"8(998)765-43-21, +7 998 765 43 22"\n${second};9987654323 / 89987654324\nЛев Лопухин;спросить у тёти 12-34\n`,
    ),
    gives: {
      kind: "csv",
      told: [
        { phones: ["8(998)765-43-21", "+7 998 765 43 22"] },
        { phones: ["9987654323", "89987654324"] },
        { phones: ["спросить у тёти 12-34"] },
      ],
      notes: ["AsTyped"],
    },
  },
  {
    name: "words for which we have codes, and some for which we have none",
    bytes: u8(
      `ФИО;Кем приходится;Вид службы;Статус;Жалоба\n${man};жена;мобилизованный;нет связи;A1\n${second};крёстная;десантник;ранен;"A1, отобрали телефоны"\n`,
    ),
    gives: {
      kind: "csv",
      told: [
        { relation: "spouse", service: "mobilised", fate: "noContact", grievances: ["A1"] },
        { fate: "wounded", grievances: ["A1", "K1"] },
      ],
      notes: ["NotInList", "NotInList"],
    },
  },
  {
    name: "the same line twice",
    bytes: u8(`ФИО;Телефон\n${man};89987654321\n${man};89987654321\n`),
    gives: { kind: "csv", told: [{ soldierName: man }, { soldierName: man }] },
  },
  {
    name: "lines that say nothing",
    bytes: u8(`№;ФИО;Телефон;Дата\n1;${man};89987654321;01.10.2026\n2;;;02.10.2026\n`),
    gives: { kind: "csv", told: [{ soldierName: man }], refused: ["NothingSaid"] },
  },
  {
    name: "formulas and signs that begin one",
    bytes: u8(`ФИО;Примечание\n${man};=cmd|' /C calc'!A0\n${second};@SUM(1+1)\n`),
    gives: { kind: "csv", told: [{ summary: "=cmd|' /C calc'!A0" }, { summary: "@SUM(1+1)" }] },
  },
];
