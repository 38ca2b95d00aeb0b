/** From a case to the ledger: what was told on a call becomes a claim. Shown where there is a claims file to enter it in. */
import type { CaseId } from "@answerable/casework";
import { FormattedMessage } from "react-intl";

import { useAnswer } from "../../app/desk.tsx";
import { hashOf } from "../../app/route.ts";

const files = { type: "ClaimsFiles" } as const;

export function LedgerLink({ case: of }: { readonly case: CaseId }) {
  const [file] = useAnswer(files)?.files ?? [];
  if (!file) return null;
  return (
    <a
      className="button"
      data-look="plain"
      href={hashOf({ page: "ledger", file: file.case, room: { at: "enter", from: of } })}
    >
      <FormattedMessage id="ledger.fromCase" />
    </a>
  );
}
