/** Why a letter was not sent, in the page's words. */
import { RandomFailed, TooLarge } from "@answerable/seal/drop";
import { Unreachable, WireRefusal } from "@answerable/wire";

import type { Said } from "../words/ru.ts";
import type { Trust } from "./trust.ts";

export function wordsForTrust(trust: Exclude<Trust, { readonly type: "Trusted" }>): Said {
  switch (trust.type) {
    case "NoPin":
      return "bad.pin";
    case "Forged":
      return "bad.key";
    case "Expired":
      return "bad.expired";
    case "WrongClock":
      return "bad.clock";
    case "Unreachable":
      return "bad.offline";
  }
}

/** Anything that was thrown on the way. What it was about is never in it. */
export function wordsForFailure(cause: unknown): Said {
  if (cause instanceof RandomFailed) return "bad.random";
  if (cause instanceof TooLarge) return "bad.tooMuch";
  if (cause instanceof Unreachable) return "bad.offline";
  if (cause instanceof WireRefusal) return isPassing(cause) ? "bad.server" : "bad.unknown";
  return "bad.unknown";
}

/** Whether the letter may wait and try again by itself: the line or the server is away, and nothing is wrong with the letter. */
export function isPassing(cause: unknown): boolean {
  if (cause instanceof Unreachable) return true;
  // 403 is work that came too late: the next try does new work.
  return cause instanceof WireRefusal && (cause.status >= 500 || [403, 408, 425, 429].includes(cause.status));
}
