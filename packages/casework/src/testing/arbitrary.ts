/** Anything that may happen, for properties. Ids come from small pools, so that events speak of each other. */
import fc from "fast-check";

import { anyAppealEvent } from "../appeals/testing/arbitrary.ts";
import type { Day, Moment } from "../day.ts";
import type { Event, Sheet } from "../event.ts";
import type {
  AttachmentId,
  CaseId,
  ContactId,
  FactId,
  HandOverId,
  LetterId,
  LinkId,
  MemberId,
  NoteId,
  PersonId,
  SheetId,
  SwitchId,
  TaskId,
} from "../id.ts";
import { anyIncidentEvent } from "../incident/testing/arbitrary.ts";
import type { Draft } from "../intake/draft.ts";
import { anyListEvent } from "../outgoing/testing/arbitrary.ts";
import { anyRecordEvent } from "../record/testing/arbitrary.ts";
import { anyReferralEvent } from "../referral/testing/arbitrary.ts";
import { anyRetentionEvent } from "../retention/testing/arbitrary.ts";
import { hotFields } from "../rights/right.ts";
import { verdicts } from "../same/event.ts";
import {
  caseKinds,
  channels,
  codesOf,
  consentScopes,
  contactKinds,
  dispositions,
  factFields,
  fates,
  grievances,
  outcomes,
  relations,
  services,
  skipReasons,
  sources,
  stages,
  tryResults,
  urgencies,
  whereabouts,
  type Code,
  type Vocabulary,
} from "../words/vocabularies.ts";
import { device, draft, nina, oleg, phone } from "./office.ts";

const idFrom = <T extends string>(kind: string) => fc.nat(4).map((n) => `${kind}${n}`.padEnd(22, "_") as T);
const code = <V extends Vocabulary>(vocab: V): fc.Arbitrary<Code<V>> => fc.constantFrom(...codesOf(vocab));
const optional = <T>(key: string, of: fc.Arbitrary<T>) =>
  fc.option(of, { nil: undefined }).map((value) => (value === undefined ? {} : { [key]: value }));

/** Any text a keyboard, a paste or an attacker can make, lone surrogates among them. */
const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    maxLength: 20,
  }),
  fc.constantFrom(
    "<script>alert(1)</script>",
    "\u202eолег\u202c",
    "👩‍👦",
    "\ud83d",
    "\udc66мама",
    "__proto__",
    "null",
    "\u0000",
    "И\u0306горь",
    " ",
  ),
  fc.constantFrom("8 912 345-67-89", "08.03.01", "Соколов Игорь", "завтра 18:00"),
);

const anyMoment = fc
  .integer({ min: 1_640_000_000_000, max: 1_700_000_000_000 })
  .map((ms) => new Date(ms).toISOString() as Moment);
const anyDay = anyMoment.map((moment) => moment.slice(0, 10) as Day);
const member = fc.constantFrom<MemberId>(nina, oleg);
const person = idFrom<PersonId>("person");
const contact = idFrom<ContactId>("contact");
const fact = idFrom<FactId>("fact");
const task = idFrom<TaskId>("task");

const merge = (...parts: fc.Arbitrary<object>[]): fc.Arbitrary<Event> =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as Event);

