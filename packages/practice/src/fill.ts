/**
 * Fills a practice helpline: takes each call down as a volunteer would, through the office's own commands, with the
 * practice device's clock wound to the minute of the call. Nothing is written past the office.
 */
import {
  addMinutes,
  emptyDraft,
  momentOf,
  type AppealCommand,
  type AppealId,
  type CaseId,
  type Command,
  type Draft,
  type MemberId,
  type Moment,
  type NewId,
} from "@answerable/casework";
import type { Office } from "@answerable/replica";

import type { Call, Step } from "./calls/call.ts";
import type { LetterStep } from "./calls/letters.ts";

export interface FillDeps {
  readonly office: Office;
  readonly me: MemberId;
  readonly newId: NewId;
  /** The real time, to which "hours ago" refers. */
  readonly today: Moment;
  /** Winds the device's clock. */
  readonly wind: (to: Moment) => void;
}

type Happening = { readonly at: Moment } & (
  | { readonly what: "call"; readonly call: Call }
  | { readonly what: "step"; readonly call: Call; readonly step: Step }
  | { readonly what: "letter"; readonly letter: LetterStep }
);

/**
 * Records all calls, what followed from them and their letters, in order of time. Throws where the office refuses one: the
 * data is ours.
 */
export async function fill(
  deps: FillDeps,
  calls: readonly Call[],
  letters: readonly LetterStep[] = [],
): Promise<void> {
  const cases = new Map<string, CaseId>();
  const appeals = new Map<string, AppealId>();
  const happenings = [
    ...calls.flatMap((call) => happeningsOf(call, deps.today)),
    // Written down in the evening of that day, in Moscow.
    ...letters.map((letter) => ({
      what: "letter" as const,
      letter,
      at: momentOf(Date.parse(`${letter.on}T16:00:00Z`)),
    })),
  ]
    .filter(({ at }) => at <= deps.today)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const happening of happenings) {
    deps.wind(happening.at);
    if (happening.what === "call") await record(deps, happening, cases);
    else if (happening.what === "letter") await write(deps, happening.letter, { cases, appeals });
    else await follow(deps, happening, cases.get(happening.call.into ?? happening.call.key));
  }
}

/** What happened by now: a step that lies ahead of today is left for whoever practises. */
function happeningsOf(call: Call, today: Moment): readonly Happening[] {
  const at = momentOfCall(call, today);
  const steps = (call.after ?? []).map((step) => ({
    what: "step" as const,
    call,
    step,
    at: addMinutes(at, step.hoursLater * 60),
  }));
  return [{ what: "call" as const, call, at }, ...steps].filter((happening) => happening.at <= today);
}

function momentOfCall({ when }: Call, today: Moment): Moment {
  return "on" in when ? momentOf(Date.parse(when.on)) : addMinutes(today, -when.hoursAgo * 60);
}

async function record(
  deps: FillDeps,
  given: { readonly at: Moment; readonly call: Call },
  cases: Map<string, CaseId>,
) {
  const { call, at } = given;
  const fresh = deps.newId<CaseId>();
  const into = call.into === undefined ? undefined : cases.get(call.into);
  const draft: Draft = {
    ...emptyDraft(deps.newId(), addMinutes(at, -call.minutes)),
    ...call.draft,
    ended: at,
    ...(into ? { attachTo: into } : {}),
    ...(call.promise ? { promise: { what: call.promise.what, due: `+${call.promise.inHours}h` } } : {}),
  };
  await done(deps, call, {
    type: "RecordCall",
    draft,
    case: fresh,
    ...(call.isGroup ? { caseKind: "group" as const } : {}),
  });
  cases.set(call.key, into ?? fresh);
}

async function follow(
  deps: FillDeps,
  { call, step }: { readonly call: Call; readonly step: Step },
  of: CaseId | undefined,
) {
  if (of === undefined) throw new Error(`the practice call "${call.key}" has steps but no case`);
  for (const command of await commandsOf(deps, of, step)) await done(deps, call, command);
}

async function commandsOf({ office, me }: FillDeps, of: CaseId, step: Step): Promise<readonly Command[]> {
  switch (step.do) {
    case "acknowledge":
      return [{ type: "AcknowledgeUrgency", case: of }];
    case "own":
      return [{ type: "SetOwner", case: of, owner: me }];
    case "note":
      return [{ type: "AddNote", case: of, text: step.text }];
    case "stage":
      return [{ type: "MoveStage", case: of, stage: step.stage, reason: step.reason }];
    case "close":
      return [
        { type: "SetOutcome", case: of, outcome: step.outcome, reason: step.reason },
        { type: "MoveStage", case: of, stage: "closed", reason: step.reason },
      ];
    case "finishTasks": {
      const file = await office.ask({ type: "CaseFile", case: of });
      if (file.type !== "Here") throw new Error("a practice case is not on the practice device");
      return file.case.tasks
        .filter((task) => task.done === undefined)
        .map((task) => ({ type: "FinishTask", case: of, task: task.id, result: step.result }));
    }
  }
}

async function done({ office }: FillDeps, call: Call, command: Command): Promise<void> {
  const answer = await office.do(command);
  if (!answer.ok) {
    throw new Error(
      `the practice call "${call.key}" was refused at ${command.type}: ${JSON.stringify(answer.refusal)}`,
    );
  }
}

/** A step of a letter: a key seen for the first time is a new letter. */
async function write(
  { office, newId }: FillDeps,
  step: LetterStep,
  known: { readonly cases: Map<string, CaseId>; readonly appeals: Map<string, AppealId> },
): Promise<void> {
  const of = known.cases.get(step.into);
  if (of === undefined) throw new Error(`the practice letter "${step.letter}" has no case`);
  const idOf = (key: string): AppealId => {
    const id = known.appeals.get(key) ?? newId<AppealId>();
    known.appeals.set(key, id);
    return id;
  };
  const command = {
    ...step.command,
    case: of,
    appeal: idOf(step.letter),
    ...(step.child === undefined ? {} : { child: idOf(step.child) }),
  } as AppealCommand; // the steps leave out only what is put in here
  const answer = await office.do(command);
  if (!answer.ok) {
    throw new Error(
      `the practice letter "${step.letter}" was refused at ${command.type}: ${JSON.stringify(answer.refusal)}`,
    );
  }
}
