import fc from "fast-check";
import { expect, test } from "vitest";

import { cardToPayload, readCard } from "../card-text.ts";
import { addMinutes, LAST_MOMENT, momentOf, type Moment } from "../day.ts";
import type { FolderId, MemberId, TaskId } from "../id.ts";
import { cardOf } from "../make-card.ts";
import { aMotherCalls, caseId, nina, now, oleg, openOffice, phone, shiftId, the } from "../testing/office.ts";
import { openQueueOrder, type QueueOrder } from "./order.ts";
import {
  findInQueue,
  nextInQueue,
  queueFolderOf,
  queueOf,
  type AtTheQueue,
  type QueueFolder,
  type QueueTask,
} from "./queue.ts";
import { mostTries, nextTry, wayOf, type Tried } from "./retry.ts";
import { zoneOf } from "./zone-of.ts";

const moscow = "Europe/Moscow";
const at = (more: Partial<AtTheQueue> = {}): AtTheQueue => ({
  me: nina,
  now,
  isSurge: false,
  zone: moscow,
  ...more,
});
const hour = (text: string): Moment => `2022-11-08T${text}:00.000Z` as Moment;

/** What the queue would see of a folder on another device. */
function seen(office: ReturnType<typeof openOffice>, id: FolderId = caseId): QueueOrder {
  const card = readCard(JSON.parse(JSON.stringify(cardToPayload(cardOf(the(office.folder(id)))))));
  const folder = queueFolderOf(id, card);
  return openQueueOrder(folder ? [folder] : []);
}

function withCallBack(typed: Parameters<ReturnType<typeof openOffice>["call"]>[0] = {}) {
  const office = openOffice();
  office.tell(
    office.call({
      ...aMotherCalls,
      promise: { what: "", due: "" },
      disposition: "callBackSet",
      phones: [phone("8 912 345-67-89")],
      ...typed,
    }),
  );
  const task = the(office.theCase().tasks[0]).id;
  return {
    office,
    task,
    try: (result: Tried["result"], more = {}, given = {}) =>
      office.tell(
        {
          type: "TryCallBack",
          case: caseId,
          task,
          result,
          note: "",
          later: "",
          closes: [],
          zone: moscow,
          ...more,
        },
        given,
      ),
  };
}

test("who was calling when a colleague's answer came in says what came of it as well, once", () => {
  const { office, try: tried, task } = withCallBack();
  const minute = (n: number) => ({ at: addMinutes(now, n) });
  tried("noAnswer", {}, { by: oleg, ...minute(1) });
  tried("reached", {}, { by: nina, ...minute(9) });
  const done = the(office.theCase().tasks[0]?.done);
  expect(tried("reached", { note: "Сын написал" }, { by: oleg, ...minute(10) })).toBeUndefined();
  const told = the(office.theCase().tasks[0]);
  expect(told.tries?.map(({ by, result }) => [by, result])).toEqual([
    [oleg, "noAnswer"],
    [nina, "reached"],
    [oleg, "reached"],
  ]);
  expect(told.done).toEqual(done);
  const again = { type: "TaskAlreadyDone", task };
  expect(tried("reached", {}, { by: oleg, ...minute(10) })).toEqual(again);
  expect(tried("noAnswer", {}, { by: nina, ...minute(10) })).toEqual(again);
});

test("a number that was corrected is rung by nobody", () => {
  const { office, task } = withCallBack();
  const number = the(office.theCase().facts.find(({ field }) => field === "phone"));
  const about = number.about ? { about: number.about } : {};
  const right = { field: "phone", value: "8 913 000-00-01", sure: true, source: "unknown" } as const;
  office.tell({ type: "StateFact", case: caseId, ...about, ...right, setsAside: [number.id] });
  expect(findInQueue(seen(office), at(), task)?.phones).toEqual(["+79130000001"]);
});

