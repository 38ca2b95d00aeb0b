/** What may be done with a claim: put right, retracted, discounted, or, while nobody speaks of it, taken out. Each says what rests on it. */
import type { ClaimId, FolderId, LedgerEvent, ShownClaim } from "@answerable/casework";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { hashOf } from "../../app/route.ts";
import { Line } from "../../parts/Line.tsx";
import { Deeds, useDeeds } from "../casefile/Deeds.tsx";

export function ClaimDeeds({
  claim,
  file,
  name,
}: {
  readonly claim: ShownClaim;
  readonly file: FolderId;
  readonly name: string;
}) {
  const intl = useIntl();
  const deeds = useDeeds();
  const [open, setOpen] = useState<"retract" | "discount" | "stands">();
  const [reason, setReason] = useState("");
  const id = claim.id as ClaimId; // as the ledger gave it
  const { soundness } = claim;
  // Somebody is asked: what it rests on was put right.
  const after = soundness.type === "RestsOnCorrected" ? soundness.by : undefined;
  const isOut = claim.soundness.type === "Retracted" || claim.soundness.type === "Discounted";

  function written(reason: string): LedgerEvent {
    if (open === "stands" && after !== undefined) return { type: "ClaimStands", claim: id, after, reason };
    const type = open === "discount" ? "ClaimDiscounted" : "ClaimRetracted";
    return { type, claim: id, reason };
  }
  async function enter(entry: LedgerEvent): Promise<void> {
    const done = await deeds.run({ type: "EnterInLedger", case: file, name, entries: [entry] });
    if (!done) return;
    setOpen(undefined);
    setReason("");
  }
  return (
    <details className="claim-deeds" open={after !== undefined}>
      <summary>
        <FormattedMessage id="ledger.deeds" />
      </summary>
      <p className="claim-acts">
        <a
          className="button small"
          href={hashOf({ page: "ledger", file, room: { at: "enter", corrects: claim.id } })}
        >
          <FormattedMessage id="ledger.correct" />
        </a>
        {!isOut &&
          ([...(after === undefined ? [] : ["stands" as const]), "retract", "discount"] as const).map(
            (one) => (
              <button
                key={one}
                type="button"
                className="button small"
                aria-expanded={open === one}
                onClick={() => setOpen(open === one ? undefined : one)}
              >
                <FormattedMessage id={`ledger.${one}`} />
              </button>
            ),
          )}
        {claim.isStrikable && !isOut && (
          <button
            type="button"
            className="button small"
            onClick={() => void enter({ type: "ClaimStruck", claim: id })}
          >
            <FormattedMessage id="ledger.strike" />
          </button>
        )}
      </p>
      {open && (
        <form
          className="claim-reason"
          onSubmit={(event) => {
            event.preventDefault();
            const why = reason.trim();
            if (why === "") return;
            void enter(written(why));
          }}
        >
          <p className="says">
            <FormattedMessage id={`ledger.${open}.says`} values={{ resting: claim.resting }} />
          </p>
          <Line
            label={intl.formatMessage({ id: "ledger.reason" })}
            value={reason}
            onWrite={setReason}
            isFirst
          />
          <button type="submit" className="button" data-look="seal" disabled={reason.trim() === ""}>
            <FormattedMessage id={`ledger.${open}`} />
          </button>
        </form>
      )}
      <Deeds deeds={deeds} />
    </details>
  );
}
