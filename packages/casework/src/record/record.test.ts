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
    // In company too: what comes beside a contradiction does not carry it in.
    expect(after(opened, anna, { ...enter, entries: [...entries, orphan] })).toBe("EntryRefused");
    const shapeless = { type: "ClaimEntered", claim: { id: "C 2" } } as unknown as LedgerEvent; // as above
    expect(after(opened, anna, { ...enter, entries: [shapeless] })).toBe("EntryRefused");
  });
});

describe("what a family wishes for print", () => {
  const opened = folderAfter(undefined, anna, enter);
  const wish = (said: "agreed" | "out" | "none", reason = "", claim = "C1"): RecordCommand => ({
    type: "SetPrintWish",
    case: file,
    claims: [claim as never], // as above
    wish: said,
    reason,
  });
  test("is kept as it was said last; to take out needs a reason, and a claim that is there", () => {
    expect(after(opened, anna, wish("out"))).toBe("TextMissing");
    expect(after(opened, anna, wish("agreed", "", "C9"))).toBe("EntryRefused");
    expect(after(opened, anna, wish("none"))).toBe("AlreadySo");
    const agreed = folderAfter(opened, anna, wish("agreed"));
    const out = folderAfter(agreed, vera, wish("out", "the mother called"));
    expect(out).toMatchObject({ wishes: [{ claim: "C1", wish: "out", by: vera }] });
    expect(after(out, anna, wish("out", "again"))).toBe("AlreadySo");
  });
  test("a claim is worded for print in one language after the other, and held back with a reason", () => {
    const said = (entry: unknown): RecordCommand => ({ ...enter, entries: [entry as LedgerEvent] });
    const ru = folderAfter(
      opened,
      anna,
      said({ type: "ClaimWorded", claim: "C1", printed: { ru: "спросили" } }),
    );
    const en = folderAfter(
      ru,
      anna,
      said({ type: "ClaimWorded", claim: "C1", printed: { en: "they asked" } }),
    );
    expect(en).toMatchObject({
      ledger: { claims: [{ text: "they asked", printed: { ru: "спросили", en: "they asked" } }] },
    });
    const held = folderAfter(en, vera, said({ type: "ClaimHeldBack", claim: "C1", reason: "garbled" }));
    expect(held).toMatchObject({
      ledger: { claims: [{ publication: { level: "withhold", rules: ["HOLD"] } }] },
    });
    const hidden = { ru: "тут\u202eтам" };
    expect(after(en, anna, said({ type: "ClaimWorded", claim: "C1", printed: hidden }))).toBe("EntryRefused");
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
  test("is noted as published once, when it is signed", () => {
    const note: RecordCommand = { type: "NotePublished", case: file, number: 1 };
    expect(after(proposed, vera, note)).toBe("NoSuchRelease");
    const published = folderAfter(folderAfter(proposed, vera, sign), anna, note);
    expect(published).toMatchObject({ releases: [{ number: 1, published: { by: anna } }] });
    expect(after(published, vera, note)).toBe("AlreadySo");
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