test("a family that asked us to stop is not rung, until somebody opens the case again", () => {
  const { office, task } = withCallBack();
  office.tell({ type: "SetOutcome", case: caseId, outcome: "withdrawn", reason: "просят больше не звонить" });
  expect(findInQueue(seen(office), at(), task)).toBeDefined();
  office.tell({ type: "MoveStage", case: caseId, stage: "closed", reason: "" });
  expect(findInQueue(seen(office), at(), task)).toBeUndefined();
  expect(office.theCase().tasks.filter(({ done }) => done === undefined)).toHaveLength(1);
  office.tell({ type: "MoveStage", case: caseId, stage: "inAction", reason: "" });
  expect(findInQueue(seen(office), at(), task)).toBeDefined();
});

test("a call-back is offered at once, and after a busy line ten minutes later", () => {
  const { office, task, try: tried } = withCallBack();
  expect(queueOf(seen(office), at()).map(({ standing }) => standing)).toEqual([{ type: "now" }]);
  expect(tried("busy")).toBeUndefined();
  expect(findInQueue(seen(office), at(), task)?.standing).toEqual({
    type: "later",
    from: addMinutes(now, 10),
  });
  expect(nextInQueue(seen(office), at({ now: addMinutes(now, 9) }), () => false)).toBeUndefined();
  expect(nextInQueue(seen(office), at({ now: addMinutes(now, 10) }), () => false)?.task).toBe(task);
});

test.each([
  ["noAnswer", 120],
  ["switchedOff", 120],
  ["voicemail", 24 * 60],
] as const)("%s waits its own time", (result, minutes) => {
  const { office, task, try: tried } = withCallBack();
  tried(result);
  expect(findInQueue(seen(office), at(), task)?.standing).toEqual({
    type: "later",
    from: addMinutes(now, minutes),
  });
});

test("five tries over three different hours, and then a letter; nothing leaves the queue", () => {
  const { office, task, try: tried } = withCallBack();
  let moment = now;
  const hours = new Set<string>();
  for (let n = 0; n < mostTries; n += 1) {
    const item = the(findInQueue(seen(office), at({ now: moment }), task));
    expect(item.standing.type).toBe("now");
    hours.add(moment.slice(11, 13));
    tried("noAnswer", {}, { at: moment });
    const after = the(findInQueue(seen(office), at({ now: moment }), task)).standing;
    if (after.type === "later") moment = after.from;
  }
  expect(hours.size).toBeGreaterThanOrEqual(3);
  expect(findInQueue(seen(office), at({ now: addMinutes(moment, 9_999) }), task)?.standing).toEqual({
    type: "write",
  });
  expect(tried("written", { note: "письмо в кабинет" }, { at: moment })).toBeUndefined();
  expect(queueOf(seen(office), at())).toEqual([]);
  expect(office.theCase().tasks[0]?.tries).toHaveLength(6);
});

test("whatever comes of the tries, an item is called again, written to, or without a number, until somebody speaks or writes", () => {
  const results = fc.constantFrom("busy", "noAnswer", "switchedOff", "voicemail", "wrongNumber");
  fc.assert(
    fc.property(fc.array(results, { maxLength: 14 }), fc.nat(23), (outcomes, began) => {
      const { office, task, try: tried } = withCallBack();
      let moment = addMinutes(now, began * 60);
      for (const outcome of outcomes) {
        tried(outcome, {}, { at: moment });
        const item = findInQueue(seen(office), at({ now: moment }), task);
        expect(item).toBeDefined();
        if (item?.standing.type === "later") moment = item.standing.from;
        else moment = addMinutes(moment, 7);
      }
      expect(queueOf(seen(office), at({ now: moment }))).toHaveLength(1);
    }),
    { seed: 71, numRuns: 200 },
  );
});

