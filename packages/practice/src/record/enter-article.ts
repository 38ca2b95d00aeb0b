/** The article goes into a claims file as a person's entries would: through the office, and refused where it contradicts itself. */
import { eventsOfLedger, readLedger, type FolderId, type NewId } from "@answerable/casework";
import type { Office } from "@answerable/replica";

import { articleForPrint } from "./article.ts";

const NAME = "Статья о семьях военных, ноябрь 2022";

export async function enterArticle(office: Office, newId: NewId): Promise<void> {
  const read = readLedger(articleForPrint());
  if (!read.ok) throw new Error(`the article is no ledger: ${JSON.stringify(read.refusal)}`);
  const entered = await office.do({
    type: "EnterInLedger",
    case: newId<FolderId>(),
    name: NAME,
    entries: eventsOfLedger(read.value),
  });
  if (!entered.ok) throw new Error(`the article was refused: ${entered.refusal.type}`);
}
