import { expect, test } from "vitest";

import type { PersonId } from "./id.ts";
import type { Papers } from "./papers.ts";
import { presentStatistics } from "./present.ts";

const mother = "mother" as PersonId;
const wife = "wife" as PersonId;
const asked = (...said: readonly (readonly [PersonId, readonly string[]])[]) =>
  presentStatistics({
    consents: said.map(([person, scopes]) => ({ person, scopes })),
  } as unknown as Papers); // nothing else of the papers is read

test("a case may be counted when all who were asked agree, as each said it last", () => {
  expect(asked()).toBeUndefined();
  expect(asked([mother, ["help", "statistics"]])).toBe("agreed");
  expect(asked([mother, ["help", "statistics"]], [wife, ["help"]])).toBe("refused");
  expect(asked([mother, ["help"]], [mother, ["statistics"]])).toBe("agreed");
  expect(asked([mother, ["statistics"]], [mother, []])).toBe("refused");
});
