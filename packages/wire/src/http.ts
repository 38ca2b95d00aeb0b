/**
 * The device's end of the wire. Takes `fetch`, so that a journey can plug it straight into the server.
 * It throws Unreachable, WireRefusal and bugs.
 */
import * as v from "valibot";

import { DropLine } from "./drops.ts";
import type { BlobId, DeskId, DeviceId, FolderId, MeetingId } from "./ids.ts";
import { LeaseAnswer, type LeaseAsk, type LeaseToken } from "./leases.ts";
import { Binder, FolderAnswer, Head, LogAnswer, MAX_FOLDER_ANSWER, PushAnswer, type Push } from "./log.ts";
import { MailAnswer, MailReads, type Mail } from "./mailbox.ts";
import { PUBLICATION_TYPE, PublicationAnswer } from "./publication.ts";
import { answered, jsonOf, linesOf, WireRefusal, type Fetch } from "./reach.ts";
import {
  BinderAnswer,
  BoxAnswer,
  CardLine,
  Challenge,
  FOUNDING_HEADER,
  MeetingNote,
  Session,
  TeamAnswer,
  TeamPushAnswer,
  type MeetingSlot,
  type SignIn,
} from "./requests.ts";
import type { EpochBox, TeamPush } from "./team.ts";

export interface WireDeps {
  /** Origin of the server, without a path: https://desk.example.org */
  readonly origin: string;
  readonly fetch: Fetch;
  /** The session's token, asked for at each request. undefined: not signed in. */
  readonly token: () => string | undefined;
}

export type Wire = ReturnType<typeof openWire>;

export function openWire(deps: WireDeps) {
  async function send(
    method: string,
    path: string,
    options: {
      body?: unknown;
      bytes?: Uint8Array<ArrayBuffer>;
      signal?: AbortSignal;
      headers?: Record<string, string>;
    } = {},
  ) {
    const headers = new Headers(options.headers);
    const token = deps.token();
    if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
    if (options.body !== undefined) headers.set("content-type", "application/json");
    const request = new Request(`${deps.origin}/api/${path}`, {
      method,
      headers,
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.bytes === undefined ? {} : { body: options.bytes }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
    return answered(deps.fetch, request);
  }

  /** `line` is as in requests.ts: "POST sign-in". */
  async function ask<S extends v.GenericSchema>(schema: S, line: string, body?: unknown) {
    const [method = "", path = ""] = line.split(" ");
    const response = await send(method, path, body === undefined ? {} : { body });
    return jsonOf(schema, response);
  }

  async function* lines<S extends v.GenericSchema>(
    schema: S,
    path: string,
  ): AsyncGenerator<v.InferOutput<S>> {
    const response = await send("GET", path);
    for await (const line of linesOf(response)) yield v.parse(schema, JSON.parse(line));
  }

  return {
    challenge: (device: DeviceId) => ask(Challenge, "POST sign-in/challenge", { device }),
    signIn: (request: SignIn) => ask(Session, "POST sign-in", request),
    team: (after: number) => ask(TeamAnswer, `GET team?after=${after}`),
    async pushTeam(push: TeamPush, foundingSecret?: string) {
      const headers: Record<string, string> =
        foundingSecret === undefined ? {} : { [FOUNDING_HEADER]: foundingSecret };
      const response = await send("POST", "team", { body: push, headers });
      return jsonOf(TeamPushAnswer, response);
    },
    box: (desk: DeskId): Promise<EpochBox> => ask(BoxAnswer, `GET desks/${desk}/box`),
    push: (push: Push) => ask(PushAnswer, `POST desks/${push.sheet.desk}/pushes`, push),
    /** What the server says of the log now, proven from a size on and for these places. */
    log: (desk: DeskId, from: number, places: readonly number[] = []) =>
      ask(LogAnswer, `GET desks/${desk}/log?from=${from}&places=${places.join(",")}`),
    head: (desk: DeskId) => ask(Head, `GET desks/${desk}/head`),
    /** Cards that changed after a place, oldest first. */
    cardsAfter: (desk: DeskId, place: number) => lines(CardLine, `desks/${desk}/cards?after=${place}`),
    /** All cards below a place, newest first; pass Number.MAX_SAFE_INTEGER to begin. */
    cardsBefore: (desk: DeskId, place: number) => lines(CardLine, `desks/${desk}/cards?before=${place}`),
    /** As many sheets after that number as one answer holds. */
    async folder(desk: DeskId, folder: FolderId, after: number) {
      const response = await send("GET", `desks/${desk}/folders/${folder}?after=${after}`);
      return jsonOf(FolderAnswer, response, MAX_FOLDER_ANSWER);
    },
    binders: (desk: DeskId) => lines(Binder, `desks/${desk}/binders`),
    putBinder: (binder: Binder) => ask(BinderAnswer, `PUT desks/${binder.desk}/binders/${binder.n}`, binder),
    /** Heads as they change, until the signal ends it or the line breaks (then it throws Unreachable). */
    async *hints(signal: AbortSignal): AsyncGenerator<Head> {
      const response = await send("GET", "hints", { signal });
      for await (const line of linesOf(response)) {
        if (line.startsWith("data:")) yield v.parse(Head, JSON.parse(line.slice(5)));
      }
    },
    /** Letters filed after a place, oldest first. */
    drops: (desk: DeskId, place: number) => lines(DropLine, `desks/${desk}/drops?after=${place}`),
    putMail: (desk: DeskId, mail: Mail) => ask(MailAnswer, `PUT desks/${desk}/mail`, mail),
    mailReads: (desk: DeskId) => ask(MailReads, `GET desks/${desk}/mail`),
    lease: (desk: DeskId, token: LeaseToken, wish: LeaseAsk) =>
      ask(LeaseAnswer, `PUT desks/${desk}/leases/${token}`, wish),
    /** A release for everybody to read: see publication.ts. */
    async publish(archive: Uint8Array<ArrayBuffer>) {
      const headers = { "content-type": PUBLICATION_TYPE };
      const response = await send("POST", "publications", { bytes: archive, headers });
      return jsonOf(PublicationAnswer, response);
    },
    /** A blob's bytes from an offset on: what was cut goes on where it ended. */
    async blob(desk: DeskId, blob: BlobId, from = 0): Promise<Response> {
      const headers: Record<string, string> = from > 0 ? { range: `bytes=${from}-` } : {};
      return send("GET", `desks/${desk}/blobs/${blob}`, { headers });
    },
    /** A time stamp of the authority that the server knows. undefined: it knows none. */
    async timestamp(request: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
      const headers = { "content-type": "application/timestamp-query" };
      try {
        const response = await send("POST", "timestamps", { bytes: request, headers });
        return new Uint8Array(await response.arrayBuffer());
      } catch (cause) {
        if (cause instanceof WireRefusal && cause.status === 404) return undefined;
        throw cause;
      }
    },
    async putNote(note: MeetingNote) {
      await send("PUT", `meetings/${note.meeting}`, { body: note });
    },
    /** undefined: nothing there yet, ask again. */
    async note(meeting: MeetingId, slot: MeetingSlot): Promise<MeetingNote | undefined> {
      const response = await send("GET", `meetings/${meeting}/${slot}`);
      if (response.status === 204) return undefined;
      return jsonOf(MeetingNote, response);
    },
  };
}
