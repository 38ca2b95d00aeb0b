/** The small files of a letter become files of its case: sealed anew to the desk before the letter is taken, so that nothing is lost between. */
import type { AttachmentId, AttachmentTold, CaseId, Refusal, Result } from "@answerable/casework";
import { idFrom } from "@answerable/wire";

import type { Attachments } from "../attachments/attachments.ts";
import { StoreFull } from "../store/store.ts";
import type { LetterFile } from "./letters.ts";

interface Sealing {
  readonly case: CaseId;
  readonly files: readonly LetterFile[];
  readonly attachments: Pick<Attachments, "ofLetter" | "forget">;
  readonly random: (bytes: number) => Uint8Array;
}

export async function sealedFiles({
  case: id,
  files,
  attachments,
  random,
}: Sealing): Promise<Result<readonly AttachmentTold[], Refusal>> {
  const told: AttachmentTold[] = [];
  try {
    for (const { name, bytes } of files) {
      const attachment: AttachmentId = idFrom(random(16));
      const source = new Blob([new Uint8Array(bytes)]);
      told.push(await attachments.ofLetter({ case: id, attachment, name, source, from: "family" }));
    }
    return { ok: true, value: told };
  } catch (cause) {
    for (const { attachment } of told) await attachments.forget(attachment);
    if (cause instanceof StoreFull) return { ok: false, refusal: { type: "NoRoomForFiles" } };
    throw cause;
  }
}
