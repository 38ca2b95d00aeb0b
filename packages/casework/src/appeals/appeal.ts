/**
 * An appeal as the events of its folder tell it. The fold is total: an event that names no known appeal, or that comes
 * twice, leaves everything as it was. Dates are not here; `factsOf` gives what the deadline engine runs on.
 */
import type { Day } from "../day.ts";
import type { AnswerId, AppealId } from "../id.ts";
import { present, type Stamp } from "../papers.ts";
import { plain } from "../present.ts";
import type { AppealEvent, AppealEventOf, SignatoryTold } from "./event.ts";
import {
  type Answer,
  type AppealFacts,
  type Dated,
  type DispatchedBy,
  newAppeal,
  type Proof,
} from "./facts.ts";

export interface Signatory extends Stamp, Omit<SignatoryTold, "signatory"> {
  readonly id: SignatoryTold["signatory"];
  readonly left?: Stamp & { readonly reason: string };
}

export interface AppealForwarding {
  readonly on: Day;
  readonly proof: Proof;
  readonly isWhole: boolean;
  readonly child: AppealId;
  readonly notice?: string;
}

export interface AppealAnswer extends Answer, Stamp {
  readonly id: AnswerId;
  readonly number?: string;
  readonly summary: string;
}

type Drafted = Omit<
  AppealEventOf<"AppealDrafted">,
  "type" | "appeal" | "signatories" | "region" | "zone" | "ground" | "batch" | "after"
>;

export interface Appeal extends Stamp, Drafted {
  readonly id: AppealId;
  readonly region?: string;
  readonly zone?: string;
  readonly ground?: string;
  readonly batch?: string;
  readonly after?: { readonly appeal: AppealId; readonly why: string };
  /** The letter it was forwarded from: then it is no letter of ours, and was sent by that body. */
  readonly parent?: AppealId;
  /** All who ever signed; those who left stay, struck out. */
  readonly signatories: readonly Signatory[];
  readonly checked?: Stamp & { readonly despite: readonly string[]; readonly reason: string };
  readonly signed?: Day;
  readonly withdrawn?: { readonly on: Day; readonly reason: string };
  readonly held?: Stamp & { readonly reason: string };
  readonly dispatched?: Dated & { readonly by: DispatchedBy; readonly tracking?: string };
  readonly received?: Dated;
  readonly registered?: Dated & { readonly number: string };
  readonly forwarded: readonly AppealForwarding[];
  readonly extended: readonly { readonly dated: Day; readonly until?: Day; readonly reason: string }[];
  readonly answers: readonly AppealAnswer[];
  readonly returned?: { readonly on: Day; readonly how: "returned" | "ended"; readonly reason: string };
  readonly escalated: readonly { readonly to: AppealId; readonly why: string }[];
  readonly known: Readonly<Record<string, Dated>>;
  readonly outcome?: Stamp & { readonly helped: Helped; readonly words: string };
}
export type Helped = AppealEventOf<"AppealOutcomeSaid">["helped"];

export function foldAppealEvent(
  appeals: readonly Appeal[],
  event: AppealEvent,
  stamp: Stamp,
): readonly Appeal[] {
  if (event.type === "AppealDrafted") {
    if (appeals.some(({ id }) => id === event.appeal)) return appeals;
    const { type: _, appeal: id, signatories, ...told } = event;
    const drafted: Appeal = {
      ...blank,
      ...present(told),
      ...stamp,
      id,
      signatories: signatories.map((one) => signed(one, stamp)),
    };
    return [...appeals, drafted];
  }
  const known = appeals.find(({ id }) => id === event.appeal);
  if (!known) return appeals;
  const changed = folded(known, event, stamp);
  if (changed === known) return appeals;
  const all = appeals.map((one) => (one === known ? changed : one));
  if (event.type !== "AppealForwarded" || appeals.some(({ id }) => id === event.child)) return all;
  return [...all, childOf(known, event, stamp)];
}

const blank = {
  forwarded: [],
  extended: [],
  answers: [],
  escalated: [],
  known: {},
} as const;

function signed({ signatory: id, ...told }: SignatoryTold, stamp: Stamp): Signatory {
  return { ...present(told), ...stamp, id };
}

function childOf(parent: Appeal, event: AppealEventOf<"AppealForwarded">, stamp: Stamp): Appeal {
  const { route, authority, office, region, zone, childNumber, child } = event;
  return {
    ...blank,
    ...stamp,
    ...present({ region, zone, ground: parent.ground }),
    id: child,
    number: childNumber,
    pack: parent.pack,
    route,
    authority,
    office,
    complainedOf: parent.complainedOf,
    kind: parent.kind,
    template: parent.template,
    slots: {},
    signatories: [],
    parent: parent.id,
  };
}

