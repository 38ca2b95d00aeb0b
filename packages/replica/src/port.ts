/**
 * The office behind a message port: the worker serves it, the page connects. Errors cross as their name alone: whatever
 * an error says could hold what a family said.
 */
import type { Answer, DeskId, Office, Query, Status, Unwatch } from "./office.ts";
import { firstStatus } from "./status.ts";

/** As much of a MessagePort, or of a worker's scope, as is used. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  start?(): void;
}

type Called = Exclude<keyof Office, "status" | "watchStatus" | "watch" | "at">;

type ToOffice =
  | {
      readonly type: "Call";
      readonly id: number;
      readonly name: Called;
      readonly given: readonly unknown[];
      /** The office of one desk is meant. */
      readonly desk?: DeskId;
    }
  | { readonly type: "Watch"; readonly id: number; readonly query: Query; readonly desk?: DeskId }
  | { readonly type: "Unwatch"; readonly id: number }
  | { readonly type: "Hello" };

type FromOffice =
  | { readonly type: "Status"; readonly status: Status }
  | { readonly type: "Answer"; readonly id: number; readonly answer: unknown }
  | { readonly type: "Done"; readonly id: number; readonly value: unknown }
  | { readonly type: "Failed"; readonly id: number; readonly name: string };

export function serveOffice(port: Port, office: Office): void {
  const watches = new Map<number, Unwatch>();
  const say = (message: FromOffice) => port.postMessage(message);

  const officeOf = (desk: DeskId | undefined) => (desk === undefined ? office : office.at(desk));

  async function call({ id, name, given, desk }: Extract<ToOffice, { type: "Call" }>): Promise<void> {
    try {
      const method = officeOf(desk)[name] as (...given: readonly unknown[]) => Promise<unknown>; // both ends are built from one Office
      say({ type: "Done", id, value: await method(...given) });
    } catch (problem) {
      say({ type: "Failed", id, name: problem instanceof Error ? problem.name : "Error" });
    }
  }

  port.addEventListener("message", ({ data }) => {
    const message = data as ToOffice; // only connectOffice is at the other end
    switch (message.type) {
      case "Hello":
        say({ type: "Status", status: office.status() });
        return;
      case "Call":
        void call(message);
        return;
      case "Watch":
        watches.set(
          message.id,
          officeOf(message.desk).watch(message.query, (answer) =>
            say({ type: "Answer", id: message.id, answer }),
          ),
        );
        return;
      case "Unwatch":
        watches.get(message.id)?.();
        watches.delete(message.id);
        return;
    }
  });
  port.start?.();
  office.watchStatus((status) => say({ type: "Status", status }));
}

/** Something broke inside the office. Its name is all that crosses. */
export class OfficeFailed extends Error {
  override readonly name = "OfficeFailed";
  constructor(what: string) {
    super(`the office failed: ${what}`);
  }
}

/**
 * `anew` ends the worker behind the port and begins another: to lock is to drop the keys and to end the worker, so that
 * nothing that was opened is left in its memory. Who watches goes on watching.
 */
export function connectOffice(first: Port, anew?: () => Port): Office {
  const calls = new Map<
    number,
    { readonly done: (value: unknown) => void; readonly failed: (problem: Error) => void }
  >();
  const watches = new Map<
    number,
    {
      readonly query: Query;
      readonly desk: DeskId | undefined;
      readonly listener: (answer: unknown) => void;
    }
  >();
  const listeners = new Set<(status: Status) => void>();
  let port = first;
  let status = firstStatus;
  /** A worker that has just begun knows less than what was said last. */
  let isBeginning = false;
  let next = 1;
  const say = (message: ToOffice) => port.postMessage(message);

  function hear(from: Port): void {
    from.addEventListener("message", ({ data }) => {
      if (from === port) take(data as FromOffice); // only serveOffice is at the other end
    });
    from.start?.();
    say({ type: "Hello" });
  }

  function take(message: FromOffice): void {
    switch (message.type) {
      case "Status":
        if (isBeginning && message.status.phase === "opening") return;
        isBeginning = false;
        status = message.status;
        for (const listener of listeners) listener(status);
        return;
      case "Answer":
        watches.get(message.id)?.listener(message.answer);
        return;
      case "Done":
        calls.get(message.id)?.done(message.value);
        calls.delete(message.id);
        return;
      case "Failed":
        calls.get(message.id)?.failed(new OfficeFailed(message.name));
        calls.delete(message.id);
        return;
    }
  }
  hear(port);

  async function lock(): Promise<void> {
    await call("lock")();
    // What a full disk has not taken yet lives in that worker alone, sealed: it stays, and tries again.
    if (!anew || (status.storage?.unkept ?? 0) > 0) return;
    port = anew();
    isBeginning = true;
    for (const { failed } of calls.values()) failed(new OfficeFailed("Locked"));
    calls.clear();
    hear(port);
    for (const [id, { query, desk }] of watches) say({ type: "Watch", id, query, ...named(desk) });
  }

  function call<N extends Called>(name: N, desk?: DeskId): Office[N] {
    const ask = (...given: readonly unknown[]) =>
      new Promise<unknown>((done, failed) => {
        const id = next;
        next += 1;
        calls.set(id, { done, failed });
        say({ type: "Call", id, name, given, ...named(desk) });
      });
    return ask as unknown as Office[N]; // serveOffice calls the method of this very name
  }

  const officeAt = (desk?: DeskId): Office => ({
    status: () => status,
    watchStatus(listener) {
      listeners.add(listener);
      listener(status);
      return () => listeners.delete(listener);
    },
    found: call("found", desk),
    join: call("join", desk),
    invite: call("invite", desk),
    typeDigits: call("typeDigits", desk),
    cancelMeeting: call("cancelMeeting", desk),
    sayOfPeople: call("sayOfPeople", desk),
    setRecovery: call("setRecovery", desk),
    readShare: call("readShare", desk),
    recover: call("recover", desk),
    travel: call("travel", desk),
    setDuress: call("setDuress", desk),
    panic: call("panic", desk),
    unlock: call("unlock", desk),
    lock,
    at: officeAt,
    show: call("show"),
    takeOver: call("takeOver", desk),
    do: call("do", desk),
    takeDrop: call("takeDrop", desk),
    refer: call("refer", desk),
    sendBack: call("sendBack", desk),
    keepDraft: call("keepDraft", desk),
    dropDraft: call("dropDraft", desk),
    drafts: call("drafts", desk),
    keepSlip: call("keepSlip", desk),
    dropSlip: call("dropSlip", desk),
    slips: call("slips", desk),
    attach: call("attach", desk),
    openAttachment: call("openAttachment", desk),
    cancelAttachment: call("cancelAttachment", desk),
    courtBundle: call("courtBundle", desk),
    takeCallBack: call("takeCallBack", desk),
    freeCallBack: call("freeCallBack", desk),
    signManifest: call("signManifest", desk),
    publish: call("publish", desk),
    sayOfList: call("sayOfList", desk),
    beginPass: call("beginPass", desk),
    stopPass: call("stopPass", desk),
    ask: call("ask", desk),
    watch<Q extends Query>(query: Q, listener: (answer: Answer<Q>) => void) {
      const id = next;
      next += 1;
      watches.set(id, { query, desk, listener: (answer) => listener(answer as Answer<Q>) }); // the answer to this very query
      say({ type: "Watch", id, query, ...named(desk) });
      return () => {
        watches.delete(id);
        say({ type: "Unwatch", id });
      };
    },
  });
  return officeAt();
}

const named = (desk: DeskId | undefined) => (desk === undefined ? {} : { desk });
