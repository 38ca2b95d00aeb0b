/**
 * The device's end of the wire. Takes `fetch`, so that a journey can plug it straight into the server.
 * Unreachable and WireRefusal are the only two things it throws besides bugs: the network failed, or the server said no.
 */
import * as v from "valibot";

import type { DeskId, DeviceId, FolderId, MeetingId } from "./ids.ts";
import { Binder, FolderAnswer, Head, PushAnswer, type Push } from "./log.ts";
import {
  BinderAnswer,
  BoxAnswer,
  CardLine,
  Challenge,
  Complaint,
  FOUNDING_HEADER,
  MeetingNote,
  Session,
  TeamAnswer,
  TeamPushAnswer,
  type MeetingSlot,
  type SignIn,
} from "./requests.ts";
import type { EpochBox, TeamPush } from "./team.ts";

/** No answer came: no network, no server, or the answer was cut. Try again later; nothing is known about what happened. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}

/** The server answered and said no. */
export class WireRefusal extends Error {
  override readonly name = "WireRefusal";
  readonly status: number;
  readonly reason: string;
  readonly retryAfterSeconds: number | undefined;
  constructor(status: number, reason: string, retryAfterSeconds?: number) {
    super(`the server refused: ${status} ${reason}`);
    this.status = status;
    this.reason = reason;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export interface WireDeps {
  /** Origin of the server, without a path: https://desk.example.org */
  readonly origin: string;
  readonly fetch: (request: Request) => Promise<Response>;
  /** The session's token, asked for at each request. undefined: not signed in. */
  readonly token: () => string | undefined;
}

export type Wire = ReturnType<typeof openWire>;

export function openWire(deps: WireDeps) {
  async function send(
    method: string,
    path: string,
    options: { body?: unknown; signal?: AbortSignal; headers?: Record<string, string> } = {},
  ) {
    const headers = new Headers(options.headers);
    const token = deps.token();
    if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
    if (options.body !== undefined) headers.set("content-type", "application/json");
    const request = new Request(`${deps.origin}/api/${path}`, {
      method,
      headers,
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
    const response = await reached(() => deps.fetch(request));
    if (response.ok) return response;
    throw await refusalOf(response);
  }

  /** `line` is as in requests.ts: "POST sign-in". */
  async function ask<S extends v.GenericSchema>(schema: S, line: string, body?: unknown) {
    const [method = "", path = ""] = line.split(" ");
    const response = await send(method, path, body === undefined ? {} : { body });
    return v.parse(schema, await reached(() => response.json()));
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
      return v.parse(TeamPushAnswer, await reached(() => response.json()));
    },
    box: (desk: DeskId): Promise<EpochBox> => ask(BoxAnswer, `GET desks/${desk}/box`),
    push: (push: Push) => ask(PushAnswer, `POST desks/${push.sheet.desk}/pushes`, push),
    head: (desk: DeskId) => ask(Head, `GET desks/${desk}/head`),
    /** Cards that changed after a place, oldest first. */
    cardsAfter: (desk: DeskId, place: number) => lines(CardLine, `desks/${desk}/cards?after=${place}`),
    /** All cards below a place, newest first; pass Number.MAX_SAFE_INTEGER to begin. */
    cardsBefore: (desk: DeskId, place: number) => lines(CardLine, `desks/${desk}/cards?before=${place}`),
    folder: (desk: DeskId, folder: FolderId, after: number) =>
      ask(FolderAnswer, `GET desks/${desk}/folders/${folder}?after=${after}`),
    binders: (desk: DeskId) => lines(Binder, `desks/${desk}/binders`),
    putBinder: (binder: Binder) => ask(BinderAnswer, `PUT desks/${binder.desk}/binders/${binder.n}`, binder),
    /** Heads as they change, until the signal ends it or the line breaks (then it throws Unreachable). */
    async *hints(signal: AbortSignal): AsyncGenerator<Head> {
      const response = await send("GET", "hints", { signal });
      for await (const line of linesOf(response)) {
        if (line.startsWith("data:")) yield v.parse(Head, JSON.parse(line.slice(5)));
      }
    },
    async putNote(note: MeetingNote) {
      await send("PUT", `meetings/${note.meeting}`, { body: note });
    },
    /** undefined: nothing there yet, ask again. */
    async note(meeting: MeetingId, slot: MeetingSlot): Promise<MeetingNote | undefined> {
      const response = await send("GET", `meetings/${meeting}/${slot}`);
      if (response.status === 204) return undefined;
      return v.parse(MeetingNote, await reached(() => response.json()));
    },
  };
}

/** The body line by line. A last line without its newline is a cut answer. */
async function* linesOf(response: Response): AsyncGenerator<string> {
  if (!response.body) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reached(() => reader.read());
      if (done) break;
      const parts = (rest + value).split("\n");
      rest = parts.pop() ?? "";
      for (const part of parts) if (part !== "") yield part;
    }
    if (rest !== "") throw new Unreachable("the answer was cut");
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function reached<T>(go: () => Promise<T>): Promise<T> {
  try {
    return await go();
  } catch (cause) {
    throw new Unreachable("the server could not be reached", { cause });
  }
}

async function refusalOf(response: Response): Promise<WireRefusal> {
  const said = v.safeParse(Complaint, await response.json().catch(() => undefined));
  const after = Number(response.headers.get("retry-after") ?? Number.NaN);
  return new WireRefusal(
    response.status,
    said.success ? said.output.type : "unknown",
    Number.isFinite(after) ? after : undefined,
  );
}
