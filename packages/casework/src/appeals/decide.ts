/**
 * What comes of a command about an appeal. Every day is read as typed and must fit the letter's own course: what was
 * answered before it was sent is refused, not mended. Text and signatures change until the letter has gone.
 */
import type { Case } from "../case.ts";
import { dayFrom, type Day } from "../day.ts";
import { inCase, type Decided, type Given } from "../decide/given.ts";
import { readDay } from "../intake/moment.ts";
import { newNumber } from "../number.ts";
import type { Refusal } from "../refusal.ts";
import { err, ok, type Result } from "../result.ts";
import { factsOf, foldAppealEvent, type Appeal } from "./appeal.ts";
import type { AppealCommand, AppealCommandOf } from "./command.ts";
import type { AppealEvent, SignatoryTold } from "./event.ts";
import { checkFacts } from "./facts.ts";

type Events = Result<readonly AppealEvent[], Refusal>;

const LEAST_SIGNATORIES = 2;

export function decideAppeal(given: Given, command: AppealCommand): Decided {
  return inCase(given, command.case, (known) => {
    const decided = eventsOf(given, known, command);
    return decided.ok ? checked(given, known, decided.value) : decided;
  });
}

/** The letter as it would then be must still be one that can be, and so must the one it was forwarded from. */
function checked(given: Given, known: Case, events: readonly AppealEvent[]): Events {
  const stamp = { by: given.by, at: given.at, sheet: given.newId<Appeal["sheet"]>() };
  const after = events.reduce<readonly Appeal[]>(
    (so, event) => foldAppealEvent(so, event, stamp),
    known.appeals,
  );
  for (const appeal of after) {
    if (appeal === known.appeals.find(({ id }) => id === appeal.id)) continue;
    const root = after.find(({ id }) => id === appeal.parent) ?? appeal;
    const facts = checkFacts(factsOf(root, after), given.today);
    if (!facts.ok) return facts;
  }
  return ok(events);
}

function eventsOf(given: Given, known: Case, command: AppealCommand): Events {
  if (command.type === "DraftAppeal") return draft(given, known, command);
  const appeal = known.appeals.find(({ id }) => id === command.appeal);
  if (!appeal) return err({ type: "NoSuchAppeal" });
  return onAppeal(given, appeal, command);
}

function draft(given: Given, known: Case, command: AppealCommandOf<"DraftAppeal">): Events {
  if (known.appeals.some(({ id }) => id === command.appeal))
    return err({ type: "AlreadySo", field: "appeal" });
  const { case: _, type: __, signatories, after, ...told } = command;
  if (told.office.trim() === "") return err({ type: "TextMissing", field: "office" });
  const nameless = signatories.findIndex(({ name }) => name.trim() === "");
  if (nameless >= 0) return err({ type: "TextMissing", field: `signatories.${nameless}.name` });
  if (after && !known.appeals.some(({ id }) => id === after.appeal)) return err({ type: "NoSuchAppeal" });
  const drafted: AppealEvent = {
    type: "AppealDrafted",
    ...told,
    complainedOf: [...told.complainedOf],
    slots: { ...told.slots },
    number: newNumber(given.newId),
    signatories: signatories.map((one) => ({ ...one, signatory: given.newId() })),
    ...(after ? { after: { ...after } } : {}),
  };
  if (!after) return ok([drafted]);
  return ok([drafted, { type: "AppealEscalated", appeal: after.appeal, to: command.appeal, why: after.why }]);
}

function onAppeal(
  given: Given,
  appeal: Appeal,
  command: Exclude<AppealCommand, { readonly type: "DraftAppeal" }>,
): Events {
  const of = { appeal: appeal.id };
  const isGone = appeal.dispatched !== undefined || appeal.parent !== undefined;
  switch (command.type) {
    case "ChangeAppeal":
      if (isGone) return err({ type: "AppealIsGone", field: "text" });
      return ok([
        {
          type: "AppealChanged",
          ...of,
          slots: { ...command.slots },
          ...(command.office === undefined ? {} : { office: command.office }),
        },
      ]);
    case "JoinAppeal": {
      if (isGone) return err({ type: "AppealIsGone", field: "signatories" });
      if (command.signatory.name.trim() === "") return err({ type: "TextMissing", field: "name" });
      const signatory: SignatoryTold = { ...command.signatory, signatory: given.newId() };
      return ok([{ type: "SignatoryJoined", ...of, ...signatory }]);
    }
    case "LeaveAppeal": {
      if (isGone) return err({ type: "AppealIsGone", field: "signatories" });
      const leaving = appeal.signatories.find(({ id }) => id === command.signatory);
      if (!leaving || leaving.left) return err({ type: "AlreadySo", field: "signatories" });
      return ok([{ type: "SignatoryLeft", ...of, signatory: leaving.id, reason: command.reason }]);
    }
    case "CheckAppeal":
      if (command.warnings.length > 0 && command.reason.trim() === "")
        return err({ type: "WarningsUnanswered", field: "reason" });
      return ok([{ type: "AppealChecked", ...of, despite: [...command.warnings], reason: command.reason }]);
    case "SignAppeal":
      return onDay(given, ["on", command.on], (on) => ok([{ type: "AppealSigned", ...of, on }]));
    case "WithdrawAppeal":
      if (appeal.withdrawn) return err({ type: "AlreadySo", field: "withdrawn" });
      return ok([{ type: "AppealWithdrawn", ...of, on: given.today, reason: command.reason }]);
    case "HoldAppeal":
      if (command.reason.trim() === "") return err({ type: "TextMissing", field: "reason" });
      return ok([{ type: "AppealHeld", ...of, reason: command.reason }]);
    case "FreeAppeal":
      if (!appeal.held) return err({ type: "AlreadySo", field: "held" });
      return ok([{ type: "AppealFreed", ...of, reason: command.reason }]);
    case "DispatchAppeal":
      return dispatch(given, appeal, command);
    case "ReceiveAppeal":
    case "RegisterAppeal":
    case "ForwardAppeal":
    case "ExtendAppeal":
    case "AnswerAppeal":
    case "ReturnAppeal":
      // A family often brings a letter that it sent itself: what came back proves that it went.
      return whatCame(given, appeal, command);
    case "SayTrigger":
      return onDay(given, ["on", command.on], (on) =>
        ok([{ type: "AppealTriggerSaid", ...of, what: command.what, on, proof: command.proof }]),
      );
    case "SayAppealOutcome":
      return ok([
        {
          type: "AppealOutcomeSaid",
          ...of,
          helped: command.helped,
          words: command.words,
          ...(command.person === undefined ? {} : { person: command.person }),
        },
      ]);
  }
}

