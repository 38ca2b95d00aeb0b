/**
 * A file of a case as its events tell it, with its custody: who put it in, who looked, what left the desk. The fold is total. The key
 * stays in the replica: `withoutKey` gives what may be shown to a screen.
 */
import type { AttachmentId } from "../id.ts";
import type { Stamp } from "../papers.ts";
import type { AttachmentEvent, AttachmentEventOf } from "./event.ts";

type Received = Omit<
  AttachmentEventOf<"AttachmentReceived">,
  "type" | "attachment" | "contact" | "appeal" | "answer" | "madeFrom"
>;
type Of = AttachmentEventOf<"AttachmentReceived">;

export interface Attachment extends Stamp, Received {
  readonly id: AttachmentId;
  readonly contact?: NonNullable<Of["contact"]>;
  readonly appeal?: NonNullable<Of["appeal"]>;
  readonly answer?: NonNullable<Of["answer"]>;
  readonly madeFrom?: NonNullable<Of["madeFrom"]>;
  /** What devices read in it; said twice, the later word. */
  readonly found: Readonly<Record<string, string>>;
  readonly opened: readonly Stamp[];
  /** The first stamp: the sooner an authority knew of it, the better. */
  readonly stamp?: AttachmentStamp;
  readonly givenOut: readonly (Stamp &
    Pick<AttachmentEventOf<"AttachmentGivenOut">, "as" | "plain" | "to">)[];
}

export interface AttachmentStamp
  extends
    Pick<AttachmentEventOf<"AttachmentsStamped">, "day" | "root" | "size" | "token">,
    Omit<AttachmentEventOf<"AttachmentsStamped">["leaves"][number], "attachment"> {}

export function foldAttachmentEvent(
  attachments: readonly Attachment[],
  event: AttachmentEvent,
  stamp: Stamp,
): readonly Attachment[] {
  if (event.type === "AttachmentReceived") {
    if (attachments.some(({ id }) => id === event.attachment)) return attachments;
    const { type: _, attachment: id, contact, appeal, answer, madeFrom, ...told } = event;
    const received: Attachment = {
      ...told,
      ...stamp,
      id,
      ...(contact === undefined ? {} : { contact }),
      ...(appeal === undefined ? {} : { appeal }),
      ...(answer === undefined ? {} : { answer }),
      ...(madeFrom === undefined ? {} : { madeFrom }),
      found: {},
      opened: [],
      givenOut: [],
    };
    return [...attachments, received];
  }
  if (event.type === "AttachmentsStamped") {
    const { day, root, size, token } = event;
    const leaves = new Map(event.leaves.map(({ attachment, ...leaf }) => [attachment, leaf]));
    return attachments.map((one) => {
      const leaf = leaves.get(one.id);
      return leaf && one.stamp === undefined ? { ...one, stamp: { day, root, size, token, ...leaf } } : one;
    });
  }
  if (!attachments.some(({ id }) => id === event.attachment)) return attachments;
  return attachments.map((one) => (one.id === event.attachment ? folded(one, event, stamp) : one));
}

function folded(
  known: Attachment,
  event: Exclude<AttachmentEvent, { readonly type: "AttachmentReceived" | "AttachmentsStamped" }>,
  stamp: Stamp,
): Attachment {
  switch (event.type) {
    case "AttachmentExamined":
      return { ...known, found: { ...known.found, ...event.found } };
    case "AttachmentOpened":
      return { ...known, opened: [...known.opened, stamp] };
    case "AttachmentGivenOut": {
      const { as, plain, to } = event;
      return { ...known, givenOut: [...known.givenOut, { ...stamp, as, plain, to }] };
    }
  }
}

/** An event or an attachment as a screen may have it: everything but the key that opens the file. */
export function withoutKey<T extends { readonly key: string }>(told: T): T {
  return { ...told, key: "" };
}