test("one answer ends what waits for that number in other folders, and what nobody saw stays", () => {
  const first = withCallBack();
  const second = openOffice(oleg);
  const other = "case_two______________" as FolderId;
  second.put(other, [{ type: "CaseOpened", case: other, kind: "soldier", number: "ABEK1234" }]);
  const set = (task: string) =>
    second.put(other, [
      {
        type: "PersonAdded",
        person: "person________________" as never,
        calledAs: "Анна",
        relation: "mother",
      },
      {
        type: "FactStated",
        fact: `f${task}`.padEnd(22, "_") as never,
        about: "person________________" as never,
        field: "phone",
        value: "8 912 345-67-89",
        known: "+79123456789",
        sure: true,
        source: "sawHimself",
        setsAside: [],
      },
      {
        type: "TaskSet",
        task: task.padEnd(22, "_") as TaskId,
        kind: "callback",
        what: "",
        person: "person________________" as never,
      },
    ]);
  set("seen");
  const both = () => [...seen(first.office), ...seen(second, other)];
  expect(queueOf(both(), at())).toHaveLength(2);
  first.try("reached", { closes: ["seen".padEnd(22, "_")] });
  expect(queueOf(both(), at())).toEqual([]);
  // A finger that slipped: what is taken back for the one son is taken back for the other.
  first.office.tell({ type: "ReopenTask", case: caseId, task: first.task });
  expect(queueOf(both(), at())).toHaveLength(2);
  first.try("reached", { closes: ["seen".padEnd(22, "_")] });
  expect(queueOf(both(), at())).toEqual([]);
  set("unseen");
  expect(queueOf(both(), at()).map(({ task }) => task)).toEqual(["unseen".padEnd(22, "_")]);
  // Taken up again by a person, it is to be called again.
  second.put(other, [{ type: "TaskDone", task: "seen".padEnd(22, "_") as TaskId, result: "" }]);
  second.put(other, [{ type: "TaskReopened", task: "seen".padEnd(22, "_") as TaskId }]);
  expect(queueOf(both(), at())).toHaveLength(2);
});

test("a call of the shift that asked to be called back is in the queue though it belongs to no case", () => {
  const office = openOffice();
  office.tell(
    office.call({
      kind: "aboutSoldier",
      safeToSpeak: "no",
      phones: [phone("8 912 345-67-89", { safeHours: "с 10 до 18" })],
    }),
  );
  const [item] = queueOf(seen(office, shiftId), at());
  expect(item).toMatchObject({ number: "", kind: "callback", hours: [10, 18], standing: { type: "now" } });
});

test("urgency first, then the time promised, then the oldest", () => {
  const task = (id: string, more: object) =>
    ({ task: id as TaskId, kind: "callback", what: id, calledAs: "", phones: ["+7900"], ...more }) as const;
  const folder = (id: string, more: object, items: readonly ReturnType<typeof task>[]): QueueFolder => ({
    folder: id as FolderId,
    number: id,
    name: "",
    ends: [],
    items,
    ...more,
  });
  const all = [
    folder("a", {}, [task("old", { set: hour("06:00") }), task("older", { set: hour("05:00") })]),
    folder("b", { urgency: "U3" }, [task("promised", { due: hour("09:35"), set: hour("09:00") })]),
    folder("c", { urgency: "U1" }, [task("danger", { set: hour("09:29") })]),
    folder("d", { urgency: "U2" }, [task("day", { set: hour("01:00") })]),
  ];
  expect(queueOf(all, at()).map(({ what }) => what)).toEqual(["danger", "day", "promised", "older", "old"]);
  expect(nextInQueue(openQueueOrder(all), at(), ({ task }) => task === "danger")?.what).toBe("day");
});

test("a call-back without a promised hour is nobody's own, whatever words stand with it", () => {
  const { office } = withCallBack({ promise: { what: "Перезвонить", due: "" } });
  expect(queueOf(seen(office), at({ me: oleg })).map(({ standing }) => standing)).toEqual([{ type: "now" }]);
});

test("a promise is kept by whoever made it, and by anyone half an hour after its time", () => {
  const office = openOffice(oleg);
  office.tell(office.call({ ...aMotherCalls, promise: { what: "сказать, куда писать", due: "13:00" } }));
  const standing = (who: MemberId, text: string) =>
    queueOf(seen(office), at({ me: who, now: hour(text) }))[0]?.standing;
  expect(standing(nina, "09:55")).toEqual({ type: "hers", owner: oleg });
  expect(standing(oleg, "09:40")).toEqual({ type: "later", from: hour("09:50") });
  expect(standing(oleg, "09:55")).toEqual({ type: "now" });
  expect(standing(nina, "10:30")?.type).not.toBe("hers");
});

