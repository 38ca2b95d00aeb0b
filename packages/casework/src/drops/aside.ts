/** What a shift has put aside of the letters from outside, and brought back. */
import type { AsideId, DropId } from "../id.ts";
import type { DropEvent } from "./event.ts";

export interface Aside {
  readonly aside: AsideId;
  readonly drops: readonly DropId[];
}

export interface BroughtBack {
  readonly drop: DropId;
  readonly asides: readonly AsideId[];
}

export interface Sorted {
  readonly asides: readonly Aside[];
  readonly broughtBack: readonly BroughtBack[];
}

export const nothingSorted: Sorted = { asides: [], broughtBack: [] };

export function foldSorting<S extends Sorted>(known: S, event: DropEvent): S {
  switch (event.type) {
    case "DropsSetAside": {
      if (known.asides.some((one) => one.aside === event.aside)) return known;
      return { ...known, asides: [...known.asides, { aside: event.aside, drops: event.drops }] };
    }
    case "DropsBroughtBack":
      return { ...known, broughtBack: [...known.broughtBack, ...event.drops] };
    case "DropTaken":
    case "ReplyWritten":
    case "ReplyPosted":
    case "ReceiptGiven":
      return known;
  }
}
