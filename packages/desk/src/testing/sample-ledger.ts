/** The seed article in a claims file of the paper office. */
import { addMinutes, eventsOfLedger, readLedger, type FolderId, type MemberId } from "@answerable/casework";
import article from "@answerable/casework/article.json" with { type: "json" };

import type { PaperOffice } from "./paper-office.ts";
import { noon } from "./sample.ts";

export const sampleFile = "sampleclaims__________" as FolderId;

export function enterArticle(office: PaperOffice & { readonly me: MemberId }): FolderId {
  const read = readLedger(article);
  if (!read.ok) throw new Error("the article is no ledger");
  const entries = eventsOfLedger(read.value);
  return office.record(
    { type: "EnterInLedger", case: sampleFile, name: "Статья, ноябрь 2022", entries },
    office.me,
    addMinutes(noon, -30),
  );
}
