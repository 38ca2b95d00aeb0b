import type { CaseId, FolderId } from "@answerable/casework";
import { expect, test } from "vitest";

import { ledgerHash, ledgerRouteOf, type LedgerRoom } from "./ledger-route.ts";

const file = "claimsfile____________" as FolderId;
const rooms: readonly LedgerRoom[] = [
  { at: "list" },
  { at: "loose" },
  { at: "same" },
  { at: "incident", incident: "I 1/ф#%" },
  { at: "compare", left: "I1", right: "I/2" },
  { at: "enter" },
  { at: "enter", incident: "I1" },
  { at: "enter", corrects: "C/7" },
  { at: "enter", from: "case__________________" as CaseId },
];

test.each(rooms.map((room) => [room]))("%j is found again from the address", (room) => {
  expect(ledgerRouteOf(ledgerHash({ page: "ledger", file, room }))).toEqual({ page: "ledger", file, room });
});

test("what is no address of a file leads to the files", () => {
  for (const hash of ["#/ledger", "#/ledger/short", "#/ledger/%", "#/ledger/x/incident/1"])
    expect(ledgerRouteOf(hash)).toEqual({ page: "ledger", room: { at: "list" } });
  expect(ledgerRouteOf(`#/ledger/${file}/incident/%E0%A4`)).toMatchObject({ file, room: { at: "list" } });
  expect(ledgerRouteOf("#/roster")).toBeUndefined();
});
