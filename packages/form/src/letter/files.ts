/**
 * Papers and pictures. The small ones ride in the letter; the large ones are sealed as they are read and sent beside it, a mebibyte
 * at a time, so that two gigabytes never stand in memory. Names stay in the sealed letter.
 */
import { kindOf, KIND_BYTES, type ReportFile } from "@answerable/casework/intake";
import { FILE_BYTES_MAX, sealFile, type TarFile } from "@answerable/seal/drop";
import { sendBlob, type Fetch, type Letterbox } from "@answerable/wire";

import { workFor } from "./post.ts";
import type { Intake } from "./trust.ts";

/** All that rides in the letter: a slow line must carry it within a minute. */
export const IN_LETTER_BYTES = 1_000_000;
export const MOST_FILES = 40;

export interface FilesToSend {
  readonly files: readonly File[];
  readonly intake: Intake;
  readonly box: Letterbox;
  readonly origin: string;
  readonly fetch: Fetch;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** 0 to 100, over all large files. */
  readonly progress: (percent: number) => void;
  readonly signal: AbortSignal;
}

export interface FilesSent {
  /** For the letter's tar. */
  readonly inside: readonly TarFile[];
  /** For the report. */
  readonly named: readonly ReportFile[];
}

export function isTooLarge(file: File): boolean {
  return file.size > FILE_BYTES_MAX;
}

/** The largest that are not needed to get below the bound stay inside: smallest first. */
export function insideOf(files: readonly File[]): readonly File[] {
  let size = 0;
  const inside = [...files]
    .sort((a, b) => a.size - b.size)
    .filter((file) => (size += file.size) <= IN_LETTER_BYTES);
  return files.filter((file) => inside.includes(file));
}

/** Throws Unreachable or WireRefusal when a large file did not arrive. */
export async function sendFiles(sending: FilesToSend): Promise<FilesSent> {
  const inside: TarFile[] = [];
  const named: ReportFile[] = [];
  const small = insideOf(sending.files);
  const large = sending.files.filter((file) => !small.includes(file));
  for (const [at, file] of small.entries()) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { kind, ending } = kindOf(bytes);
    const name = `files/${String(at + 1).padStart(2, "0")}.${ending}`;
    inside.push({ name, bytes });
    named.push({ name: shortened(file.name), kind, size: file.size, where: { type: "Letter", file: name } });
  }
  const all = large.reduce((sum, file) => sum + file.size, 0);
  let before = 0;
  for (const file of large) {
    const from = before;
    named.push(
      await sendLarge(sending, file, (sent) =>
        sending.progress(Math.min(99, Math.floor(((from + sent) * 100) / all))),
      ),
    );
    before += file.size;
  }
  return { inside, named };
}

async function sendLarge(
  sending: FilesToSend,
  file: File,
  progress: (sent: number) => void,
): Promise<ReportFile> {
  const { intake, box, origin, fetch, wait, signal } = sending;
  const { kind } = kindOf(new Uint8Array(await file.slice(0, KIND_BYTES).arrayBuffer()));
  const sealed = await sealFile({
    suite: intake.suite,
    recipient: intake.key,
    size: file.size,
    bytes: file.stream(),
  });
  const by = { work: await workFor(box, `blob ${sealed.length}`) };
  const { length, stream: pieces } = sealed;
  const blob = await sendBlob({
    origin,
    fetch,
    desk: intake.desk,
    length,
    pieces,
    by,
    wait,
    progress,
    signal,
  });
  const { size, plain, cipher, key } = sealed.facts();
  return { name: shortened(file.name), kind, size, where: { type: "Blob", blob, plain, cipher, key } };
}

function shortened(name: string): string {
  return name.length <= 200 ? name : `${name.slice(0, 150)}…${name.slice(-40)}`;
}