export const anyPaperEvent: fc.Arbitrary<Event> = fc.oneof(
  anyAppealEvent,
  merge(
    fc.record({
      type: fc.constant("CaseOpened"),
      case: idFrom<CaseId>("case"),
      kind: code(caseKinds),
      number: fc.constant("ABEK1234"),
    }),
  ),
  merge(fc.record({ type: fc.constant("ShiftOpened"), shift: idFrom<CaseId>("shift"), member, day: anyDay })),
  merge(
    fc.record({
      type: fc.constant("ContactRecorded"),
      contact,
      kind: code(contactKinds),
      channel: code(channels),
      began: anyMoment,
      ended: anyMoment,
      safeToSpeak: fc.constantFrom("yes", "no", "unasked"),
      disposition: code(dispositions),
      summary: anyText,
      source: code(sources),
    }),
    optional("caller", person),
    optional("pasted", anyText),
  ),
  merge(
    fc.record({ type: fc.constant("PersonAdded"), person, calledAs: anyText, relation: code(relations) }),
  ),
  merge(
    fc.record({
      type: fc.constant("FactStated"),
      fact,
      field: code(factFields),
      value: anyText,
      sure: fc.boolean(),
      source: code(sources),
      setsAside: fc.array(fact, { maxLength: 3 }),
    }),
    optional("about", person),
    optional("known", fc.string({ maxLength: 10 })),
    optional("contact", contact),
    optional("of", fact),
  ),
  merge(fc.record({ type: fc.constant("FactWithdrawn"), fact, reason: anyText })),
  merge(
    fc.record({ type: fc.constant("ConsentGiven"), person, scopes: fc.array(code(consentScopes)) }),
    optional("contact", contact),
  ),
  merge(
    fc.record({
      type: fc.constant("GrievancesNamed"),
      codes: fc.array(code(grievances), { minLength: 1, maxLength: 4 }),
    }),
    optional("contact", contact),
  ),
  merge(
    fc.record({
      type: fc.constant("LetterReported"),
      letter: idFrom<LetterId>("letter"),
      authority: anyText,
    }),
    optional("sentOn", anyDay),
    optional("sentOnWords", anyText),
    optional("number", anyText),
  ),
  merge(
    fc.record({
      type: fc.constant("UrgencySet"),
      urgency: code(urgencies),
      rules: fc.array(fc.constant("u1-beaten")),
      reason: anyText,
    }),
  ),
  merge(fc.record({ type: fc.constant("UrgencyAcknowledged"), urgency: code(urgencies) })),
  merge(
    fc.record({
      type: fc.constant("TaskSet"),
      task,
      kind: fc.constantFrom("promise", "callback", "task"),
      what: anyText,
    }),
    optional("owner", member),
    optional("due", anyMoment),
    optional("person", person),
  ),
  merge(fc.record({ type: fc.constant("TaskDone"), task, result: anyText })),
  merge(fc.record({ type: fc.constant("TaskReopened"), task })),
  merge(fc.record({ type: fc.constant("NoteAdded"), note: idFrom<NoteId>("note"), text: anyText })),
  merge(fc.record({ type: fc.constant("StageMoved"), stage: code(stages), reason: anyText })),
  merge(fc.record({ type: fc.constant("OwnerSet") }), optional("owner", member)),
  merge(fc.record({ type: fc.constant("OutcomeSet"), outcome: code(outcomes), reason: anyText })),
  merge(
    fc.record({
      type: fc.constant("CaseGivenOut"),
      to: anyText,
      reason: anyText,
      sheets: fc.integer({ min: 1, max: 900 }),
      plain: fc.constant("D".repeat(43)),
    }),
  ),
);

const link = idFrom<LinkId>("link");
const anySameEvent: fc.Arbitrary<Event> = fc.oneof(
  merge(
    fc.record({
      type: fc.constant("SoldierLinked"),
      link,
      other: idFrom<CaseId>("other"),
      verdict: fc.constantFrom(...verdicts),
      why: anyText,
      strip: fc.array(fc.record({ field: fc.constant("surname"), level: fc.constant("same") }), {
        maxLength: 3,
      }),
      setsAside: fc.array(link, { maxLength: 2 }),
    }),
  ),
  merge(fc.record({ type: fc.constant("SoldierUnlinked"), link, reason: anyText })),
);

