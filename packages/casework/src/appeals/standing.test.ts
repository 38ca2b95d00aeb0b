import { describe, expect, test } from "vitest";

import { momentFrom } from "../day.ts";
import type { Clock } from "./clock.ts";
import { offersOf } from "./escalation.ts";
import { type AppealFacts, type Dated, newAppeal } from "./facts.ts";
import { type Standing, standingOf } from "./standing.ts";
import { changedDraft, day, draftPack, packFrom } from "./testing/packs.ts";

const governor: AppealFacts = { ...newAppeal("r.governor", "ru.governor"), isSigned: true };

function proved(on: string): Dated {
  return { on: day(on), proof: "proved" };
}
function sent(on: string): AppealFacts["dispatched"] {
  return { ...proved(on), by: "hand" };
}
function registered(on: string): AppealFacts["registered"] {
  return { ...proved(on), number: "01-14/118" };
}
function stands(facts: AppealFacts, today: string): Standing {
  const found = standingOf(facts, draftPack, day(today));
  if (!found.ok) throw new Error(JSON.stringify(found.refusal));
  return found.value;
}
function clock(standing: Standing | undefined, rule: string): Clock {
  const found = standing?.clocks.find((each) => each.rule === rule);
  if (!found) throw new Error(`no clock ${rule}`);
  return found;
}

const silent: AppealFacts = {
  ...governor,
  dispatched: sent("2022-11-07"),
  received: proved("2022-11-07"),
  registered: registered("2022-11-08"),
};

describe("a letter to a governor", () => {
  test("goes from draft to sent to registered to answered to closed", () => {
    expect(stands({ ...governor, isSigned: false }, "2022-11-06").stage).toBe("draft");
    expect(stands(governor, "2022-11-06").stage).toBe("ready");
    expect(stands({ ...governor, dispatched: sent("2022-11-07") }, "2022-11-07").stage).toBe("sent");
    expect(stands({ ...silent, registered: undefined }, "2022-11-07").stage).toBe("received");
    expect(stands(silent, "2022-11-08").stage).toBe("registered");
    const answered: AppealFacts = {
      ...silent,
      answers: [{ kind: "formal", dated: day("2022-12-01"), received: day("2022-12-09") }],
    };
    expect(stands(answered, "2022-12-09").stage).toBe("answered");
    expect(stands({ ...answered, closed: day("2022-12-20") }, "2022-12-20").stage).toBe("closed");
  });

  test("is not overdue on the last lawful day, and overdue on the next", () => {
    expect(stands(silent, "2022-12-08").overlays).toEqual([]);
    expect(stands(silent, "2022-12-09").overlays).toEqual(["answer-late"]);
    expect(clock(stands(silent, "2022-12-09"), "59fz.answer").breachedFrom).toBe("2022-12-09");
  });

  test("registered on the fifth day was registered late, for ever", () => {
    expect(stands({ ...silent, registered: registered("2022-11-14") }, "2022-11-20").overlays).toEqual([
      "register-late",
    ]);
  });

  test("with a registration that was only told stays estimated, and is never called late", () => {
    const told: AppealFacts = { ...silent, registered: { on: day("2022-11-08"), number: "", proof: "told" } };
    const standing = stands(told, "2023-03-01");
    expect(standing.overlays).toEqual(["estimated"]);
    expect(clock(standing, "59fz.answer").state).toBe("perhapsLate");
  });

  test("sent by post with no proof of arrival is reckoned late and reminds of itself", () => {
    const posted: AppealFacts = { ...governor, dispatched: { ...proved("2022-11-07"), by: "post" } };
    const standing = stands(posted, "2022-11-08");
    expect(clock(standing, "59fz.register").trigger).toMatchObject({ on: "2022-11-17", proof: "estimated" });
    expect(clock(standing, "59fz.answer").trigger).toMatchObject({ on: "2022-11-21", proof: "estimated" });
    expect(standing.overlays).toEqual(["estimated"]);
    expect(standing.nextDay).toBe("2022-11-21");
  });

  test("answered after the term stays late, beside the answer", () => {
    const late: AppealFacts = {
      ...silent,
      answers: [{ kind: "substantive", dated: day("2022-12-15"), received: day("2022-12-20") }],
    };
    const standing = stands(late, "2022-12-20");
    expect(standing.stage).toBe("answered");
    expect(standing.overlays).toEqual(["answer-late"]);
  });

  test("answered by a letter without a date is not accused of lateness for what the post took", () => {
    const undated: AppealFacts = {
      ...silent,
      answers: [{ kind: "substantive", dated: undefined, received: day("2022-12-20") }],
    };
    expect(stands(undated, "2022-12-20").overlays).toEqual([]);
  });

  test("is still owed an answer after an acknowledgement or a promise", () => {
    const promised: AppealFacts = {
      ...silent,
      answers: [{ kind: "promise", dated: day("2022-11-20"), received: day("2022-11-25") }],
    };
    expect(stands(promised, "2022-12-09")).toMatchObject({ stage: "waiting", overlays: ["answer-late"] });
  });

  test("whose term ends beyond the calendar is provisional, and not called late until the calendar is known", () => {
    const beyond: AppealFacts = {
      ...silent,
      dispatched: sent("2026-12-14"),
      received: proved("2026-12-14"),
      registered: registered("2026-12-15"),
    };
    expect(stands(beyond, "2027-02-01").overlays).toEqual(["provisional"]);
  });
});

