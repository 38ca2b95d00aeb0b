/** Anything that may happen to an appeal, for properties. Ids come from small pools, so that events speak of each other. */
import fc from "fast-check";

import type { Day } from "../../day.ts";
import { codesOf, relations } from "../../words/vocabularies.ts";
import type { AppealEvent } from "../event.ts";
import { answerKinds } from "../facts.ts";

const idFrom = (kind: string) => fc.nat(3).map((n) => `${kind}${n}`.padEnd(22, "_"));
const appeal = idFrom("appeal");
const words = fc.constantFrom("", "Почему нет ответа?", "👩‍👦", "null", "31.02");
const code = fc.constantFrom("r.governor", "ru.governor", "59fz.answer", "g.silence");
const proof = fc.constantFrom("proved", "told", "estimated");
const day = fc
  .integer({ min: 1_660_000_000_000, max: 1_680_000_000_000 })
  .map((ms) => new Date(ms).toISOString().slice(0, 10) as Day);
const maybe = <T>(key: string, of: fc.Arbitrary<T>) =>
  fc.option(of, { nil: undefined }).map((value) => (value === undefined ? {} : { [key]: value }));
const merge = (type: AppealEvent["type"], ...parts: readonly fc.Arbitrary<object>[]) =>
  fc
    .tuple(appeal, ...parts)
    .map(([id, ...all]) => Object.assign({ type, appeal: id }, ...all) as unknown as AppealEvent); // the parts make it one

const seat = fc.record({ route: code, authority: code, office: words });
const signatory = fc.record({
  signatory: idFrom("signatory"),
  name: words,
  relation: fc.constantFrom(...codesOf(relations)),
  soldier: words,
  consent: fc.constantFrom("spoken", "written"),
});

export const anyAppealEvent: fc.Arbitrary<AppealEvent> = fc.oneof(
  merge(
    "AppealDrafted",
    seat,
    fc.record({
      number: fc.constant("ABEK1234"),
      pack: fc.constant("ru-military-families"),
      complainedOf: fc.array(words, { maxLength: 2 }),
      kind: fc.constantFrom("individual", "collective"),
      template: code,
      slots: fc.dictionary(code, words, { maxKeys: 2 }),
      signatories: fc.array(signatory, { maxLength: 3 }),
    }),
    maybe("ground", code),
    maybe("region", fc.constant("RU-KRS")),
    maybe("after", fc.record({ appeal, why: code })),
  ),
  merge("AppealChanged", fc.record({ slots: fc.dictionary(code, words, { maxKeys: 2 }) })),
  merge("SignatoryJoined", signatory),
  merge("SignatoryLeft", fc.record({ signatory: idFrom("signatory"), reason: words })),
  merge("AppealChecked", fc.record({ despite: fc.array(code, { maxLength: 2 }), reason: words })),
  merge("AppealSigned", fc.record({ on: day })),
  merge("AppealWithdrawn", fc.record({ on: day, reason: words })),
  merge("AppealHeld", fc.record({ reason: words })),
  merge("AppealFreed", fc.record({ reason: words })),
  merge(
    "AppealDispatched",
    fc.record({ on: day, by: fc.constantFrom("post", "hand", "reception", "portal", "fax"), proof }),
    maybe("tracking", words),
  ),
  merge("AppealReceived", fc.record({ on: day, proof })),
  merge("AppealRegistered", fc.record({ on: day, number: words, proof })),
  merge(
    "AppealForwarded",
    seat,
    fc.record({ on: day, proof, isWhole: fc.boolean(), child: appeal, childNumber: fc.constant("ABEK1234") }),
  ),
  merge("AppealExtended", fc.record({ dated: day, reason: words }), maybe("until", day)),
  merge(
    "AppealAnswered",
    fc.record({
      answer: idFrom("answer"),
      kind: fc.constantFrom(...answerKinds),
      received: day,
      summary: words,
    }),
    maybe("dated", day),
  ),
  merge("AppealReturned", fc.record({ on: day, how: fc.constantFrom("returned", "ended"), reason: words })),
  merge("AppealEscalated", fc.record({ to: appeal, why: code })),
  merge("AppealTriggerSaid", fc.record({ what: code, on: day, proof })),
  merge("AppealOutcomeSaid", fc.record({ helped: fc.constantFrom("yes", "partly", "no", "harm"), words })),
);
