/**
 * Files into and out of a case. On the way in: read once as a stream, sealed to the desk as it is read, and either kept sealed on this
 * device until the line takes it (small ones, also without a network) or sent as it is sealed (large ones). What is said of it in
 * the folder is recorded when it is sealed whole. On the way out: nothing is given before the last chunk has verified.
 */
import {
  plainName,
  type AttachmentId,
  type AttachmentTold,
  type CaseId,
  type Command,
  type Folder,
  type Result,
} from "@answerable/casework";
import { KIND_BYTES, kindOf, lookOf } from "@answerable/casework/intake";
import {
  Damaged,
  FILE_BYTES_MAX,
  openFile,
  piecesOf,
  sealFile,
  streamed,
  wasmHashers,
  type SealedFile,
} from "@answerable/seal";
import {
  idFrom,
  sendBlob,
  Unreachable,
  WireRefusal,
  type BlobId,
  type Charter,
  type DeskId,
  type Fetch,
  type Hash,
} from "@answerable/wire";

import type { Recorded } from "../record.ts";
import { StoreFull } from "../store/store.ts";
import { onceAtATime } from "../sync/turns.ts";
import type {
  AttachRefusal,
  FileToAttach,
  FileUnderWay,
  OpenAttachmentRefusal,
  OpenedAttachment,
} from "./office.ts";
import { download, type Gathering } from "./opening.ts";
import { WAITING_FILE_MOST, WAITING_MOST, type Waiting, type WaitingFile } from "./waiting.ts";

export interface AttachmentsDeps {
  readonly waiting: Waiting;
  readonly suite: Charter["suite"];
  readonly desk: DeskId;
  /** Asked each time: a rotation changes it. */
  readonly recipient: () => Promise<string>;
  readonly origin: string;
  readonly fetch: Fetch;
  /** A session's token; asks for one where there is none. Throws Unreachable. */
  readonly token: () => Promise<string>;
  readonly blob: (blob: BlobId, from: number) => Promise<Response>;
  readonly random: (bytes: number) => Uint8Array;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly gather: () => Gathering;
  readonly folder: (folder: CaseId) => Promise<Folder | undefined>;
  readonly perform: (command: Command) => Promise<Recorded>;
  readonly told: (files: readonly FileUnderWay[]) => void;
}

export interface Attachments {
  readonly attach: (file: FileToAttach) => Promise<Result<{ attachment: AttachmentId }, AttachRefusal>>;
  readonly open: (of: {
    readonly case: CaseId;
    readonly attachment: AttachmentId;
  }) => Promise<Result<OpenedAttachment, OpenAttachmentRefusal>>;
  /** A file that lay in a letter: sealed and kept, and said of by the command that takes the letter. Throws StoreFull. */
  readonly ofLetter: (file: FileToAttach) => Promise<AttachmentTold>;
  /** The letter was not taken. */
  readonly forget: (attachment: AttachmentId) => Promise<void>;
  /** Files were put into this case: they are to be stamped with those of the day. */
  readonly put: (id: CaseId) => Promise<void>;
  readonly cancel: (attachment: AttachmentId) => void;
  /** Sends what waits, as far as the line goes. */
  readonly send: () => Promise<void>;
  readonly stop: () => void;
}

/** A command that takes a letter is decided and kept long before. */
const LETTER_MILLISECONDS = 5_000;

