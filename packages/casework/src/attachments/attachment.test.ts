import { expect, test } from "vitest";

import type { Moment } from "../day.ts";
import type { AttachmentId } from "../id.ts";
import { kindOf, lookOf } from "../intake/file-kind.ts";
import { caseId, nina, oleg, openOffice, the } from "../testing/office.ts";
import type { AttachmentTold } from "./command.ts";
import { plainName } from "./decide.ts";

const attachment = "file__________________" as AttachmentId;
const told: AttachmentTold = {
  attachment,
  name: "IMG_0412.jpg",
  kind: "image/jpeg",
  size: 482_113,
  plain: "A".repeat(43),
  blob: "blob__________________",
  cipher: "B".repeat(43),
  key: "Q".repeat(22),
  from: "desk",
};
const receive = { type: "ReceiveAttachment", case: caseId, told } as const;

function opened() {
  const office = openOffice();
  office.tell(office.call({ kind: "aboutSoldier", soldierName: "Соколов Игорь" }));
  return office;
}

test("a file lies in the case with its hashes, and its history holds no key", () => {
  const office = opened();
  expect(office.tell(receive)).toBeUndefined();
  expect(office.theCase().attachments).toMatchObject([
    { id: attachment, by: nina, size: 482_113, opened: [] },
  ]);
  expect(JSON.stringify(office.theCase().timeline)).not.toContain(told.key);
  expect(office.tell(receive)).toEqual({ type: "AlreadySo", field: "attachment" });
});

test("custody: who opened it is noted once a day by each, and what left the desk with the hash of what left", () => {
  const office = opened();
  office.tell(receive);
  const open = { type: "OpenAttachment", case: caseId, attachment } as const;
  expect(office.tell(open)).toBeUndefined();
  expect(office.tell(open)).toEqual({ type: "AlreadySo", field: "attachment" });
  expect(office.tell(open, { by: oleg })).toBeUndefined();
  expect(office.tell(open, { at: "2022-11-09T06:00:00.000Z" as Moment })).toBeUndefined();
  const given = { type: "GiveOutAttachment", case: caseId, attachment, as: "copy" } as const;
  office.tell({ ...given, plain: "C".repeat(43), to: "прокуратура" });
  const file = the(office.theCase().attachments[0]);
  expect(file.opened.map(({ by }) => by)).toHaveLength(3);
  expect(file.givenOut).toMatchObject([{ as: "copy", plain: "C".repeat(43), to: "прокуратура" }]);
  expect(office.tell({ ...open, attachment: "other" as AttachmentId })).toEqual({ type: "NoSuchAttachment" });
});

test("what was read in it stands, and reading the same again says nothing new", () => {
  const office = opened();
  office.tell(receive);
  const examine = {
    type: "ExamineAttachment",
    case: caseId,
    attachment,
    found: { taken: "2022-11-01" },
  } as const;
  expect(office.tell(examine)).toBeUndefined();
  expect(office.tell(examine)).toEqual({ type: "AlreadySo", field: "attachment" });
  expect(the(office.theCase().attachments[0]).found).toEqual({ taken: "2022-11-01" });
});

test("a name keeps no path, no control sign and nothing that turns the writing round", () => {
  expect(plainName("../../etc/passwd")).toBe("passwd");
  expect(plainName("C:\\Users\\x\\план.docx")).toBe("план.docx");
  expect(plainName("фото\u202Egpj.exe")).toBe("фотоgpj.exe");
  expect(plainName("..")).toBe("file");
  expect(plainName(".htaccess")).toBe("htaccess");
  expect(plainName("a\u0000b\n.txt")).toBe("ab.txt");
  expect(plainName("<img src=x>.png")).toBe("_img src=x_.png");
  expect(plainName("щ".repeat(5_000)).length).toBeLessThanOrEqual(200);
});

test("a kind is by the first bytes, and only pictures, pages, sound and film are looked at", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const looks = (first: Uint8Array) => lookOf(kindOf(first).kind);
  expect(looks(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe("picture");
  expect(looks(bytes("%PDF-1.7"))).toBe("pages");
  expect(kindOf(bytes('<?xml version="1.0"?><svg onload="x()">')).kind).toBe("image/svg+xml");
  expect(kindOf(bytes("<!DOCTYPE html><p>")).kind).toBe("text/html");
  for (const bad of [
    "<svg>",
    "<html>",
    "<script>x()</script>",
    "PK\u0003\u0004",
    "MZ",
    "alert(1)",
    "=cmd|' /C calc'!A0",
  ])
    expect(looks(bytes(bad)), bad).toBeUndefined();
});
