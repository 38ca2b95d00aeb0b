/**
 * "Same origin?": what only looks like one source, one pair after another. A person decides, with a reason; it is remembered, and can be
 * taken back. Keys: j and k move, l one origin, n not one.
 */
import type { ClaimId, FolderId, LedgerEvent, SameOriginRow } from "@answerable/casework";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer } from "../../app/desk.tsx";
import { hashOf } from "../../app/route.ts";
import { useLang } from "../../app/vocab.ts";
import { Line } from "../../parts/Line.tsx";
import { Deeds, useDeeds } from "../casefile/Deeds.tsx";
import { OneByOne, type Act } from "../same/OneByOne.tsx";

export function SameOrigins({ file }: { readonly file: FolderId }) {
  const intl = useIntl();
  const lang = useLang();
  const deeds = useDeeds();
  const answer = useAnswer({ type: "SameOrigins", case: file, lang });
  const [reason, setReason] = useState("");
  const found = answer?.type === "Here" ? answer.found : undefined;
  const open = found?.open ?? [];
  const name = answer?.type === "Here" ? answer.name : "";

  const enter = (entry: LedgerEvent) =>
    deeds.run({ type: "EnterInLedger", case: file, name, entries: [entry] });
  async function decide(one: SameOriginRow, isSame: boolean): Promise<void> {
    // Without words of her own, what the pair was proposed for stands as the reason.
    const because = intl.formatList(
      one.because.map((why) => intl.formatMessage({ id: `ledger.because.${why}` })),
    );
    const done = await enter({
      type: isSame ? "OriginsJoined" : "OriginsHeldApart",
      claim: one.left.claim as ClaimId, // as the ledger gave them
      with: [one.right.claim as ClaimId],
      reason: reason.trim() || intl.formatMessage({ id: "ledger.same.reason" }, { because }),
    });
    if (done) setReason("");
  }
  const takeBack = (one: SameOriginRow) =>
    enter({
      type: "OriginsReopened",
      claim: one.left.claim as ClaimId, // as above
      with: [one.right.claim as ClaimId],
    });

  const acts: readonly Act<SameOriginRow>[] = [
    { key: "l", does: "ledger.same.yes", say: (one) => void decide(one, true) },
    { key: "n", does: "ledger.same.no", say: (one) => void decide(one, false) },
  ];

  if (!answer) return null;
  if (!found)
    return (
      <p className="empty large">
        <FormattedMessage id="ledger.file.Unknown" />
      </p>
    );
  return (
    <article className="case same-origins">
      <header className="case-head">
        <p className="incident-way">
          <a href={hashOf({ page: "ledger", file, room: { at: "list" } })}>{name}</a>
        </p>
        <h1>
          <FormattedMessage id="ledger.same" />
        </h1>
        <p className="says">
          <FormattedMessage id="ledger.same.says" values={{ count: open.length }} />
        </p>
      </header>
      <Deeds deeds={deeds} />
      <OneByOne
        pairs={open}
        acts={acts}
        none="ledger.same.none"
        renderFrom={(pair) => (
          <a href={hashOf({ page: "ledger", file, room: { at: "incident", incident: pair.incident } })}>
            {pair.label}
          </a>
        )}
      >
        {(pair) => (
          <>
            <p>
              <b>
                {intl.formatList(
                  pair.because.map((why) => intl.formatMessage({ id: `ledger.because.${why}` })),
                )}
              </b>
            </p>
            <Pair pair={pair} />
            <Line label={intl.formatMessage({ id: "ledger.reason" })} value={reason} onWrite={setReason} />
          </>
        )}
      </OneByOne>
      {found.decided.length > 0 && (
        <section className="part" aria-labelledby="same-decided">
          <h2 id="same-decided">
            <FormattedMessage id="ledger.same.decided" values={{ count: found.decided.length }} />
          </h2>
          <ul className="same-decided">
            {found.decided.map((one) => (
              <li key={`${one.left.claim} ${one.right.claim}`}>
                <p>
                  <b>
                    <FormattedMessage id={one.decided?.isSame ? "ledger.same.yes" : "ledger.same.no"} />
                  </b>
                  {one.decided && one.decided.reason !== "" && `: ${one.decided.reason}`}
                </p>
                <Pair pair={one} />
                <button type="button" className="button small" onClick={() => void takeBack(one)}>
                  <FormattedMessage id="ledger.same.takeBack" />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

function Pair({ pair }: { readonly pair: SameOriginRow }) {
  return (
    <div className="origin-pair">
      {[pair.left, pair.right].map((side) => (
        <div key={side.claim}>
          <p className="claim-words">{side.text}</p>
          <p className="claim-who">
            {side.voices.length === 0 ? (
              <FormattedMessage id="ledger.originUnknown" />
            ) : (
              side.voices.join(" → ")
            )}
          </p>
        </div>
      ))}
    </div>
  );
}