export function openAttachments(deps: AttachmentsDeps): Attachments {
  const { waiting, suite, desk, origin, fetch, wait } = deps;
  let isStopped = false;
  /** Files of letters that are being taken at this moment. */
  const takingOf = new Set<AttachmentId>();
  const underWay = new Map<AttachmentId, { readonly file: FileUnderWay; readonly stop: AbortController }>();
  const tell = () => deps.told([...underWay.values()].map(({ file }) => file));
  function show(file: FileUnderWay, stop = new AbortController()): AbortSignal {
    underWay.set(file.attachment, { file, stop });
    tell();
    return stop.signal;
  }
  /** Not more than a hundred times a file: each is a message to the page. */
  function advance(attachment: AttachmentId, done: number): void {
    const known = underWay.get(attachment);
    if (!known) return;
    const { file, stop } = known;
    if (done < file.of && (done - file.done) * 100 < file.of) return;
    underWay.set(attachment, { file: { ...file, done }, stop });
    tell();
  }
  function hide(attachment: AttachmentId): void {
    if (underWay.delete(attachment)) tell();
  }
  function showWaiting({ told, case: id, length }: WaitingFile): void {
    const { attachment, name } = told;
    show({ attachment, case: id, name, state: "waiting", done: 0, of: length });
  }

  async function attach(file: FileToAttach): Promise<Result<{ attachment: AttachmentId }, AttachRefusal>> {
    const { attachment, source } = file;
    if (source.size > FILE_BYTES_MAX) return refused({ type: "TooLarge", most: FILE_BYTES_MAX });
    const name = plainName(file.name);
    const signal = show({ attachment, case: file.case, name, state: "sealing", done: 0, of: source.size });
    try {
      const sealed = await sealing(file, signal);
      const mayWait = sealed.length <= WAITING_FILE_MOST && waiting.bytes() + sealed.length <= WAITING_MOST;
      return mayWait ? await keep(file, sealed, signal) : await sendNow(file, sealed, signal);
    } catch (cause) {
      if (signal.aborted) return refused({ type: "Cancelled" });
      if (cause instanceof StoreFull) return refused({ type: "NoRoom" });
      if (cause instanceof Unreachable || cause instanceof WireRefusal)
        return refused({ type: "NeedsLine", most: WAITING_FILE_MOST });
      if (isUnreadable(cause)) return refused({ type: "Unreadable" });
      throw cause;
    } finally {
      if (!waiting.all().some(({ told }) => told.attachment === attachment)) hide(attachment);
    }
  }

  interface Sealing extends SealedFile {
    readonly kind: string;
    readonly blob: BlobId;
  }
  async function sealing({ source, attachment }: FileToAttach, signal: AbortSignal): Promise<Sealing> {
    const head = new Uint8Array(await source.slice(0, KIND_BYTES).arrayBuffer());
    let read = 0;
    const counted = new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        signal.throwIfAborted();
        read += piece.length;
        advance(attachment, read);
        controller.enqueue(piece);
      },
    });
    const sealed = await sealFile({
      suite,
      recipient: await deps.recipient(),
      size: source.size,
      bytes: source.stream().pipeThrough(counted),
      hasher: await wasmHashers(2),
    });
    return { ...sealed, kind: kindOf(head).kind, blob: idFrom<BlobId>(deps.random(16)) };
  }

  function toldOf(file: FileToAttach, { facts, kind, blob }: Sealing): AttachmentTold {
    const { attachment, name, from = "desk", contact, appeal, answer, madeFrom } = file;
    return {
      attachment,
      name: plainName(name),
      kind,
      ...facts(),
      blob,
      from,
      ...(contact === undefined ? {} : { contact }),
      ...(appeal === undefined ? {} : { appeal }),
      ...(answer === undefined ? {} : { answer }),
      ...(madeFrom === undefined ? {} : { madeFrom }),
    };
  }

  async function keep(file: FileToAttach, sealed: Sealing, signal: AbortSignal) {
    const { attachment } = file;
    const { length, stream: pieces } = sealed;
    const told = () => toldOf(file, sealed);
    const kept = await waiting.add({
      attachment,
      case: file.case,
      length,
      pieces,
      told,
      signal,
      isOfLetter: false,
    });
    const done = await received(kept);
    if (!done.ok) {
      await waiting.remove(attachment);
      return done;
    }
    showWaiting(kept);
    void send();
    return { ok: true, value: { attachment } } as const;
  }

  async function sendNow(file: FileToAttach, sealed: Sealing, signal: AbortSignal) {
    const { attachment } = file;
    const { length, stream: pieces, blob } = sealed;
    const by = { token: await deps.token() };
    await sendBlob({ origin, fetch, desk, length, pieces, blob, by, wait, signal });
    const done = await received({ case: file.case, told: toldOf(file, sealed) });
    return done.ok ? ({ ok: true, value: { attachment } } as const) : done;
  }

  /** Said twice (a sync that was quicker, a program that ended in between) it is said once. */
  async function received({ case: id, told }: Pick<WaitingFile, "case" | "told">): Promise<Recorded> {
    const done = await deps.perform({ type: "ReceiveAttachment", case: id, told });
    if (done.ok) await waiting.setDue(id, true);
    return !done.ok && done.refusal.type === "AlreadySo" ? { ok: true, value: { folder: id } } : done;
  }

  const send = onceAtATime(async () => {
    for (const file of waiting.all()) {
      if (isStopped) return;
      try {
        await sendWaiting(file);
      } catch (cause) {
        showWaiting(file);
        // It stays sealed here; the next sync tries again.
        if (cause instanceof Unreachable || cause instanceof WireRefusal) return;
        if (!isAbort(cause)) throw cause;
      }
    }
  });

  async function sendWaiting(file: WaitingFile): Promise<void> {
    const { told, length } = file;
    const { attachment, name } = told;
    const by = { token: await deps.token() };
    const pieces = waiting.sealed(attachment);
    if (!pieces) return;
    if (!(await isSaid(file))) return;
    const signal = show({ attachment, case: file.case, name, state: "sending", done: 0, of: length });
    const blob = told.blob as BlobId; // made by idFrom when it was sealed
    const progress = (sent: number) => advance(attachment, sent);
    await sendBlob({ origin, fetch, desk, length, pieces, blob, by, wait, progress, signal });
    await waiting.remove(attachment);
    hide(attachment);
  }

  async function isSaid(file: WaitingFile): Promise<boolean> {
    if (!file.isOfLetter) return (await received(file)).ok;
    const { attachment } = file.told;
    if (takingOf.has(attachment)) return false;
    const folder = await deps.folder(file.case);
    const isThere = folder?.type === "Case" && folder.attachments.some(({ id }) => id === attachment);
    // The program ended before the letter was taken: it will be taken again, with its files.
    if (!isThere) await forget(attachment);
    return isThere;
  }

  async function forget(attachment: AttachmentId): Promise<void> {
    takingOf.delete(attachment);
    await waiting.remove(attachment);
    hide(attachment);
  }

  async function open({
    case: id,
    attachment,
  }: {
    readonly case: CaseId;
    readonly attachment: AttachmentId;
  }): Promise<Result<OpenedAttachment, OpenAttachmentRefusal>> {
    const folder = await deps.folder(id);
    const file =
      folder?.type === "Case" ? folder.attachments.find((one) => one.id === attachment) : undefined;
    if (!file) return refused({ type: "NoSuchAttachment" });
    const { name, kind, size, key } = file;
    const facts = { size, key, plain: file.plain as Hash }; // casework checked its shape
    const signal = show({ attachment, case: id, name, state: "opening", done: 0, of: size });
    let outOfReach: unknown;
    async function* fetched() {
      try {
        yield* download({ get: deps.blob, wait, signal }, file?.blob as BlobId); // as above
      } catch (cause) {
        outOfReach = cause;
        throw cause;
      }
    }
    try {
      const sealed = waiting.sealed(attachment) ?? streamed(fetched());
      const hasher = await wasmHashers(1);
      const gathering = deps.gather();
      let done = 0;
      for await (const piece of piecesOf(openFile({ suite, facts, sealed, hasher }))) {
        gathering.add(piece);
        advance(attachment, (done += piece.length));
      }
      const type = lookOf(kind) ? kind : "application/octet-stream";
      await deps.perform({ type: "OpenAttachment", case: id, attachment });
      return { ok: true, value: { blob: gathering.blob(type), kind, name } };
    } catch (cause) {
      if (signal.aborted) return refused({ type: "Cancelled" });
      if (outOfReach instanceof Unreachable || outOfReach instanceof WireRefusal)
        return refused({ type: "NotHere" });
      if (cause instanceof Damaged) return refused({ type: "Damaged" });
      throw cause;
    } finally {
      hide(attachment);
    }
  }

  for (const file of waiting.all()) showWaiting(file);
  return {
    attach,
    forget,
    put: (id) => waiting.setDue(id, true),
    async ofLetter(file) {
      const { attachment } = file;
      takingOf.add(attachment);
      const { signal } = new AbortController();
      const sealed = await sealing(file, signal);
      const { length, stream: pieces } = sealed;
      const told = () => toldOf(file, sealed);
      await waiting.add({ attachment, case: file.case, length, pieces, told, signal, isOfLetter: true });
      // In its own turn, after the command that was asked for this.
      void deps.wait(LETTER_MILLISECONDS).then(() => {
        takingOf.delete(attachment);
        return send();
      });
      return told();
    },
    open,
    cancel(attachment) {
      const known = underWay.get(attachment);
      // What is sealed and recorded is in the case: it goes when the line takes it.
      if (known?.file.state === "sealing" || known?.file.state === "opening") known.stop.abort();
    },
    send,
    stop() {
      isStopped = true;
      for (const { stop } of underWay.values()) stop.abort();
    },
  };
}

function refused<R>(refusal: R): Result<never, R> {
  return { ok: false, refusal };
}

/** The file was moved, changed or taken away while it was read. */
function isUnreadable(cause: unknown): boolean {
  if (cause instanceof DOMException)
    return cause.name === "NotReadableError" || cause.name === "NotFoundError";
  return cause instanceof Error && cause.message === "a file has another size than was said";
}

function isAbort(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === "AbortError";
}