describe("an extension", () => {
  const notice = (dated: string, until?: string): AppealFacts => ({
    ...silent,
    extended: [{ dated: day(dated), until: until === undefined ? undefined : day(until) }],
  });

  test("noticed in time moves the term into the New Year holidays, and the claim to the 10th of January", () => {
    expect(stands(notice("2022-12-07"), "2023-01-09").overlays).toEqual(["extended"]);
    expect(stands(notice("2022-12-07"), "2023-01-10").overlays).toEqual(["answer-late", "extended"]);
  });

  test("noticed after the term cures nothing: both facts stay", () => {
    const standing = stands(notice("2022-12-12"), "2022-12-12");
    expect(standing.overlays).toEqual(["answer-late", "extended"]);
    expect(clock(standing, "59fz.answer")).toMatchObject({
      breachedFrom: "2022-12-09",
      badNotices: ["2022-12-12"],
    });
  });

  test("binds the authority to the sooner day that it named", () => {
    const standing = stands(notice("2022-12-07", "2022-12-20"), "2022-12-21");
    expect(clock(standing, "59fz.answer").deadline).toMatchObject({
      due: "2022-12-20",
      overdueFrom: "2022-12-21",
    });
  });

  test("beyond what the law allows counts only as far as the law", () => {
    const standing = stands(notice("2022-12-07", "2023-06-01"), "2022-12-21");
    expect(clock(standing, "59fz.answer").deadline.overdueFrom).toBe("2023-01-10");
    expect(clock(standing, "59fz.answer").badNotices).toEqual(["2022-12-07"]);
  });
});

test("a request for information must be told of its extension within seven days; later is a bad notice, but no breach yet", () => {
  const json = changedDraft((pack) => {
    const rule = pack.rules.find(({ id }) => id === "fz8.answer");
    Object.assign(rule?.extension ?? {}, { noticeWithin: { unit: "calendar_day", count: 7 } });
    pack.routes[0]?.rules.splice(0, 3, "fz8.answer");
  });
  const facts: AppealFacts = { ...silent, extended: [{ dated: day("2022-11-20"), until: undefined }] };
  const found = standingOf(facts, packFrom(json), day("2022-12-10"));
  expect(found.ok && found.value.clocks[0]).toMatchObject({ state: "running", badNotices: ["2022-11-20"] });
});

describe("a forwarded letter", () => {
  function forwardedOn(on: string, child: Partial<AppealFacts> = {}): AppealFacts {
    const there: AppealFacts = { ...newAppeal("r.mil-prosecutor", "ru.mil-prosecutor.garrison"), ...child };
    return { ...silent, forwarded: [{ on: day(on), proof: "proved", isWhole: true, child: there }] };
  }

  test("closes nothing: the receiver has its own clock from its own registration", () => {
    const standing = stands(
      forwardedOn("2022-11-14", { received: proved("2022-11-18"), registered: registered("2022-11-21") }),
      "2022-12-22",
    );
    expect(standing.stage).toBe("waiting");
    expect(standing.overlays).toEqual([]);
    expect(clock(standing, "59fz.answer").state).toBe("passedOn");
    expect(standing.children[0]?.overlays).toEqual(["answer-late"]);
    expect(clock(standing.children[0], "proc.answer").breachedFrom).toBe("2022-12-22");
  });

  test("forwarded on the ninth day was forwarded late", () => {
    expect(stands(forwardedOn("2022-11-17"), "2022-11-18").overlays).toEqual(["forward-late"]);
  });

  test("is answered when its last child is", () => {
    const child = {
      registered: registered("2022-11-21"),
      answers: [{ kind: "refusal" as const, dated: day("2022-12-01"), received: day("2022-12-05") }],
    };
    expect(stands(forwardedOn("2022-11-14", child), "2022-12-05").stage).toBe("answered");
  });

  test("to the very body complained of is the circle that the law forbids", () => {
    const facts = forwardedOn("2022-11-14", { route: "r.unit", addressee: "unit:1" });
    const standing = stands({ ...facts, complainedOf: ["unit:1"] }, "2022-11-14");
    expect(standing.overlays).toEqual(["loop"]);
    expect(standing.loop).toEqual(["ru.governor", "unit:1"]);
  });

  test("that comes back to the first body is a circle too", () => {
    const back: AppealFacts = newAppeal("r.governor", "ru.governor");
    const facts = forwardedOn("2022-11-14", {
      registered: registered("2022-11-18"),
      forwarded: [{ on: day("2022-11-22"), proof: "proved", isWhole: true, child: back }],
    });
    expect(stands(facts, "2022-11-23").loop).toEqual([
      "ru.governor",
      "ru.mil-prosecutor.garrison",
      "ru.governor",
    ]);
  });

  test("to another unit than the one complained of is none", () => {
    const facts = forwardedOn("2022-11-14", { route: "r.unit", addressee: "unit:2" });
    expect(stands({ ...facts, complainedOf: ["unit:1"] }, "2022-11-14").loop).toBeUndefined();
  });
});

