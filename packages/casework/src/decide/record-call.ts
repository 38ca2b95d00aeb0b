/**
 * A call becomes events. Refused is only what would be a slip of the finger or say nothing at all; whatever else was
 * typed is kept, as it was typed.
 */
import { readHours } from "../callbacks/hours.ts";
import { isMoreUrgent, type Case } from "../case.ts";
import type { CommandOf } from "../command.ts";
import type { Day, Moment } from "../day.ts";
import type { Event, EventOf } from "../event.ts";
import type { Folder } from "../folder.ts";
import type { ContactId, LetterId, NoteId, PersonId, TaskId } from "../id.ts";
import { dayFault } from "../intake/day-text.ts";
import type { Draft } from "../intake/draft.ts";
import { readDay, readDue } from "../intake/moment.ts";
import { newNumber } from "../number.ts";
import type { Refusal } from "../refusal.ts";
import { err, ok, type Result } from "../result.ts";
import { linksOfCall } from "../same/decide.ts";
import { triageOf } from "../triage.ts";
import type { Code, dispositions } from "../words/vocabularies.ts";
import { callerFacts, soldierFacts } from "./call-facts.ts";
import { callerOf, knownCaller, phonesOf } from "./caller.ts";
import { destinationOf, isCallBack, type Destination } from "./destination.ts";
import { moscow, type Decided, type Given } from "./given.ts";
import { mostGrievances } from "./work.ts";

export function recordCall(given: Given, command: CommandOf<"RecordCall">): Decided {
  const { draft } = command;
  const destination = destinationOf(draft);
  if (!destination.ok) return destination;
  const fault = faultIn(given, draft);
  if (fault !== undefined) return err(fault);
  const kind = destination.value.kind;
  switch (destination.value.type) {
    case "Attached": {
      const known = given.folder;
      if (known === undefined || known.type !== "Case" || known.id !== draft.attachTo)
        return err({ type: "NoSuchCase" });
      const urgency = urgencyEvents(given, { ...draft, kind }, known);
      if (!urgency.ok) return urgency;
      return ok({
        folder: known.id,
        events: [
          ...contactEvents(given, { draft, kind, type: "Attached" }, known),
          ...linksOfCall(given.newId, { into: known.id, links: draft.links, known: known.links }),
          ...urgency.value,
          ...reopening(known),
        ],
      });
    }
    case "NewCase": {
      const urgency = urgencyEvents(given, { ...draft, kind }, undefined);
      if (!urgency.ok) return urgency;
      const opened: Event = {
        type: "CaseOpened",
        case: command.case,
        kind: command.caseKind ?? "soldier",
        number: newNumber(given.newId),
      };
      return ok({
        folder: command.case,
        events: [
          opened,
          ...contactEvents(given, { draft, kind, type: "NewCase" }, undefined),
          ...linksOfCall(given.newId, { into: command.case, links: draft.links, known: [] }),
          ...urgency.value,
        ],
      });
    }
    case "Shift": {
      const opened: Event = { type: "ShiftOpened", shift: given.shift, member: given.by, day: given.today };
      const events = contactEvents(given, { draft, kind, type: "Shift" }, given.shiftFolder);
      // A shift has no urgency; the reason that was typed for one is kept as a note.
      const note: Event[] =
        draft.urgencyReason.trim() === ""
          ? []
          : [{ type: "NoteAdded", note: given.newId<NoteId>(), text: draft.urgencyReason }];
      return ok({
        folder: given.shift,
        events: [...(given.shiftFolder === undefined ? [opened] : []), ...events, ...note],
      });
    }
  }
}

/** The first field that holds a slip. */
function faultIn(given: Given, draft: Draft): Refusal | undefined {
  const days = [
    ["birth", draft.birth],
    ["lastContact", draft.lastContact],
    ["writtenTo.sentOn", draft.writtenTo.sentOn],
  ] as const;
  for (const [field, text] of days) {
    const fault = dayFault(text, given.today);
    if (fault !== undefined) return { type: fault, field, text };
  }
  const { due } = draft.promise;
  if (due.trim() !== "") {
    const moment = dueOf(given, due);
    if (moment === undefined) return { type: "NotATime", field: "promise.due", text: due };
    if (moment < given.at) return { type: "TimeInThePast", field: "promise.due", text: due };
  }
  if (new Set(draft.grievances).size > mostGrievances)
    return { type: "TooManyGrievances", most: mostGrievances };
  return undefined;
}

