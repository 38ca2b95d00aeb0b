/**
 * An appeal as the card carries it: what its clocks run on, and no word of its text. Written with short keys and read by
 * hand, as all of the card is; what cannot be read is left out, and the card still opens.
 */
import { listIn, textIn } from "../card-reading.ts";
import { dayFrom, momentFrom, type Day } from "../day.ts";
import type { AppealId } from "../id.ts";
import { present } from "../papers.ts";
import type { Appeal, AppealCourse, AppealForwarding, Helped } from "./appeal.ts";
import {
  answerKinds,
  type Answer,
  type AnswerKind,
  type Dated,
  type DispatchedBy,
  type Proof,
} from "./facts.ts";

export interface CardAppeal extends AppealCourse {
  readonly number: string;
  readonly pack: string;
  readonly kind: "individual" | "collective";
  readonly signatories: number;
  readonly isChecked: boolean;
  readonly isHeld: boolean;
  /** The next letter was written. */
  readonly isEscalated: boolean;
  readonly helped?: Helped;
}

export function cardAppeal(appeal: Appeal): CardAppeal {
  const { registered, dispatched, withdrawn, returned } = appeal;
  return {
    id: appeal.id,
    number: appeal.number,
    pack: appeal.pack,
    kind: appeal.kind,
    route: appeal.route,
    authority: appeal.authority,
    office: appeal.office,
    complainedOf: appeal.complainedOf,
    signatories: appeal.signatories.filter(({ left }) => left === undefined).length,
    isChecked: appeal.checked !== undefined,
    isHeld: appeal.held !== undefined,
    isEscalated: appeal.escalated.length > 0,
    forwarded: appeal.forwarded,
    extended: appeal.extended.map(({ dated, until }) => ({ dated, ...present({ until }) })),
    answers: appeal.answers.map(({ kind, dated, received }) => ({ kind, dated, received })),
    known: appeal.known,
    ...present({
      region: appeal.region,
      zone: appeal.zone,
      ground: appeal.ground,
      parent: appeal.parent,
      signed: appeal.signed,
      received: appeal.received,
      registered,
      dispatched: dispatched && { on: dispatched.on, proof: dispatched.proof, by: dispatched.by },
      withdrawn: withdrawn && { on: withdrawn.on },
      returned: returned && { on: returned.on },
      helped: appeal.outcome?.helped,
    }),
  };
}

type Written = Readonly<Record<string, unknown>>;
const proofs: Readonly<Record<Proof, number>> = { proved: 0, told: 1, estimated: 2 };
const proofNames: readonly Proof[] = ["proved", "told", "estimated"];
const ways: readonly DispatchedBy[] = ["post", "hand", "reception", "portal", "fax"];
const helps: readonly Helped[] = ["yes", "partly", "no", "harm"];

export function appealToPayload(appeal: CardAppeal): Written {
  const { dispatched, received, registered } = appeal;
  return filled({
    i: appeal.id,
    n: appeal.number,
    p: appeal.pack,
    k: appeal.kind === "collective" ? 1 : undefined,
    r: appeal.route,
    a: appeal.authority,
    o: appeal.office,
    rg: appeal.region,
    z: appeal.zone,
    g: appeal.ground,
    co: appeal.complainedOf,
    up: appeal.parent,
    sg: appeal.signatories || undefined,
    f: (appeal.isChecked ? 1 : 0) + (appeal.isHeld ? 2 : 0) + (appeal.isEscalated ? 4 : 0) || undefined,
    s: appeal.signed,
    w: appeal.withdrawn?.on,
    b: appeal.returned?.on,
    d: dispatched && [...dated(dispatched), ways.indexOf(dispatched.by)],
    rc: received && dated(received),
    rn: registered && [registered.number, ...dated(registered)],
    fw: appeal.forwarded.map((one) => [...dated(one), one.isWhole ? 1 : 0, one.child]),
    x: appeal.extended.map(({ dated: on, until }) => (until === undefined ? [on] : [on, until])),
    an: appeal.answers.map(({ kind, dated: on, received: came }) => [kind, came, on ?? 0]),
    kn: Object.entries(appeal.known).map(([what, one]) => [what, ...dated(one)]),
    h: appeal.helped,
  });
}

