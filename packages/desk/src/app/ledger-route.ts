/** Where one is in a claims file. Ids only; an id of a ledger may be any text without a blank, so it travels escaped. */
import type { CaseId, FolderId } from "@answerable/casework";

export type LedgerRoom =
  | { readonly at: "list" }
  | { readonly at: "incident"; readonly incident: string }
  /** Claims that belong to no incident. */
  | { readonly at: "loose" }
  | { readonly at: "compare"; readonly left: string; readonly right: string }
  | { readonly at: "same" }
  /** A new claim: of an incident, told in a case, or putting another claim right. */
  | {
      readonly at: "enter";
      readonly incident?: string;
      readonly from?: CaseId;
      readonly corrects?: string;
    };

export interface LedgerRoute {
  readonly page: "ledger";
  /** undefined: the files to choose from. */
  readonly file?: FolderId;
  readonly room: LedgerRoom;
}

const files: LedgerRoute = { page: "ledger", room: { at: "list" } };

export function ledgerRouteOf(hash: string): LedgerRoute | undefined {
  const [begin, page, id, at, ...rest] = hash.split("/");
  if (begin !== "#" || page !== "ledger") return undefined;
  if (id === undefined || !/^[A-Za-z0-9_-]{22}$/.test(id)) return files;
  const file = id as FolderId; // the pattern has just been checked
  const [first = "", second = ""] = rest.map(unescaped);
  const room = ((): LedgerRoom => {
    if (at === "incident" && first !== "") return { at, incident: first };
    if (at === "compare" && first !== "" && second !== "") return { at, left: first, right: second };
    if (at === "loose" || at === "same") return { at };
    if (at !== "enter") return { at: "list" };
    if (first === "incident" && second !== "") return { at, incident: second };
    if (first === "corrects" && second !== "") return { at, corrects: second };
    if (first === "case" && /^[A-Za-z0-9_-]{22}$/.test(second)) return { at, from: second as CaseId }; // as above
    return { at };
  })();
  return { page, file, room };
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

export function ledgerHash({ file, room }: LedgerRoute): string {
  if (file === undefined) return "#/ledger";
  const parts = ((): readonly string[] => {
    switch (room.at) {
      case "list":
        return [];
      case "loose":
      case "same":
        return [room.at];
      case "incident":
        return [room.at, room.incident];
      case "compare":
        return [room.at, room.left, room.right];
      case "enter":
        if (room.incident !== undefined) return [room.at, "incident", room.incident];
        if (room.corrects !== undefined) return [room.at, "corrects", room.corrects];
        return room.from === undefined ? [room.at] : [room.at, "case", room.from];
    }
  })();
  return ["#/ledger", file, ...parts.map(encodeURIComponent)].join("/");
}
