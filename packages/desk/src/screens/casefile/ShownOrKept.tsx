/** Who looked at what is masked, and what was said of how long the case is kept: one sentence each. */
import type { RetentionEvent, RightEvent } from "@answerable/casework";

import { Sentence } from "../../parts/Words.tsx";

export function ShownOrKept({ what }: { readonly what: RetentionEvent | RightEvent }) {
  switch (what.type) {
    case "HotFieldShown":
      return <Sentence id="event.HotFieldShown" values={{ field: what.field }} />;
    case "CaseKept":
      return <Sentence id="event.CaseKept" values={{ reason: what.reason }} />;
    case "ExpiryProposed":
    case "ExpiryTakenBack":
    case "CaseShredded":
      return <Sentence id={`event.${what.type}`} />;
  }
}
