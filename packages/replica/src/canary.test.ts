/** Canary names typed at a desk are searched for in every byte that is handed to the disk or to the network: none is found. */
import { expect, test } from "vitest";

import { memoryStore } from "./store/memory.ts";
import type { Store } from "./store/store.ts";
import {
  aCall,
  foundedOn,
  joinedTo,
  newCase,
  PASSPHRASE,
  recordCall,
  serverForOffices,
  until,
} from "./testing/offices.ts";

const canaries = ["Кенарев Щегол Чижович", "Kanareyka-Zyablik", "+79005550177", "в/ч 90417"];
const names = { helpline: "Маяк", person: "Вера Тестова" };

/** The six ways in which a name may hide. */
function encodings(text: string): readonly string[] {
  const utf8 = Buffer.from(text, "utf8");
  return [
    text,
    Buffer.from(text, "utf16le").toString("latin1"),
    ...[0, 1, 2].map((shift) => base64Core(utf8, shift)),
    ...[0, 1, 2].map((shift) => base64Core(utf8, shift).replaceAll("+", "-").replaceAll("/", "_")),
    utf8.toString("hex"),
    encodeURIComponent(text),
    JSON.stringify(text)
      .replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .slice(1, -1),
    utf8.toString("latin1"),
  ];
}

/** Base64 of the text wherever it may begin within three bytes, without the symbols that depend on its neighbours. */
function base64Core(bytes: Buffer, shift: number): string {
  return Buffer.concat([Buffer.alloc(shift), bytes])
    .toString("base64")
    .replace(/=+$/, "")
    .slice(shift === 0 ? 0 : shift + 1, -2);
}

test("no name that was typed is in anything given to the disk or to the network", async () => {
  const seen: string[] = [];
  const watched = (): Store => {
    const disk = memoryStore();
    return {
      ...disk,
      async write(changes) {
        for (const { drawer, key, text } of changes) seen.push(`${drawer} ${key} ${text ?? ""}`);
        await disk.write(changes);
      },
    };
  };
  const server = serverForOffices();
  const fetch = async (request: Request) => {
    seen.push(
      `${request.method} ${request.url} ${JSON.stringify([...request.headers])} ${await request.clone().text()}`,
    );
    return server.fetch(request);
  };
  const store = watched();
  const first = await foundedOn(server, { store, fetch });
  const second = await joinedTo(first, server, { store: watched(), fetch });
  const [name = "", latin = "", phone = "", unit = ""] = canaries;
  const told = {
    soldierName: name,
    callerName: latin,
    summary: `${name} ${latin}`,
    unit,
    pasted: `${name}; ${unit}`,
  };
  const phones = [{ raw: phone, safeHours: latin, mayLeaveMessage: "yes", maySayWhoWeAre: "no" }] as const;
  await first.keepDraft(aCall({ ...told, phones }));
  const id = newCase();
  expect((await first.do(recordCall({ ...told, phones }, id))).ok).toBe(true);
  await first.keepSlip({ place: `${id}/note`, words: { text: canaries.join(" ") } });
  expect((await first.do({ type: "AddNote", case: id, text: canaries.join(" ") })).ok).toBe(true);
  await until(first, (status) => status.waiting === 0);
  expect((await second.ask({ type: "CaseFile", case: id })).type).toBeOneOf(["Here", "Unknown"]);
  await first.ask({ type: "Roster", text: name, list: "all", from: 0, count: 10 });
  await first.lock();
  await second.lock();
  await server.close();

  const all = seen.join("\n");
  const secrets = [...canaries, ...name.split(" "), "Zyablik", "9005550177", PASSPHRASE, names.person];
  const found = secrets.flatMap((secret) =>
    encodings(secret).filter((hidden) => hidden.length >= 5 && all.includes(hidden)),
  );
  expect(found).toEqual([]);
  // The net has no hole: what is public by design is found by the same search.
  expect(all.includes(names.helpline)).toBe(true);
});