function folded(
  known: Appeal,
  event: Exclude<AppealEvent, { readonly type: "AppealDrafted" }>,
  stamp: Stamp,
): Appeal {
  switch (event.type) {
    case "AppealChanged": {
      const { checked: _, ...unchecked } = known;
      return {
        ...unchecked,
        office: event.office ?? known.office,
        slots: { ...known.slots, ...event.slots },
      };
    }
    case "SignatoryJoined": {
      const { type: _, appeal: __, ...told } = event;
      if (known.signatories.some(({ id }) => id === told.signatory)) return known;
      return { ...known, signatories: [...known.signatories, signed(told, stamp)] };
    }
    case "SignatoryLeft": {
      const left = { ...stamp, reason: event.reason };
      return {
        ...known,
        signatories: known.signatories.map((one) =>
          one.id === event.signatory && one.left === undefined ? { ...one, left } : one,
        ),
      };
    }
    case "AppealChecked":
      return { ...known, checked: { ...stamp, despite: event.despite, reason: event.reason } };
    case "AppealSigned":
      return { ...known, signed: event.on };
    case "AppealWithdrawn":
      return { ...known, withdrawn: { on: event.on, reason: event.reason } };
    case "AppealHeld":
      return { ...known, held: { ...stamp, reason: event.reason } };
    case "AppealFreed": {
      const { held: _, ...free } = known;
      return free;
    }
    case "AppealDispatched": {
      const { on, by, proof, tracking } = event;
      return { ...known, dispatched: { on, by, proof, ...present({ tracking }) } };
    }
    case "AppealReceived":
      return { ...known, received: { on: event.on, proof: event.proof } };
    case "AppealRegistered":
      return { ...known, registered: { on: event.on, proof: event.proof, number: event.number } };
    case "AppealForwarded": {
      if (known.forwarded.some(({ child }) => child === event.child)) return known;
      const { on, proof, isWhole, child, notice } = event;
      return {
        ...known,
        forwarded: [...known.forwarded, { on, proof, isWhole, child, ...present({ notice }) }],
      };
    }
    case "AppealExtended": {
      const { dated, until, reason } = event;
      return { ...known, extended: [...known.extended, { dated, reason, ...present({ until }) }] };
    }
    case "AppealAnswered": {
      if (known.answers.some(({ id }) => id === event.answer)) return known;
      const { type: _, appeal: __, answer: id, dated, number, ...told } = event;
      return {
        ...known,
        answers: [...known.answers, { ...told, ...stamp, id, dated, ...present({ number }) }],
      };
    }
    case "AppealReturned":
      return { ...known, returned: { on: event.on, how: event.how, reason: event.reason } };
    case "AppealEscalated":
      return { ...known, escalated: [...known.escalated, { to: event.to, why: event.why }] };
    case "AppealTriggerSaid": {
      const { what, on, at, proof } = event;
      return { ...known, known: { ...known.known, [what]: { on, proof, ...present({ at }) } } };
    }
    case "AppealOutcomeSaid":
      return { ...known, outcome: { ...stamp, helped: event.helped, words: event.words } };
  }
}

/** What the clocks of an appeal run on; the letters it was forwarded into come with it. */
export function factsOf(appeal: AppealCourse, all: readonly AppealCourse[]): AppealFacts {
  return factsDown(appeal, all, new Set([appeal.id]));
}

/** The part of an appeal that its clocks need: what the card carries too. */
export interface AppealCourse {
  readonly id: AppealId;
  readonly route: string;
  readonly authority: string;
  readonly office: string;
  readonly region?: string;
  readonly zone?: string;
  readonly ground?: string;
  readonly complainedOf: readonly string[];
  readonly parent?: AppealId;
  readonly signed?: Day;
  readonly withdrawn?: { readonly on: Day };
  readonly dispatched?: Dated & { readonly by: DispatchedBy };
  readonly received?: Dated;
  readonly registered?: Dated & { readonly number: string };
  readonly forwarded: readonly AppealForwarding[];
  readonly extended: readonly { readonly dated: Day; readonly until?: Day }[];
  readonly answers: readonly Answer[];
  readonly returned?: { readonly on: Day };
  readonly known: Readonly<Record<string, Dated>>;
}

/** `seen`: a forged ring of forwardings must not hang the board. */
function factsDown(
  appeal: AppealCourse,
  all: readonly AppealCourse[],
  seen: ReadonlySet<AppealId>,
): AppealFacts {
  return {
    ...newAppeal(appeal.route, addresseeOf(appeal)),
    ground: appeal.ground,
    complainedOf: appeal.complainedOf,
    region: appeal.region,
    zone: appeal.zone,
    isSigned: appeal.signed !== undefined,
    dispatched: appeal.dispatched,
    received: appeal.received,
    registered: appeal.registered,
    forwarded: appeal.forwarded.flatMap(({ on, proof, isWhole, child }) => {
      const there = all.find(({ id }) => id === child);
      if (!there || seen.has(child)) return [];
      return [{ on, proof, isWhole, child: factsDown(there, all, new Set([...seen, child])) }];
    }),
    extended: appeal.extended.map(({ dated, until }) => ({ dated, until })),
    answers: appeal.answers,
    known: appeal.known,
    closed: appeal.withdrawn?.on ?? appeal.returned?.on,
  };
}

const addressees = new Map<string, string>();
/** A desk writes to some hundreds of offices; the board asks for them fifty thousand times. */
const MOST_ADDRESSEES = 10_000;

/** Two garrisons are two bodies, though the pack knows one kind: the office's own name tells them apart. */
export function addresseeOf({ authority, office }: Pick<AppealCourse, "authority" | "office">): string {
  const asked = `${authority}\n${office}`;
  const known = addressees.get(asked);
  if (known !== undefined) return known;
  const own = plain(office);
  const made = own === "" ? authority : `${authority}#${own}`;
  if (addressees.size >= MOST_ADDRESSEES) addressees.clear();
  addressees.set(asked, made);
  return made;
}
