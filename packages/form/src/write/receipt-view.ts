/**
 * The receipt: shown, typed back in part, shown once more. Only then does the page let go of it. The code stands nowhere but on the
 * screen and in this memory.
 */
import { groupsOf, locatorOf, readReceipt, type ReceiptCode } from "@answerable/seal/drop";
import type { ProofOfFiling } from "@answerable/wire";

import type { Delivered } from "../letter/deliver.ts";
import type { SealedLetter } from "../letter/post.ts";
import { bringTo, element, field, on, part, show, tell } from "../page/dom.ts";
import type { Speech } from "../page/language.ts";

export interface Receipt {
  readonly code: ReceiptCode;
  readonly delivered: Extract<Delivered, { readonly letter: SealedLetter }>;
}

export interface ReceiptDeps {
  readonly speech: Speech;
  /** Where the answer is read. */
  readonly address: string;
  /** Which group is asked for, 0 to 4. */
  readonly ask: () => number;
  readonly print: () => void;
  readonly leave: () => void;
}

export interface ReceiptView {
  readonly open: (receipt: Receipt) => void;
  /** A letter that waited has gone. */
  readonly sent: (letter: SealedLetter, proof: ProofOfFiling) => void;
  /** True until the code was typed back: the page must not let go. */
  readonly holds: () => boolean;
}

export function openReceiptView({ speech, address, ask, print, leave }: ReceiptDeps): ReceiptView {
  let receipt: Receipt | undefined;
  let group = 0;
  let isDone = false;

  function draw(): void {
    if (!receipt) return;
    const { code, delivered } = receipt;
    const groups = groupsOf(code);
    const place = part("code");
    place.textContent = "";
    // Read as one word it would be nonsense: a screen reader is given the symbols one by one, in the line below.
    for (const one of groups) place.append(element("span", one));
    place.setAttribute("aria-hidden", "true");
    tell("code-spoken", groups.map((one) => Array.from(one).join(" ")).join(", "));
    tell("receipt-state", isDone ? speech.say("receipt.done") : speech.say(stateOf(delivered)));
    tell("check-label", speech.say("receipt.check", { group: String(group + 1) }));
    tell("case-number", locatorOf(code));
    tell("where", address);
    if (delivered.type === "Sent") drawProof(delivered.proof);
    else tell("proof-why", speech.say(stateOf(delivered)));
  }

  function drawProof({ day, hash, key, signature }: ProofOfFiling): void {
    tell("proof-why", speech.say("receipt.proof.why", { day: speech.day(day) }));
    tell("proof", `${hash}\nEd25519 ${key}\n${signature}`);
  }

  function showCode(isShown: boolean): void {
    show("receipt-code", isShown);
    show("copied", isShown && !isDone);
    show("check", !isShown);
  }

  on("copied", "click", () => {
    group = ask();
    field("check-group").value = "";
    tell("check-fault", undefined);
    draw();
    showCode(false);
    part("check-group").focus();
  });
  on("show-again", "click", () => {
    showCode(true);
    bringTo("receipt");
  });
  on("check", "submit", () => {
    if (!receipt) return;
    // Read as a whole code with this group in its place: so either keyboard and any case will do.
    const typed = groupsOf(receipt.code).map((one, at) =>
      at === group ? field("check-group").value.replace(/\s/g, "") : one,
    );
    const read = readReceipt(typed.join(" "));
    if (!read.ok || read.value !== receipt.code) {
      tell("check-fault", speech.say("receipt.check.bad"));
      return;
    }
    isDone = true;
    draw();
    showCode(true);
    show("receipt-rest", true);
    bringTo("receipt");
  });
  on("print", "click", print);
  on("close", "click", leave);
  speech.onChange(draw);

  return {
    open(given) {
      receipt = given;
      draw();
      show("letter", false);
      showCode(true);
      bringTo("receipt");
    },
    sent(letter, proof) {
      if (receipt?.delivered.letter.id !== letter.id) return;
      receipt = { ...receipt, delivered: { type: "Sent", letter, proof } };
      draw();
    },
    holds: () => receipt !== undefined && !isDone,
  };
}

function stateOf(delivered: Receipt["delivered"]) {
  if (delivered.type === "Sent") return "receipt.sent";
  return delivered.where === "kept" ? "receipt.queued" : "receipt.queuedMemory";
}
