import { idFrom, type DeskId, type Epoch, type FolderId } from "@answerable/wire";
import { expect, test } from "vitest";

import type { DeskSecret } from "./desk-keys.ts";
import { referralNames } from "./referral-names.ts";

const id = (fill: number) => idFrom<FolderId>(new Uint8Array(16).fill(fill));
const secrets = (...fills: readonly number[]) =>
  new Map(
    fills.map((fill, at) => [(fills.length - at) as Epoch, new Uint8Array(32).fill(fill) as DeskSecret]),
  ); // makes the brands
const lawyers = { desk: id(1) as unknown as DeskId, secrets: secrets(7) }; // an id is an id
const from = { desk: id(2) as unknown as DeskId, case: id(3), before: 0 };

test("a case that one desk refers to another has one name there on every device, also after the key was changed", () => {
  const named = referralNames(lawyers, from);
  expect(
    referralNames(
      {
        ...lawyers,
        secrets: secrets(8, 7),
      },
      from,
    ),
  ).toEqual(named);
  expect(named.folder).not.toBe(named.referral);
});

test("another case, another desk, the next time that it goes there, and whoever has not the desk's secret: another name", () => {
  const names = [
    referralNames(lawyers, from),
    referralNames(lawyers, { ...from, case: id(4) }),
    referralNames(lawyers, { ...from, desk: id(4) as unknown as DeskId }),
    referralNames(lawyers, { ...from, before: 1 }),
    referralNames({ ...lawyers, secrets: secrets(8) }, from),
  ].flatMap(({ folder, referral }) => [folder, referral]);
  expect(new Set(names).size).toBe(names.length);
});