const attachment = idFrom<AttachmentId>("file");
const hash = fc.constantFrom("a".repeat(43), "b".repeat(43));
const anyAttachmentEvent: fc.Arbitrary<Event> = fc.oneof(
  merge(
    fc.record({
      type: fc.constant("AttachmentReceived"),
      attachment,
      name: anyText.map((text) => text.slice(0, 255)),
      kind: fc.constantFrom("image/jpeg", "application/octet-stream"),
      size: fc.nat(2_000_000_000),
      plain: hash,
      blob: fc.constant("blob".padEnd(22, "_")),
      cipher: hash,
      key: fc.constant("k".repeat(22)),
      from: fc.constantFrom("family", "desk", "copy"),
    }),
  ),
  merge(
    fc.record({
      type: fc.constant("AttachmentExamined"),
      attachment,
      found: fc.dictionary(fc.constantFrom("taken", "camera"), fc.constantFrom("2022", "X")),
    }),
  ),
  merge(fc.record({ type: fc.constant("AttachmentOpened"), attachment })),
  merge(
    fc.record({
      type: fc.constant("AttachmentsStamped"),
      day: fc.constant("2022-11-08" as Day),
      root: hash,
      size: fc.constant(1),
      token: fc.constant("AAAA"),
      leaves: fc.array(
        fc.record({
          attachment,
          salt: fc.constant("s".repeat(22)),
          at: fc.nat(3),
          path: fc.array(hash, { maxLength: 2 }),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    }),
  ),
  merge(
    fc.record({
      type: fc.constant("AttachmentGivenOut"),
      attachment,
      as: fc.constantFrom("original", "copy"),
      plain: hash,
      to: anyText,
    }),
  ),
);

const anyCallBackEvent: fc.Arbitrary<Event> = fc.oneof(
  merge(
    fc.record({
      type: fc.constant("CallBackTried"),
      task,
      result: code(tryResults),
      note: anyText,
      closes: fc.array(task, { maxLength: 3 }),
    }),
    optional("next", anyMoment),
  ),
  merge(fc.record({ type: fc.constant("CallBackSkipped"), task, reason: code(skipReasons), note: anyText })),
);

const anyDutyEvent: fc.Arbitrary<Event> = fc.oneof(
  merge(fc.record({ type: fc.constant("ShiftBegun"), isLead: fc.boolean() })),
  merge(
    fc.record({
      type: fc.constant("ShiftHandedOver"),
      handOver: idFrom<HandOverId>("hand"),
      news: anyText,
      contacts: fc.nat(99),
      callers: fc.nat(99),
      soldiers: fc.nat(99),
      urgent: fc.array(idFrom<CaseId>("case"), { maxLength: 3 }),
      promises: fc.array(fc.record({ folder: idFrom<CaseId>("case"), task, due: anyMoment }), {
        maxLength: 2,
      }),
      parked: fc.nat(3),
    }),
  ),
  merge(fc.record({ type: fc.constant("HandOverTaken"), handOver: idFrom<HandOverId>("hand") })),
  merge(
    fc.record({
      type: fc.constant("SurgeSwitched"),
      switch: idFrom<SwitchId>("turn"),
      isOn: fc.boolean(),
      reason: anyText,
      setsAside: fc.array(idFrom<SwitchId>("turn"), { maxLength: 3 }),
    }),
  ),
);

export const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  anyPaperEvent,
  anySameEvent,
  anyAttachmentEvent,
  anyDutyEvent,
  anyCallBackEvent,
  anyRecordEvent,
  anyReferralEvent,
  anyRetentionEvent,
  merge(fc.record({ type: fc.constant("HotFieldShown"), field: fc.constantFrom(...hotFields) })),
  anyListEvent,
  anyIncidentEvent,
);

export const anySheets: fc.Arbitrary<readonly Sheet[]> = fc
  .array(
    fc.record({
      events: fc.array(anyEvent, { maxLength: 6 }),
      by: member,
      at: anyMoment,
      unknown: fc.nat(1),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map((one, place) => ({
      ...one,
      id: `sheet${place}`.padEnd(22, "_") as SheetId,
      number: place + 1,
      device,
    })),
  );

/** A case that is opened, whatever comes after. */
export const caseSheets: fc.Arbitrary<readonly Sheet[]> = anySheets.map((sheets) => {
  const opening: Event = {
    type: "CaseOpened",
    case: "case0_________________" as CaseId,
    kind: "soldier",
    number: "ABEK1234",
  };
  return sheets.map((sheet, place) =>
    place === 0 ? { ...sheet, events: [opening, ...sheet.events] } : sheet,
  );
});

const answer = fc.constantFrom("yes", "no", "unasked");

/** A draft with anything in any field; only the promise is kept readable, or no call would ever be taken. */
export const anyDraft: fc.Arbitrary<Draft> = fc
  .tuple(
    fc.record({
      safeToSpeak: answer,
      phones: fc.array(
        fc
          .record({ raw: anyText, safeHours: anyText, mayLeaveMessage: answer, maySayWhoWeAre: answer })
          .map(({ raw, ...more }) => phone(raw, more)),
        { maxLength: 3 },
      ),
      consent: fc.array(code(consentScopes), { maxLength: 3 }),
      callerName: anyText,
      soldierName: anyText,
      birth: anyText,
      region: anyText,
      unit: anyText,
      callSign: anyText,
      dogTag: anyText,
      soldierPhone: anyText,
      lastContact: anyText,
      lastContactHow: anyText,
      lastContactFrom: anyText,
      grievances: fc.array(code(grievances), { maxLength: 3 }),
      summary: anyText,
      source: code(sources),
      writtenTo: fc.record({ authority: anyText, sentOn: anyText, number: anyText, answer: anyText }),
      promise: fc.record({ what: anyText, due: fc.constantFrom("", "завтра 18:00") }),
      urgencyReason: anyText.map((text) => `потому что ${text}`),
      pasted: anyText,
    }),
    optional("kind", code(contactKinds)),
    optional("relation", code(relations)),
    optional("service", code(services)),
    optional("fate", code(fates)),
    optional("whereabouts", code(whereabouts)),
    optional("urgency", code(urgencies)),
    optional("disposition", code(dispositions)),
  )
  .map(([typed, ...chosen]) => draft(Object.assign({}, typed, ...chosen) as Partial<Draft>));
