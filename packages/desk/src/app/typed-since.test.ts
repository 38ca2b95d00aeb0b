import { emptyDraft, momentOf, type DraftId } from "@answerable/casework";
import { expect, test } from "vitest";

import { typedSince } from "./typed-since.ts";

const sealed = { ...emptyDraft("AAAAAAAAAAAAAAAAAAAAAA" as DraftId, momentOf(0)), callerName: "Анна" };

test("what is typed between Ctrl+Enter and the seal begins the next draft", () => {
  expect(typedSince(sealed, { ...sealed, callerName: "Анна", summary: "уже другая" })).toEqual({
    summary: "уже другая",
  });
});

test("where nothing was typed the next draft is empty", () => {
  expect(typedSince(sealed, { ...sealed, ended: momentOf(60_000), suggested: ["unit"] })).toBeUndefined();
});
