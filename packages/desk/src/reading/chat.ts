/**
 * Lines copied out of a chat, or a chat saved as text: WhatsApp (as a telephone and as a computer write it) and Telegram. One row a
 * message: when, who, what. A line that begins no message goes on with the one before.
 */
import { cell, type Came, type GridRow } from "./grid.ts";

/** `[31.12.22, 18:03:11] Имя: …` and `31.12.2022, 18:03 - Имя: …`, and `12/31/22, 6:03 PM - Name: …`. */
const whatsApp =
  /^\u200e?\[?(\d{1,4}[./-]\d{1,2}[./-]\d{1,4}),?\s+(?:в\s+|о\s+|at\s+)?(\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]\.?M\.?)?)\]?\s*(?:[-–—]\s+)?([^:]{1,80}):\s?(.*)$/iu;
/** `Имя, [31.12.2022 18:03]` and the words below it. */
const telegram =
  /^(.{1,80}), \[(\d{1,4}[./-]\d{1,2}[./-]\d{1,4})[ ,]+(\d{1,2}:\d{2}(?::\d{2})?)\](?::\s?(.*))?$/u;

export const chatHeader = ["date", "time", "from", "text"] as const;

/** undefined: it does not look like a chat at all. */
export function readChat(text: string): Pick<Came, "grids" | "noted"> | undefined {
  const messages: { at: number; date: string; time: string; from: string; text: string }[] = [];
  let stray = 0;
  for (const [place, line] of text.replaceAll("\r\n", "\n").split("\n").entries()) {
    const begun = begins(line);
    const last = messages.at(-1);
    if (begun) messages.push({ at: place + 1, ...begun });
    else if (last) last.text += `\n${line}`;
    else if (line.trim() !== "") stray += 1;
  }
  if (messages.length === 0 || stray > messages.length) return undefined;
  const rows = messages
    .map(({ at, date, time, from, text: said }): GridRow => ({
      at,
      cells: [date, time, from, said].map(cell),
    }))
    .filter(({ cells }) => cells[3] !== "");
  return {
    grids: [{ name: "", rows: [{ at: 0, cells: [...chatHeader] }, ...rows], isNamed: true }],
    noted: stray === 0 ? [] : [{ type: "Stray", lines: stray }],
  };
}

function begins(line: string): { date: string; time: string; from: string; text: string } | undefined {
  const [, date, time, from, text] = whatsApp.exec(line) ?? [];
  if (date !== undefined) return { date, time: time ?? "", from: from ?? "", text: text ?? "" };
  const [, sender, day, hour, rest] = telegram.exec(line) ?? [];
  if (day === undefined) return undefined;
  return { date: day, time: hour ?? "", from: sender ?? "", text: rest ?? "" };
}
