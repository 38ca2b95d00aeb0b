/** Who looked at what is masked, what was said of how long the case is kept, and to which desk it went: one sentence each. */
import {
  isReferralEvent,
  isRetentionEvent,
  isRightEvent,
  type Case,
  type ReferralEvent,
  type RetentionEvent,
  type RightEvent,
  type TimelineRow,
} from "@answerable/casework";

import { Sentence } from "../../parts/Words.tsx";
import { ReferralHappened } from "./Referrals.tsx";

type What = RetentionEvent | RightEvent | ReferralEvent;

export function isShownOrKept(what: TimelineRow["what"]): what is What {
  return isRetentionEvent(what) || isRightEvent(what) || isReferralEvent(what);
}

export function ShownOrKept({ what, file }: { readonly what: What; readonly file: Case }) {
  switch (what.type) {
    case "HotFieldShown":
      return <Sentence id="event.HotFieldShown" values={{ field: what.field }} />;
    case "CaseKept":
      return <Sentence id="event.CaseKept" values={{ reason: what.reason }} />;
    case "ExpiryProposed":
    case "ExpiryTakenBack":
    case "CaseShredded":
      return <Sentence id={`event.${what.type}`} />;
    case "CaseReferred":
    case "CaseReceived":
    case "CaseSentBack":
    case "CaseCameBack":
      return <ReferralHappened what={what} file={file} />;
  }
}
