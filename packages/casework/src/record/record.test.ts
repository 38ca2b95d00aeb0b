import { describe, expect, test } from "vitest";

import { cardToPayload, readCard } from "../card-text.ts";
import type { LedgerEvent } from "../claims/event.ts";
import type { Day, Moment } from "../day.ts";
import { decide, type Given } from "../decide.ts";
import { foldSheet, type Folder } from "../folder.ts";
import type { DeviceId, FolderId, MemberId, NewId, SheetId, ShiftId } from "../id.ts";
import { cardOf } from "../make-card.ts";
import type { RecordCommand } from "./command.ts";

const file = "claimsfile____________" as FolderId;
const anna = "anna__________________" as MemberId; // invented
const vera = "vera__________________" as MemberId; // invented
const at = "2022-12-05T10:00:00.000Z" as Moment;
const signature = { device: "d".repeat(22) as DeviceId, key: "k".repeat(43), signature: "s".repeat(86) };
const newId: NewId = () => "new___________________" as never; // as many brands as are asked for

function given(folder: Folder | undefined, by: MemberId): Given {
  const shift = "shift_________________" as ShiftId;
  return { folder, by, at, today: "2022-12-05" as Day, newId, shift, shiftFolder: undefined };
}
/** The folder after a command, or the refusal. */
function after(folder: Folder | undefined, by: MemberId, command: RecordCommand): Folder | string {
  const decided = decide(given(folder, by), command);
  if (!decided.ok) return decided.refusal.type;
  const number = (folder?.sheets ?? 0) + 1;
  const sheet = { id: `s${number}`.padEnd(22, "_") as SheetId, number, by, device: signature.device, at };
  const folded = foldSheet(folder, file, { ...sheet, events: decided.value.events, unknown: 0 });
  if (!folded) throw new Error("nothing was opened");
  return folded;
}
function folderAfter(folder: Folder | undefined, by: MemberId, command: RecordCommand): Folder {
  const next = after(folder, by, command);
  if (typeof next === "string") throw new Error(next);
  return next;
}
const entries = [
  { type: "AgentEntered", agent: { id: "ag:a", type: "group", label: "relatives" } },
  { type: "ChainDrawn", chain: { id: "ch:a", origin: "ag:a", perceives: "saw", links: [] } },
  {
    type: "ClaimEntered",
    claim: {
      id: "C1",
      type: "event",
      text: "they asked",
      chain: "ch:a",
      modality: "asserted",
      polarity: "positive",
    },
  },
] as unknown as readonly LedgerEvent[]; // ids of a ledger are brands; the schema makes them when they are read
const enter: RecordCommand = { type: "EnterInLedger", case: file, name: "November", entries };
const propose: RecordCommand = {
  type: "ProposeRelease",
  case: file,
  number: 1,
  on: "2022-12-05" as Day,
  text: "я".repeat(500_000),
  manifest: "m".repeat(43),
  signature,
};
const sign: RecordCommand = {
  type: "SignRelease",
  case: file,
  number: 1,
  manifest: "m".repeat(43),
  signature,
};

describe("a claims file", () => {
  test("opens with the first entries, and its card says how much lies in it", () => {
    const opened = folderAfter(undefined, anna, enter);
    expect(opened).toMatchObject({ type: "ClaimsFile", name: "November" });
    const card = cardOf(opened);
    expect(card).toMatchObject({
      type: "ClaimsFile",
      name: "November",
      claims: 1,
      releases: 0,
      waits: false,
    });
    expect(readCard(JSON.parse(JSON.stringify(cardToPayload(card))))).toEqual(card);
  });
  test("takes no entry twice, none without a name for the file, none that contradicts itself", () => {
    const opened = folderAfter(undefined, anna, enter);
    expect(after(opened, anna, enter)).toBe("AlreadySo");
    expect(after(undefined, anna, { ...enter, name: " " })).toBe("TextMissing");
    const orphan = { type: "ClaimRetracted", claim: "C9", reason: "x" } as unknown as LedgerEvent; // as above
    expect(after(opened, anna, { ...enter, entries: [orphan] })).toBe("EntryRefused");
  });
});

describe("a release", () => {
  const opened = folderAfter(undefined, anna, enter);
  const proposed = folderAfter(opened, anna, propose);
  test("waits for another person, comes whole however long it is, and is signed once", () => {
    expect(proposed).toMatchObject({ proposal: { number: 1, by: anna } });
    expect(proposed.type === "ClaimsFile" && proposed.proposal?.text).toBe("я".repeat(500_000));
    expect(after(proposed, anna, sign)).toBe("SecondPersonNeeded");
    const signed = folderAfter(proposed, vera, sign);
    expect(signed).toMatchObject({ releases: [{ number: 1, second: { by: vera } }] });
    expect(signed).not.toHaveProperty("proposal");
    expect(after(signed, vera, sign)).toBe("NoSuchRelease");
    expect(after(signed, vera, propose)).toBe("ReleaseOutOfTurn");
  });
  test("is one at a time, can be dropped with a reason, and what was signed is what was proposed", () => {
    expect(after(proposed, vera, { ...propose, number: 1 })).toBe("ReleaseWaits");
    expect(after(proposed, vera, { ...sign, manifest: "n".repeat(43) })).toBe("NoSuchRelease");
    expect(after(proposed, vera, { type: "DropRelease", case: file, number: 1, reason: "" })).toBe(
      "TextMissing",
    );
    const dropped = folderAfter(proposed, vera, {
      type: "DropRelease",
      case: file,
      number: 1,
      reason: "a name",
    });
    expect(dropped).not.toHaveProperty("proposal");
    expect(after(dropped, vera, propose)).not.toBe("ReleaseOutOfTurn");
  });
  test("signed by the one who proposed it, by a forged sheet, is not signed", () => {
    const forged = foldSheet(proposed, file, {
      id: "forged________________" as SheetId,
      number: 9,
      by: anna,
      device: signature.device,
      at,
      unknown: 0,
      events: [{ type: "ReleaseSigned", number: 1, manifest: "m".repeat(43), signature }],
    });
    expect(forged).toMatchObject({ releases: [], proposal: { number: 1 } });
  });
});