describe("what cannot be is refused", () => {
  const cases: readonly (readonly [string, AppealFacts, string])[] = [
    ["registered before it was sent", { ...silent, registered: registered("2022-11-01") }, "BeforeItCouldBe"],
    [
      "answered before it was sent",
      { ...silent, answers: [{ kind: "formal", dated: day("2022-11-01"), received: day("2022-11-20") }] },
      "BeforeItCouldBe",
    ],
    [
      "registered in a year that has not come",
      { ...silent, registered: registered("2023-11-08") },
      "InTheFuture",
    ],
    [
      "an answer dated after it came",
      { ...silent, answers: [{ kind: "formal", dated: day("2022-11-20"), received: day("2022-11-19") }] },
      "AnswerDatedAfterItCame",
    ],
    [
      "registered by the receiver before it was forwarded",
      {
        ...silent,
        forwarded: [
          {
            on: day("2022-11-14"),
            proof: "proved",
            isWhole: true,
            child: { ...newAppeal("r.mod", "ru.mod"), registered: registered("2022-11-10") },
          },
        ],
      },
      "BeforeItCouldBe",
    ],
  ];
  test.each(cases)("%s", (_title, facts, type) => {
    const found = standingOf(facts, draftPack, day("2022-12-20"));
    expect(found.ok ? undefined : found.refusal.type).toBe(type);
  });
});

test("a refusal copy runs in hours from its moment, in the time zone of the office", () => {
  const at = momentFrom("2022-11-08T20:30:00Z");
  if (!at) throw new Error("no moment");
  const facts: AppealFacts = {
    ...newAppeal("r.crime-report", "ru.mil-investigator"),
    zone: "Asia/Vladivostok",
    dispatched: sent("2022-11-01"),
    known: { "refusal.issued": { on: day("2022-11-09"), at, proof: "proved" } },
  };
  const copy = clock(stands(facts, "2022-11-10"), "upk148.copy");
  expect(copy.deadline).toMatchObject({
    endsAt: "2022-11-09T20:30:00.000Z",
    due: "2022-11-10",
    overdueFrom: "2022-11-11",
    zone: "Asia/Vladivostok",
  });
});

test("at nine in the evening in Moscow an office in Vladivostok is already a day late", () => {
  const now = momentFrom("2022-12-08T18:00:00Z");
  if (!now) throw new Error("no moment");
  const there = standingOf({ ...silent, zone: "Asia/Vladivostok" }, draftPack, now);
  const moscow = standingOf(silent, draftPack, now);
  expect(there.ok && there.value.overlays).toEqual(["answer-late"]);
  expect(moscow.ok && moscow.value.overlays).toEqual([]);
});

test("silence offers the prosecutor and the court, with the family's own last day", () => {
  const facts: AppealFacts = { ...silent, known: { "violation.known": proved("2022-12-09") } };
  const offers = offersOf({ facts, standing: stands(facts, "2022-12-10"), pack: draftPack });
  expect(offers.map(({ route, fileBy }) => [route, fileBy])).toEqual([
    ["r.prosecutor-559", undefined],
    ["r.kas", "2023-03-09"],
  ]);
  expect(offersOf({ facts: silent, standing: stands(silent, "2022-12-08"), pack: draftPack })).toEqual([]);
});

test("a formal answer of the garrison's prosecutor goes to the district's", () => {
  const facts: AppealFacts = {
    ...newAppeal("r.mil-prosecutor", "ru.mil-prosecutor.garrison"),
    dispatched: sent("2022-11-07"),
    registered: registered("2022-11-08"),
    answers: [{ kind: "formal", dated: day("2022-11-20"), received: day("2022-11-25") }],
  };
  const [offer] = offersOf({ facts, standing: stands(facts, "2022-11-25"), pack: draftPack });
  expect(offer).toMatchObject({ route: "r.mil-prosecutor", authority: "ru.mil-prosecutor.district" });
});
