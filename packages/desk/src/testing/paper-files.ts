/** Files of the paper office: kept open in memory, hashed for real, sealed by nobody. */
import type { AttachmentId, Command, Refusal, Result } from "@answerable/casework";
import { kindOf, KIND_BYTES, lookOf } from "@answerable/casework/intake";
import type { FileToAttach, Office } from "@answerable/replica";

type PaperFiles = Pick<Office, "attach" | "openAttachment" | "cancelAttachment" | "courtBundle">;

export function openPaperFiles(perform: (command: Command) => Result<unknown, Refusal>): PaperFiles {
  const kept = new Map<AttachmentId, { readonly file: FileToAttach; readonly kind: string }>();
  return {
    async attach(file) {
      const { case: id, attachment, name, source, from = "desk", contact, appeal, answer, madeFrom } = file;
      const bytes = await source.arrayBuffer();
      const { kind } = kindOf(new Uint8Array(bytes.slice(0, KIND_BYTES)));
      const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      const plain = btoa(String.fromCharCode(...hash))
        .replaceAll("+", "-")
        .replaceAll("/", "_")
        .replace("=", "");
      const done = perform({
        type: "ReceiveAttachment",
        case: id,
        told: {
          attachment,
          name,
          kind,
          size: source.size,
          plain,
          blob: attachment,
          cipher: plain,
          key: "A".repeat(22),
          from,
          ...(contact === undefined ? {} : { contact }),
          ...(appeal === undefined ? {} : { appeal }),
          ...(answer === undefined ? {} : { answer }),
          ...(madeFrom === undefined ? {} : { madeFrom }),
        },
      });
      if (!done.ok) return done;
      kept.set(attachment, { file, kind });
      return { ok: true, value: { attachment } };
    },
    async openAttachment({ case: id, attachment }) {
      const found = kept.get(attachment);
      if (!found) return { ok: false, refusal: { type: "NotHere" } };
      perform({ type: "OpenAttachment", case: id, attachment });
      const { file, kind } = found;
      const type = lookOf(kind) ? kind : "application/octet-stream";
      return { ok: true, value: { blob: new Blob([file.source], { type }), kind, name: file.name } };
    },
    cancelAttachment: async () => undefined,
    courtBundle: async () => {
      const archive = new Blob([new Uint8Array(1_024)], { type: "application/x-tar" });
      return { archive, plain: "D".repeat(43), sheets: 3 };
    },
  };
}