/** undefined: no appeal this release can read. */
export function readAppeal(read: unknown): CardAppeal | undefined {
  if (typeof read !== "object" || read === null || Array.isArray(read)) return undefined;
  const from = read as Written; // an object, as was just seen
  const id = from["i"];
  if (typeof id !== "string") return undefined;
  const flags = typeof from["f"] === "number" ? from["f"] : 0;
  const dispatched = readDispatched(from["d"]);
  const [registration, ...registeredDated] = listIn(from["rn"]);
  const registeredOn = readDated(registeredDated);
  return {
    id: id as AppealId, // as the desk wrote it; a wrong one names no appeal
    number: textIn(from["n"]),
    pack: textIn(from["p"]),
    kind: from["k"] === 1 ? "collective" : "individual",
    route: textIn(from["r"]),
    authority: textIn(from["a"]),
    office: textIn(from["o"]),
    complainedOf: listIn(from["co"]).map(textIn),
    signatories: typeof from["sg"] === "number" ? from["sg"] : 0,
    isChecked: (flags & 1) !== 0,
    isHeld: (flags & 2) !== 0,
    isEscalated: (flags & 4) !== 0,
    forwarded: listIn(from["fw"]).flatMap(readForwarding),
    extended: listIn(from["x"]).flatMap((one) => {
      const [on, until] = listIn(one).map(day);
      return on === undefined ? [] : [{ dated: on, ...present({ until }) }];
    }),
    answers: listIn(from["an"]).flatMap(readAnswer),
    known: Object.fromEntries(
      listIn(from["kn"]).flatMap((one): readonly (readonly [string, Dated])[] => {
        const [what, ...rest] = listIn(one);
        const known = readDated(rest);
        return typeof what === "string" && known ? [[what, known]] : [];
      }),
    ),
    ...present({
      region: textOr(from["rg"]),
      zone: textOr(from["z"]),
      ground: textOr(from["g"]),
      parent: textOr(from["up"]) as AppealId | undefined, // as above
      signed: day(from["s"]),
      withdrawn: onDay(from["w"]),
      returned: onDay(from["b"]),
      dispatched,
      received: readDated(listIn(from["rc"])),
      registered: registeredOn && { ...registeredOn, number: textIn(registration) },
      helped: helps.find((help) => help === from["h"]),
    }),
  };
}

/** Day, proof, and the moment where it is known. */
function dated({ on, proof, at }: Dated): readonly (string | number)[] {
  return at === undefined ? [on, proofs[proof]] : [on, proofs[proof], at];
}

function readDated(read: readonly unknown[]): Dated | undefined {
  const [onText, proof, at] = read;
  const on = day(onText);
  if (on === undefined) return undefined;
  const known = { on, proof: proofNames[typeof proof === "number" ? proof : 2] ?? "estimated" };
  const moment = typeof at === "string" && at.length === 24 ? momentFrom(at) : undefined;
  return moment === undefined ? known : { ...known, at: moment };
}

function readDispatched(read: unknown): (Dated & { readonly by: DispatchedBy }) | undefined {
  const parts = listIn(read);
  const known = readDated(parts);
  const by = parts.at(-1);
  return known && { ...known, by: ways[typeof by === "number" ? by : 0] ?? "post" };
}

function readForwarding(read: unknown): readonly AppealForwarding[] {
  const [on, proof, isWhole, child] = listIn(read);
  const known = readDated([on, proof]);
  if (!known || typeof child !== "string") return [];
  return [{ ...known, isWhole: isWhole === 1, child: child as AppealId }]; // as the desk wrote it
}

function readAnswer(read: unknown): readonly Answer[] {
  const [kind, came, on] = listIn(read);
  const received = day(came);
  const known = answerKinds.find((one): one is AnswerKind => one === kind);
  return known && received ? [{ kind: known, received, dated: day(on) }] : [];
}

function onDay(read: unknown): { readonly on: Day } | undefined {
  const on = day(read);
  return on && { on };
}

function day(read: unknown): Day | undefined {
  return typeof read === "string" ? dayFrom(read) : undefined;
}

function textOr(read: unknown): string | undefined {
  return typeof read === "string" && read !== "" ? read : undefined;
}

function filled(fields: Written): Written {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
