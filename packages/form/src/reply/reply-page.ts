/** "Read the answer": a code opens the mailbox, here and nowhere else; and something can be added to the letter. */
import type { Report } from "@answerable/casework/intake";
import {
  askForMail,
  Damaged,
  openMail,
  readReceipt,
  receiptKeys,
  type CodeFault,
  type Correspondence,
  type ReceiptCode,
} from "@answerable/seal/drop";
import { WireRefusal } from "@answerable/wire";

import { deliver, type Delivered, type Step } from "../letter/deliver.ts";
import { openOutbox } from "../letter/outbox.ts";
import type { Queue } from "../letter/queue.ts";
import { wordsForFailure, wordsForTrust } from "../letter/say-why.ts";
import type { Intake } from "../letter/trust.ts";
import type { PageDeps } from "../page/deps.ts";
import { bringTo, element, field, on, part, show, tell } from "../page/dom.ts";
import { openFileList } from "../page/file-list.ts";
import { openFrame } from "../page/frame.ts";
import { dayOf } from "../page/language.ts";
import { openWhose } from "../page/whose.ts";

export interface ReplyDeps extends PageDeps {
  readonly queue: Queue;
}

interface Opened {
  readonly code: ReceiptCode;
  readonly stretched: Promise<Uint8Array>;
}

