/** A case as a screen may have it: the keys of files, and what a family shares with the desk alone, stay in the worker. */
import { withoutKey, type Case, type Family, type Report, type TimelineRow } from "@answerable/casework";

export function shownCase(file: Case): Case {
  if (file.attachments.length === 0 && file.families.length === 0) return file;
  return {
    ...file,
    attachments: file.attachments.map(withoutKey),
    families: file.families.map(shownFamily),
    timeline: file.timeline.map(shownRow),
  };
}

export function shownReport(report: Report): Report {
  const files = report.files.map((file) =>
    file.where.type === "Blob" ? { ...file, where: withoutKey(file.where) } : file,
  );
  return { ...report, files };
}

function shownFamily(family: Family): Family {
  const letters = family.letters.map((letter) => ({ ...letter, received: shownText(letter.received) }));
  return { ...family, reply: "", letters };
}

function shownRow(row: TimelineRow): TimelineRow {
  const { what } = row;
  if (what.type === "AttachmentReceived") return { ...row, what: withoutKey(what) };
  if (what.type !== "DropTaken") return row;
  const family = { ...what.family, reply: "" };
  return { ...row, what: { ...what, family, received: shownText(what.received) } };
}

/** Whatever it is, and without any key: what cannot be read is not shown. */
function shownText(received: string): string {
  try {
    return JSON.stringify(JSON.parse(received), (name, value: unknown) => (name === "key" ? "" : value));
  } catch {
    return "";
  }
}