function dispatch(given: Given, appeal: Appeal, command: AppealCommandOf<"DispatchAppeal">): Events {
  if (appeal.held) return err({ type: "AppealIsHeld", field: "on" });
  if (appeal.withdrawn) return err({ type: "AlreadySo", field: "withdrawn" });
  const staying = appeal.signatories.filter(({ left }) => left === undefined).length;
  if (appeal.kind === "collective" && staying < LEAST_SIGNATORIES)
    return err({ type: "TooFewSignatories", least: LEAST_SIGNATORIES, field: "signatories" });
  return onDay(given, ["on", command.on], (on) => {
    const { by, proof, tracking } = command;
    const sent: AppealEvent = {
      type: "AppealDispatched",
      appeal: appeal.id,
      on,
      by,
      proof,
      ...(tracking.trim() === "" ? {} : { tracking: tracking.trim() }),
    };
    return ok(appeal.signed ? [sent] : [{ type: "AppealSigned", appeal: appeal.id, on }, sent]);
  });
}

type Came = AppealCommandOf<
  "ReceiveAppeal" | "RegisterAppeal" | "ForwardAppeal" | "ExtendAppeal" | "AnswerAppeal" | "ReturnAppeal"
>;

function whatCame(given: Given, appeal: Appeal, command: Came): Events {
  if (!appeal.dispatched && !appeal.parent) return err({ type: "AppealNotSent", field: "on" });
  const of = { appeal: appeal.id };
  switch (command.type) {
    case "ReceiveAppeal":
      return onDay(given, ["on", command.on], (on) =>
        ok([{ type: "AppealReceived", ...of, on, proof: command.proof }]),
      );
    case "RegisterAppeal":
      return onDay(given, ["on", command.on], (on) => {
        const number = command.number.trim();
        // A number on paper is the proof: without one, somebody has told us.
        const proof = number === "" && command.proof === "proved" ? "told" : command.proof;
        return ok([{ type: "AppealRegistered", ...of, on, number, proof }]);
      });
    case "ForwardAppeal":
      return onDay(given, ["on", command.on], (on) => {
        if (command.office.trim() === "") return err({ type: "TextMissing", field: "office" });
        const { route, authority, office, region, zone, proof, isWhole, child, notice } = command;
        return ok([
          {
            type: "AppealForwarded",
            ...of,
            on,
            proof,
            isWhole,
            child,
            childNumber: newNumber(given.newId),
            route,
            authority,
            office,
            ...(region === undefined ? {} : { region }),
            ...(zone === undefined ? {} : { zone }),
            ...(notice.trim() === "" ? {} : { notice: notice.trim() }),
          },
        ]);
      });
    case "ExtendAppeal":
      return onDay(given, ["dated", command.dated], (dated) => {
        const until = command.until.trim() === "" ? undefined : dayIn(given, command.until, "future");
        if (command.until.trim() !== "" && until === undefined)
          return err({ type: "NoSuchDay", field: "until", text: command.until });
        return ok([
          {
            type: "AppealExtended",
            ...of,
            dated,
            reason: command.reason,
            ...(until === undefined ? {} : { until }),
          },
        ]);
      });
    case "AnswerAppeal":
      return onDay(given, ["received", command.received], (received) => {
        const dated = command.dated.trim() === "" ? undefined : dayIn(given, command.dated, "past");
        if (command.dated.trim() !== "" && dated === undefined)
          return err({ type: "NoSuchDay", field: "dated", text: command.dated });
        const { kind, number, summary } = command;
        return ok([
          {
            type: "AppealAnswered",
            ...of,
            answer: command.answer ?? given.newId(),
            kind,
            received,
            summary,
            ...(dated === undefined ? {} : { dated }),
            ...(number.trim() === "" ? {} : { number: number.trim() }),
          },
        ]);
      });
    case "ReturnAppeal":
      return onDay(given, ["on", command.on], (on) =>
        ok([{ type: "AppealReturned", ...of, on, how: command.how, reason: command.reason }]),
      );
  }
}

function onDay(
  given: Given,
  [field, text]: readonly [field: string, text: string],
  then: (day: Day) => Events,
): Events {
  if (text.trim() === "") return err({ type: "TextMissing", field });
  const day = dayIn(given, text, "past");
  return day === undefined ? err({ type: "NoSuchDay", field, text }) : then(day);
}

/** A whole day; "в ноябре" and "~08.11" are none: a clock runs from a day or not at all. */
function dayIn(given: Given, text: string, lean: "past" | "future"): Day | undefined {
  const read = readDay(text, given.today, lean);
  return read === undefined ? undefined : dayFrom(read);
}
