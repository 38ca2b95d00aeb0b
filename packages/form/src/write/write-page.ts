/** "Write to us": what is typed stays on the page until it is sealed, and what leaves the page is sealed. */
import { newReceipt, type ReceiptCode } from "@answerable/seal/drop";

import { deliver, type Delivered, type Step } from "../letter/deliver.ts";
import { insideOf } from "../letter/files.ts";
import { openOutbox } from "../letter/outbox.ts";
import type { Queue } from "../letter/queue.ts";
import { wordsForFailure, wordsForTrust } from "../letter/say-why.ts";
import type { PageDeps } from "../page/deps.ts";
import { bringTo, chosen, field, on, part, show, tell } from "../page/dom.ts";
import { openFileList } from "../page/file-list.ts";
import { openFrame } from "../page/frame.ts";
import { dayOf } from "../page/language.ts";
import { openWhose } from "../page/whose.ts";
import { openDraftStore, reportOf } from "./draft.ts";
import { openReceiptView } from "./receipt-view.ts";

export interface WriteDeps extends PageDeps {
  readonly queue: Queue;
  readonly storage: Storage | undefined;
  readonly print: () => void;
}

export function openWritePage(deps: WriteDeps): void {
  const { speech, setting, random, now } = deps;
  const { say } = speech;
  const drafts = openDraftStore(deps.storage);
  const files = openFileList(speech, (isTooLarge) => tell("fault", isTooLarge ? say("bad.file") : undefined));
  const { leave } = openFrame({ setting, now, clear, goTo: deps.goTo });
  const view = openReceiptView({
    speech,
    address: `${deps.origin}/reply${deps.fragment}`,
    // Five groups: a byte's remainder is even enough for a check.
    ask: () => (random(16)[0] ?? 0) % 5,
    print: deps.print,
    leave,
  });
  const outbox = openOutbox({ ...deps, sent: view.sent });
  let coming: { readonly code: ReceiptCode; readonly stretched: Promise<Uint8Array> } | undefined;
  let stop = new AbortController();

  // The slow key is begun while the person still reads the first question.
  const whose = openWhose(deps, begin);

  function receipt() {
    if (!coming) {
      const code = newReceipt(random);
      const stretched = deps.stretch(code);
      stretched.catch(() => (coming = undefined));
      coming = { code, stretched };
    }
    return coming;
  }

  function clear(): void {
    drafts.forget();
    coming = undefined;
    part("form", HTMLFormElement).reset();
    files.clear();
  }

  function busy(isBusy: boolean): void {
    part("send", HTMLButtonElement).disabled = isBusy;
    show("now", isBusy);
    show("cancel", isBusy);
  }

  function complain(text: string): void {
    tell("fault", text);
    bringTo("fault");
  }

  async function send(chosenFiles: readonly File[]): Promise<void> {
    tell("fault", undefined);
    show("without-files", false);
    const isBlank = field("story").value.trim() === "";
    show("story-fault", isBlank);
    field("story").setAttribute("aria-invalid", String(isBlank));
    if (isBlank) return part("story").focus();
    if (!deps.isSecure) return complain(say("bad.insecure"));
    stop = new AbortController();
    busy(true);
    try {
      const { code, stretched } = receipt();
      const step = (one: Step) => tell("now", stepText(one));
      const report = reportOf(speech.language(), setting.about);
      const delivery = {
        report,
        files: chosenFiles,
        code,
        stretched,
        intake: whose.ask,
        step,
        signal: stop.signal,
      };
      arrived(await deliver(delivery, deps), code);
    } catch (cause) {
      complain(say(wordsForFailure(cause)));
    } finally {
      busy(false);
    }
  }

  function arrived(delivered: Delivered, code: ReceiptCode): void {
    switch (delivered.type) {
      case "Sent":
      case "Waits":
        clear();
        view.open({ code, delivered });
        if (delivered.type === "Waits") outbox.go();
        return;
      case "FileLost":
        complain(say("bad.files"));
        return show("without-files", true);
      case "Refused":
        return complain(say(wordsForTrust(delivered.trust), { day: speech.day(dayOf(now())) }));
    }
  }

  function stepText(step: Step): string {
    switch (step.type) {
      case "Checking":
        return say("now.checking");
      case "Key":
        return say("now.key");
      case "Sealing":
        return say("now.sealing");
      case "Sending":
        return say("now.sending");
      case "File":
        return say("now.file", { percent: String(step.percent) });
    }
  }

  /** A reply to what was published: the same page with other words and fewer questions. */
  function drawReply(about: string): void {
    for (const id of ["danger-part", "who-part", "relation-part", "keep-part"]) show(id, false);
    document.title = say("title.answer");
    tell("title", say("title.answer"));
    tell("lead", say("lead.answer"));
    tell("story-question", say("q.answer"));
    tell("about", say("answer.about", { about }));
  }

  const { about } = setting;
  if (about !== undefined) {
    drawReply(about);
    speech.onChange(() => drawReply(about));
  } else {
    drafts.restore();
  }
  on("form", "submit", () => void send(files.files()));
  on("without-files", "click", () => void send(insideOf(files.files())));
  on("cancel", "click", () => stop.abort());
  on("keep", "change", () => (part("keep", HTMLInputElement).checked ? drafts.keep() : drafts.forget()));
  on("form", "input", () => {
    show("danger-call", chosen("danger") === "now");
    show("calling", chosen("mayBeCalled") === "yes");
    if (part("keep", HTMLInputElement).checked) drafts.keep();
  });
  part("to-reply", HTMLAnchorElement).href = `/reply${deps.fragment}`;
  addEventListener("online", outbox.go);
  addEventListener("beforeunload", (event) => {
    if (view.holds()) event.preventDefault();
  });
  outbox.go();

  function begin(): void {
    try {
      receipt();
    } catch (cause) {
      // Said again, and in its place, when the letter is sent.
      tell("fault-early", say(wordsForFailure(cause)));
    }
  }
}
