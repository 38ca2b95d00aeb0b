/** What Telegram Desktop saves as JSON: one chat, or all of them. Messages with words alone; who joined and what was pinned is left out. */
import * as v from "valibot";

import { chatHeader } from "./chat.ts";
import { cell, CannotRead, type Came, type Grid } from "./grid.ts";

const Piece = v.union([v.string(), v.object({ text: v.string() })]);
const Message = v.object({
  type: v.literal("message"),
  date: v.string(),
  from: v.nullish(v.string(), ""),
  text: v.union([v.string(), v.array(Piece)]),
});
const Chat = v.object({ name: v.nullish(v.string(), ""), messages: v.array(v.unknown()) });
const Whole = v.object({ chats: v.object({ list: v.array(v.unknown()) }) });

/** undefined: some other JSON. Throws CannotRead where it is none. */
export function readTelegram(text: string): Pick<Came, "grids" | "noted"> | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new CannotRead({ type: "Broken", kind: "telegram" });
  }
  const one = v.safeParse(Chat, read);
  const all = v.safeParse(Whole, read);
  if (!one.success && !all.success) return undefined;
  const chats = one.success
    ? [one.output]
    : all.success
      ? all.output.chats.list.flatMap((chat) => {
          const known = v.safeParse(Chat, chat);
          return known.success ? [known.output] : [];
        })
      : [];
  return { grids: chats.map(gridOf).filter(({ rows }) => rows.length > 1), noted: [] };
}

function gridOf({ name, messages }: v.InferOutput<typeof Chat>): Grid {
  const rows = messages.flatMap((raw, place) => {
    const message = v.safeParse(Message, raw);
    if (!message.success) return [];
    const { date, from, text } = message.output;
    const said = (typeof text === "string" ? [text] : text)
      .map((piece) => (typeof piece === "string" ? piece : piece.text))
      .join("");
    const [day = "", time = ""] = date.split("T");
    const cells = [day, time.slice(0, 5), from ?? "", said].map(cell);
    return cells[3] === "" ? [] : [{ at: place + 1, cells }];
  });
  return { name: name ?? "", rows: [{ at: 0, cells: [...chatHeader] }, ...rows], isNamed: true };
}