export function openReplyPage(deps: ReplyDeps): void {
  const { speech, setting, now } = deps;
  const { say } = speech;
  const whose = openWhose(deps);
  const files = openFileList(speech, (isTooLarge) =>
    tell("add-fault", isTooLarge ? say("bad.file") : undefined),
  );
  const outbox = openOutbox({ ...deps, sent: () => undefined });
  let opened: Opened | undefined;
  let mail: Correspondence | undefined;
  let stop = new AbortController();
  openFrame({ setting, now, clear, goTo: deps.goTo });

  function clear(): void {
    opened = undefined;
    mail = undefined;
    part("open", HTMLFormElement).reset();
    part("form", HTMLFormElement).reset();
    part("letters").textContent = "";
    files.clear();
  }

  async function open(): Promise<void> {
    tell("fault", undefined);
    show("mail", false);
    const read = readReceipt(field("typed-code").value);
    tell("code-fault", read.ok ? undefined : codeText(read.refusal));
    field("typed-code").setAttribute("aria-invalid", String(!read.ok));
    if (!read.ok) return part("typed-code").focus();
    if (!deps.isSecure) return complain("fault", say("bad.insecure"));
    part("open-mail", HTMLButtonElement).disabled = true;
    tell("now", say("code.working"));
    try {
      await fetchMail(stretching(read.value));
    } catch (cause) {
      complain("fault", say(mailFailure(cause)));
    } finally {
      tell("now", undefined);
      part("open-mail", HTMLButtonElement).disabled = false;
    }
  }

  function stretching(code: ReceiptCode): Opened {
    if (opened?.code !== code) {
      const stretched = deps.stretch(code);
      // Said where the key is waited for; the next try makes it anew.
      stretched.catch(() => (opened = undefined));
      opened = { code, stretched };
    }
    return opened;
  }

  async function fetchMail({ code, stretched }: Opened): Promise<void> {
    const trust = await whose.ask();
    if (trust.type !== "Trusted") return complain("fault", trustText(trust));
    const { intake } = trust;
    const keys = await receiptKeys({ code, stretched: await stretched, suite: intake.suite });
    const page = await deps.box.mail(intake.desk, await asked(intake, keys));
    mail = await openMail(page, keys, intake.suite);
    draw();
    show("form", true);
    bringTo("mail");
  }

  async function asked({ desk, charter }: Intake, keys: Awaited<ReturnType<typeof receiptKeys>>) {
    const { locator } = keys;
    const challenge = await deps.box.mailChallenge(desk, locator);
    return askForMail(keys, {
      charter,
      desk,
      locator,
      challenge,
      tell: part("tell", HTMLInputElement).checked,
    });
  }

  function draw(): void {
    const place = part("letters");
    place.textContent = "";
    show("no-mail", mail === undefined);
    show(
      "mail-asks",
      (mail?.letters.some((letter) => letter.asks) ?? false) && !part("tell", HTMLInputElement).checked,
    );
    for (const { day, text } of mail?.letters ?? []) {
      const letter = element("article", "", "letter");
      letter.append(element("h3", say("mail.from", { day: speech.day(day) })), element("p", text));
      place.append(letter);
    }
  }

  async function add(): Promise<void> {
    tell("add-fault", undefined);
    show("added", false);
    const story = field("story").value;
    const isBlank = story.trim() === "" && files.files().length === 0;
    show("story-fault", isBlank);
    if (isBlank || !opened) return part("story").focus();
    stop = new AbortController();
    busy(true);
    try {
      const report = additionOf(story, speech.language());
      const step = (one: Step) => tell("add-now", stepText(one));
      const delivery = {
        report,
        files: files.files(),
        ...opened,
        intake: whose.ask,
        step,
        signal: stop.signal,
      };
      arrived(await deliver(delivery, deps));
    } catch (cause) {
      complain("add-fault", say(wordsForFailure(cause)));
    } finally {
      busy(false);
    }
  }

  function arrived(delivered: Delivered): void {
    switch (delivered.type) {
      case "Sent":
      case "Waits":
        part("form", HTMLFormElement).reset();
        files.clear();
        tell(
          "added",
          delivered.type === "Sent"
            ? say("add.sent")
            : say(delivered.where === "kept" ? "receipt.queued" : "receipt.queuedMemory"),
        );
        return delivered.type === "Waits" ? outbox.go() : undefined;
      case "FileLost":
        return complain("add-fault", say("bad.files"));
      case "Refused":
        return complain("add-fault", trustText(delivered.trust));
    }
  }

  function busy(isBusy: boolean): void {
    part("send", HTMLButtonElement).disabled = isBusy;
    show("add-now", isBusy);
    show("cancel", isBusy);
  }

  function complain(place: string, text: string): void {
    tell(place, text);
    bringTo(place);
  }

  function trustText(trust: Parameters<typeof wordsForTrust>[0]): string {
    return say(wordsForTrust(trust), { day: speech.day(dayOf(now())) });
  }

  function codeText(fault: CodeFault): string {
    switch (fault.type) {
      case "WrongLength":
        return say("code.length", { group: String(fault.group) });
      case "WrongSymbol":
        return say("code.symbol", { group: String(fault.group), symbol: fault.symbol });
      case "Mistyped":
        return say("code.mistyped");
    }
  }

  function stepText(step: Step): string {
    return step.type === "File"
      ? say("now.file", { percent: String(step.percent) })
      : say(step.type === "Sending" ? "now.sending" : "now.sealing");
  }

  on("open", "submit", () => void open());
  // The slow key is begun with the code's last symbol, before the button is found.
  on("typed-code", "input", () => {
    const read = readReceipt(field("typed-code").value);
    if (read.ok && deps.isSecure) stretching(read.value);
  });
  on("form", "submit", () => void add());
  on("cancel", "click", () => stop.abort());
  speech.onChange(draw);
  part("to-write", HTMLAnchorElement).href = `/write${deps.fragment}`;
  addEventListener("online", outbox.go);
  outbox.go();
}

function mailFailure(cause: unknown) {
  if (cause instanceof Damaged) return "mail.forged";
  if (cause instanceof WireRefusal && cause.status === 429) return "mail.tries";
  return wordsForFailure(cause);
}

function additionOf(story: string, language: Report["language"]): Omit<Report, "files"> {
  return {
    v: 1,
    kind: "addition",
    language,
    story,
    danger: "unknown",
    soldierName: "",
    birth: "",
    region: "",
    service: "",
    unit: "",
    lastContact: "",
    source: "",
    relation: "",
    callerName: "",
    phone: "",
    safeHours: "",
    mayLeaveMessage: "unasked",
    mayBeCalled: "unasked",
    consent: [],
  };
}
