/** Decides what is noted about a file. That a member opened it is noted once a day: custody, not a diary. */
import { inCase, type Decided, type Given } from "../decide/given.ts";
import { ok, err } from "../result.ts";
import type { AttachmentCommand } from "./command.ts";

export function decideAttachment(given: Given, command: AttachmentCommand): Decided {
  return inCase(given, command.case, (known) => {
    if (command.type === "ReceiveAttachment") {
      const { told } = command;
      if (known.attachments.some(({ id }) => id === told.attachment))
        return err({ type: "AlreadySo", field: "attachment" });
      return ok([{ type: "AttachmentReceived", ...told, name: plainName(told.name) }]);
    }
    if (command.type === "StampAttachments") {
      const { day, root, size, token } = command;
      const leaves = command.leaves.filter(({ attachment: id }) =>
        known.attachments.some((one) => one.id === id && one.stamp === undefined),
      );
      if (leaves.length === 0) return err({ type: "AlreadySo", field: "attachment" });
      return ok([{ type: "AttachmentsStamped", day, root, size, token, leaves }]);
    }
    const { attachment } = command;
    const there = known.attachments.find(({ id }) => id === attachment);
    if (!there) return err({ type: "NoSuchAttachment" });
    switch (command.type) {
      case "ExamineAttachment": {
        const isNew = Object.entries(command.found).some(([name, value]) => there.found[name] !== value);
        if (!isNew) return err({ type: "AlreadySo", field: "attachment" });
        return ok([{ type: "AttachmentExamined", attachment, found: { ...command.found } }]);
      }
      case "OpenAttachment": {
        const day = given.at.slice(0, 10);
        if (there.opened.some(({ by, at }) => by === given.by && at.startsWith(day)))
          return err({ type: "AlreadySo", field: "attachment" });
        return ok([{ type: "AttachmentOpened", attachment }]);
      }
      case "GiveOutAttachment": {
        const { as, plain, to } = command;
        return ok([{ type: "AttachmentGivenOut", attachment, as, plain, to }]);
      }
    }
  });
}

/**
 * A name as it may be shown and saved: no path, no drive, no control sign, nothing that turns the direction of writing (a
 * "gpj.exe" that reads as "exe.jpg"), not hidden and not empty.
 */
export function plainName(name: string): string {
  const last = name.normalize("NFC").split(/[\\/]/u).at(-1) ?? "";
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, "")
    .replace(/[<>:"|?*]/gu, "_")
    .replace(/^[.\s]+|[.\s]+$/gu, "");
  if (clean === "") return "file";
  return clean.length <= 200 ? clean : `${clean.slice(0, 150)}…${clean.slice(-40)}`;
}