/** What any call puts into a folder, case or shift. */
export function contactEvents(
  given: Given,
  call: {
    readonly draft: Draft;
    readonly kind: Destination["kind"];
    readonly type: Destination["type"];
    /** Who it is, where that is known for sure. */
    readonly caller?: PersonId | undefined;
  },
  folder: Folder | undefined,
): Event[] {
  const draft: Draft = { ...call.draft, kind: call.kind };
  const contact = given.newId<ContactId>();
  const sure = folder?.people.find((one) => one.id === call.caller);
  const caller = callerOf(draft) ?? (sure && { calledAs: "", relation: "unknown" });
  // In a shift lie the calls of many families: only within a case is a caller looked for.
  const known =
    caller === undefined || folder?.type !== "Case"
      ? undefined
      : (sure ?? knownCaller(folder, caller, draft));
  const person = caller === undefined ? undefined : (known?.id ?? given.newId<PersonId>());
  const recorded: Event = {
    type: "ContactRecorded",
    contact,
    kind: call.kind,
    channel: draft.channel,
    began: draft.began,
    ended: draft.ended ?? given.at,
    ...(person === undefined ? {} : { caller: person }),
    safeToSpeak: draft.safeToSpeak,
    disposition: dispositionOf(draft, call.type),
    summary: draft.summary,
    source: draft.source,
    ...(draft.pasted === "" ? {} : { pasted: draft.pasted }),
  };
  const added: Event[] =
    caller === undefined || person === undefined || known !== undefined
      ? []
      : [{ type: "PersonAdded", person, ...caller }];
  const facts =
    caller === undefined || person === undefined
      ? []
      : callerFacts(given, {
          draft,
          caller,
          person,
          contact,
          known,
          papers: folder?.type === "Case" ? folder : undefined,
        });
  const consent: Event[] =
    person === undefined || draft.consent.length === 0
      ? []
      : [{ type: "ConsentGiven", person, scopes: [...new Set(draft.consent)], contact }];
  const grievances: Event[] =
    draft.grievances.length === 0
      ? []
      : [{ type: "GrievancesNamed", contact, codes: [...new Set(draft.grievances)] }];
  return [
    recorded,
    ...added,
    ...facts,
    ...soldierFacts(given, draft, contact),
    ...consent,
    ...grievances,
    ...letterEvents(given, draft, contact),
    ...taskEvents(given, draft, person),
    ...unasked(given, call, person),
  ];
}

function letterEvents(given: Given, draft: Draft, contact: ContactId): EventOf<"LetterReported">[] {
  const { authority, sentOn, number, answer } = draft.writtenTo;
  if ([authority, sentOn, number, answer].every((text) => text.trim() === "")) return [];
  const day = readDay(sentOn, given.today);
  const exact = day?.length === 10 ? (day as Day) : undefined; // ten symbols: a day
  return [
    {
      type: "LetterReported",
      letter: given.newId<LetterId>(),
      contact,
      authority,
      ...(exact === undefined ? {} : { sentOn: exact }),
      ...(exact === undefined && sentOn.trim() !== "" ? { sentOnWords: sentOn } : {}),
      ...(number.trim() === "" ? {} : { number }),
      ...(answer.trim() === "" ? {} : { answer }),
    },
  ];
}

/** A promise belongs to whoever made it; a call-back to whoever takes it from the queue, unless an hour was promised. */
function taskEvents(given: Given, draft: Draft, person: PersonId | undefined): EventOf<"TaskSet">[] {
  const { what, due } = draft.promise;
  const promised = what.trim() !== "" || due.trim() !== "";
  if (!promised && !isCallBack(draft)) return [];
  const moment = dueOf(given, due);
  const hours = phonesOf(draft)[0]?.safeHours ?? "";
  return [
    {
      type: "TaskSet",
      task: given.newId<TaskId>(),
      kind: isCallBack(draft) ? "callback" : "promise",
      // Hours that can be read stand on the card as hours.
      what: what.trim() === "" && readHours(hours) === undefined ? hours : what,
      ...(isCallBack(draft) && due.trim() === "" ? {} : { owner: given.by }),
      ...(moment === undefined ? {} : { due: moment }),
      ...(person === undefined ? {} : { person }),
    },
  ];
}

/** What a surge left out is asked later; a case that was there before has its own gaps, and shows them. */
function unasked(
  given: Given,
  { draft, type }: { readonly draft: Draft; readonly type: Destination["type"] },
  person: PersonId | undefined,
): EventOf<"TaskSet">[] {
  if (type !== "NewCase" || draft.followUp.trim() === "") return [];
  return [
    {
      type: "TaskSet",
      task: given.newId<TaskId>(),
      kind: "task",
      what: draft.followUp,
      ...(person === undefined ? {} : { person }),
    },
  ];
}

/** The urgency a person chose, or what the rules say; never lower than before without a reason. */
export function urgencyEvents(
  given: Given,
  draft: Draft,
  known: Case | undefined,
): Result<EventOf<"UrgencySet">[], Refusal> {
  const triage = triageOf(draft, given.today);
  const current = known?.urgency?.urgency;
  const floor = current !== undefined && !isMoreUrgent(triage.urgency, current) ? current : triage.urgency;
  const chosen = draft.urgency ?? floor;
  if (isMoreUrgent(floor, chosen) && draft.urgencyReason.trim() === "") {
    return err({ type: "UrgencyLoweredWithoutReason", from: floor, to: chosen });
  }
  if (chosen === current && draft.urgencyReason.trim() === "") return ok([]);
  const rules =
    chosen === triage.urgency
      ? triage.rules.filter((rule) => rule.urgency === chosen).map((rule) => rule.id)
      : [];
  return ok([{ type: "UrgencySet", urgency: chosen, rules, reason: draft.urgencyReason }]);
}

/** A closed case that speaks again is looked at again. */
export function reopening(known: Case): Event[] {
  if (known.stage !== "closed") return [];
  return [{ type: "StageMoved", stage: known.owner === undefined ? "new" : "assigned", reason: "" }];
}

function dueOf(given: Given, due: string): Moment | undefined {
  return due.trim() === "" ? undefined : readDue(due, given.at, given.offsetMinutes ?? moscow);
}

function dispositionOf(draft: Draft, type: Destination["type"]): Code<typeof dispositions> {
  if (draft.disposition !== undefined) return draft.disposition;
  if (draft.safeToSpeak === "no") return "callBackSet";
  if (type === "Attached") return "linked";
  switch (draft.kind) {
    case "information":
      return "informationGiven";
    case "support":
      return "supportGiven";
    case "aboutSoldier":
    case "soldierHimself":
      return "dataTaken";
    case "followUp":
    case "nothing":
    case undefined:
      return "unknown";
  }
}
