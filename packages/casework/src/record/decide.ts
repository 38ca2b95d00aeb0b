/** What comes of a command on a claims file: entries that the ledger takes, and a release that two different people sign. */
import * as v from "valibot";

import { enterAll, LedgerEvent } from "../claims/event.ts";
import { emptyLedger, type Ledger } from "../claims/model.ts";
import type { CommandOf } from "../command.ts";
import type { Decided, Given } from "../decide/given.ts";
import type { Event } from "../event.ts";
import { err, ok } from "../result.ts";
import type { ClaimsFile } from "./claims-file.ts";
import type { RecordCommand } from "./command.ts";

const piece = 190_000;

export function decideRecord(given: Given, command: RecordCommand): Decided {
  const { folder } = given;
  if (folder && folder.type !== "ClaimsFile") return err({ type: "NoSuchClaimsFile" });
  if (command.type === "EnterInLedger") return enter(folder, command);
  if (!folder) return err({ type: "NoSuchClaimsFile" });
  const done = (event: Event): Decided => ok({ folder: command.case, events: [event] });
  const { proposal } = folder;
  switch (command.type) {
    case "ProposeRelease": {
      if (proposal) return err({ type: "ReleaseWaits", number: proposal.number });
      if (command.number !== folder.releases.length + 1)
        return err({ type: "ReleaseOutOfTurn", number: folder.releases.length + 1 });
      const { number, on, manifest, signature } = command;
      const text = Array.from({ length: Math.ceil(command.text.length / piece) }, (_, at) =>
        command.text.slice(at * piece, (at + 1) * piece),
      );
      return done({ type: "ReleaseProposed", number, on, text, manifest, signature });
    }
    case "SignRelease": {
      if (proposal?.number !== command.number || proposal.manifest !== command.manifest)
        return err({ type: "NoSuchRelease" });
      if (proposal.by === given.by) return err({ type: "SecondPersonNeeded" });
      const { number, manifest, signature } = command;
      return done({ type: "ReleaseSigned", number, manifest, signature });
    }
    case "NotePublished": {
      const signed = folder.releases.find(({ number }) => number === command.number);
      if (!signed) return err({ type: "NoSuchRelease" });
      if (signed.published) return err({ type: "AlreadySo", field: "published" });
      return done({ type: "ReleasePublished", number: command.number });
    }
    case "SetPrintWish": {
      const { claims, wish, reason } = command;
      const known = new Set<string>(folder.ledger.claims.map(({ id }) => id));
      if (claims.length === 0 || claims.some((claim) => !known.has(claim)))
        return err({ type: "EntryRefused", why: "NoSuchClaim" });
      if (wish === "out" && reason.trim() === "") return err({ type: "TextMissing", field: "reason" });
      if (
        claims.every((claim) => (folder.wishes.find((one) => one.claim === claim)?.wish ?? "none") === wish)
      )
        return err({ type: "AlreadySo", field: "wish" });
      return done({ type: "PrintWished", claims: [...claims], wish, reason });
    }
    case "DropRelease": {
      if (proposal?.number !== command.number) return err({ type: "NoSuchRelease" });
      if (command.reason.trim() === "") return err({ type: "TextMissing", field: "reason" });
      return done({ type: "ReleaseDropped", number: command.number, reason: command.reason });
    }
  }
}

/** A whole file comes in within one command: each entry is judged on what stood before all of them and what it brings itself. */
function enter(
  file: ClaimsFile | undefined,
  { case: folder, name, entries }: CommandOf<"EnterInLedger">,
): Decided {
  if (!file && name.trim() === "") return err({ type: "TextMissing", field: "name" });
  const ledger = file?.ledger ?? emptyLedger;
  const read = entries.map((entry) => v.safeParse(LedgerEvent, entry));
  if (read.some(({ success }) => !success)) return err({ type: "EntryRefused", why: "NotReadable" });
  const after = enterAll(
    ledger,
    read.flatMap((one) => (one.success ? [one.output] : [])),
  );
  if (!after.ok) return err({ type: "EntryRefused", why: after.refusal.type });
  if (file && !isChanged(ledger, after.value)) return err({ type: "AlreadySo", field: "entries" });
  const opened: readonly Event[] = file ? [] : [{ type: "ClaimsFileOpened", claimsFile: folder, name }];
  const entered: Event = { type: "EnteredInLedger", entries: entries.map((entry) => ({ ...entry })) };
  return ok({ folder, events: [...opened, entered] });
}

/** The heading apart: it is always written anew. */
function isChanged({ heading: _before, ...before }: Ledger, after: Ledger): boolean {
  return Object.entries(before).some(([table, rows]) => after[table as keyof typeof before] !== rows); // entries forgets its keys
}
