/**
 * The office behind a message port: the worker serves it, the page connects. Errors cross as their name alone: whatever
 * an error says could hold what a family said.
 */
import type { Answer, Office, Query, Status, Unwatch } from "./office.ts";
import { firstStatus } from "./status.ts";

/** As much of a MessagePort, or of a worker's scope, as is used. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  start?(): void;
}

type Called = Exclude<keyof Office, "status" | "watchStatus" | "watch">;

type ToOffice =
  | { readonly type: "Call"; readonly id: number; readonly name: Called; readonly given: readonly unknown[] }
  | { readonly type: "Watch"; readonly id: number; readonly query: Query }
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

  async function call(id: number, name: Called, given: readonly unknown[]): Promise<void> {
    try {
      const method = office[name] as (...given: readonly unknown[]) => Promise<unknown>; // both ends are built from one Office
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
        void call(message.id, message.name, message.given);
        return;
      case "Watch":
        watches.set(
          message.id,
          office.watch(message.query, (answer) => say({ type: "Answer", id: message.id, answer })),
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

export function connectOffice(port: Port): Office {
  const calls = new Map<
    number,
    { readonly done: (value: unknown) => void; readonly failed: (problem: Error) => void }
  >();
  const answers = new Map<number, (answer: unknown) => void>();
  const listeners = new Set<(status: Status) => void>();
  let status = firstStatus;
  let next = 1;
  const say = (message: ToOffice) => port.postMessage(message);

  port.addEventListener("message", ({ data }) => {
    const message = data as FromOffice; // only serveOffice is at the other end
    switch (message.type) {
      case "Status":
        status = message.status;
        for (const listener of listeners) listener(status);
        return;
      case "Answer":
        answers.get(message.id)?.(message.answer);
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
  });
  port.start?.();
  say({ type: "Hello" });

  function call<N extends Called>(name: N): Office[N] {
    const ask = (...given: readonly unknown[]) =>
      new Promise<unknown>((done, failed) => {
        const id = next;
        next += 1;
        calls.set(id, { done, failed });
        say({ type: "Call", id, name, given });
      });
    return ask as unknown as Office[N]; // serveOffice calls the method of this very name
  }

  return {
    status: () => status,
    watchStatus(listener) {
      listeners.add(listener);
      listener(status);
      return () => listeners.delete(listener);
    },
    found: call("found"),
    join: call("join"),
    invite: call("invite"),
    typeDigits: call("typeDigits"),
    cancelMeeting: call("cancelMeeting"),
    unlock: call("unlock"),
    lock: call("lock"),
    takeOver: call("takeOver"),
    do: call("do"),
    keepDraft: call("keepDraft"),
    dropDraft: call("dropDraft"),
    drafts: call("drafts"),
    attach: call("attach"),
    openAttachment: call("openAttachment"),
    cancelAttachment: call("cancelAttachment"),
    takeCallBack: call("takeCallBack"),
    freeCallBack: call("freeCallBack"),
    beginPass: call("beginPass"),
    stopPass: call("stopPass"),
    ask: call("ask"),
    watch<Q extends Query>(query: Q, listener: (answer: Answer<Q>) => void) {
      const id = next;
      next += 1;
      answers.set(id, (answer) => listener(answer as Answer<Q>)); // the answer to this very query
      say({ type: "Watch", id, query });
      return () => {
        answers.delete(id);
        say({ type: "Unwatch", id });
      };
    },
  };
}