test("in a surge only U1 and U2 are called, and the others wait and are counted", () => {
  const { office, task } = withCallBack();
  expect(findInQueue(seen(office), at({ isSurge: true }), task)?.standing).toEqual({ type: "held" });
  office.tell({ type: "SetUrgency", case: caseId, urgency: "U2", reason: "" });
  expect(findInQueue(seen(office), at({ isSurge: true }), task)?.standing).toEqual({ type: "now" });
});

test("nobody is called at night where they live, unless a life hangs on it", () => {
  const { office, task } = withCallBack({ region: "Камчатский край" });
  const evening = hour("09:30"); // 21:30 in Kamchatka
  expect(findInQueue(seen(office), at({ now: evening }), task)?.standing).toEqual({
    type: "later",
    from: hour("21:00"),
  });
  office.tell({ type: "SetUrgency", case: caseId, urgency: "U1", reason: "" });
  expect(findInQueue(seen(office), at({ now: evening }), task)?.standing).toEqual({ type: "now" });
});

test("who passes one on is not offered it for an hour, and the others are", () => {
  const { office, task } = withCallBack();
  office.tell({ type: "SkipCallBack", case: caseId, task, reason: "needsLawyer", note: "" });
  expect(findInQueue(seen(office), at(), task)?.standing).toEqual({
    type: "later",
    from: addMinutes(now, 60),
  });
  expect(findInQueue(seen(office), at({ me: oleg }), task)?.standing).toEqual({ type: "now" });
});

test("they asked to be called later: at the hour they named, whatever the clock says", () => {
  const { office, task, try: tried } = withCallBack();
  expect(tried("askedLater")).toMatchObject({ type: "TextMissing", field: "later" });
  expect(tried("askedLater", { later: "когда-нибудь" })).toMatchObject({ type: "NotATime" });
  expect(tried("askedLater", { later: "23:00" })).toBeUndefined();
  expect(findInQueue(seen(office), at(), task)?.standing).toEqual({ type: "later", from: hour("20:00") });
  expect(findInQueue(seen(office), at({ now: hour("20:00") }), task)?.standing).toEqual({ type: "now" });
});

test("eleven clocks and Kyiv's are told from the region, in words or by its code", () => {
  expect(zoneOf("Свердловская область")).toBe("Asia/Yekaterinburg");
  expect(zoneOf("RU-KGD")).toBe("Europe/Kaliningrad");
  expect(zoneOf("Київська область")).toBe("Europe/Kyiv");
  expect(zoneOf("Тверская обл.")).toBe(moscow);
  expect(zoneOf("где-то")).toBeUndefined();
});

test("the retry comes at another hour while three are still wanted", () => {
  fc.assert(
    fc.property(fc.integer({ min: 6, max: 17 }), (start) => {
      let tries: Tried[] = [];
      let moment = momentOf(Date.parse(hour("00:00")) + start * 3_600_000);
      for (let n = 0; n < mostTries; n += 1) {
        tries = [...tries, { at: moment, result: "noAnswer" }];
        moment = nextTry(tries, moscow, [9, 21]) ?? moment;
      }
      expect(wayOf(tries, moscow)).toBe("write");
    }),
    { seed: 72 },
  );
});

test("a promise for the end of all days, or of before them, keeps nobody else from being called", () => {
  const { office, task } = withCallBack();
  const [known] = [...seen(office)];
  const oddly = ["9999-12-31T22:00:00.000Z" as Moment, momentOf(LAST_MOMENT), momentOf(-LAST_MOMENT)];
  const odd = oddly.flatMap((moment): readonly Partial<QueueTask>[] => [
    { due: moment },
    { next: moment },
    { set: moment, owner: oleg },
    { due: moment, owner: oleg },
    { skipped: { by: nina, at: moment } },
    { tries: [{ at: moment, result: "noAnswer" }], due: moment },
  ]);
  const others = odd.map((more, n) => {
    const id = `odd ${n}`;
    const items = the(known).items.map((one) => ({ ...one, ...more, task: id as TaskId }));
    return { ...the(known), folder: id as FolderId, items };
  });
  const standing = queueOf([the(known), ...others], at());
  expect(standing).toHaveLength(1 + odd.length);
  expect(standing.find((one) => one.task === task)?.standing).toEqual({ type: "now" });
});
