/**
 * "Same origin?": what only looks like one source, one pair after another. A person decides, with a reason; it is remembered, and can be
 * taken back. Keys: j and k move, l one origin, n not one.
 */
import type { ClaimId, FolderId, LedgerEvent, SameOriginRow } from "@answerable/casework";
import { useEffect, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer } from "../../app/desk.tsx";
import { hashOf } from "../../app/route.ts";
import { useLang } from "../../app/vocab.ts";
import { latinKey } from "../../parts/layout.ts";
import { Line } from "../../parts/Line.tsx";
import { isWriting } from "../../parts/move-on.ts";
import { Deeds, useDeeds } from "../casefile/Deeds.tsx";

export function SameOrigins({ file }: { readonly file: FolderId }) {
  const intl = useIntl();
  const lang = useLang();
  const deeds = useDeeds();
  const answer = useAnswer({ type: "SameOrigins", case: file, lang });
  const [at, setAt] = useState(0);
  const [reason, setReason] = useState("");
  const found = answer?.type === "Here" ? answer.found : undefined;
  const open = found?.open ?? [];
  const pair = open[Math.min(at, open.length - 1)];
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

  const newest = useRef({ pair, decide, count: open.length });
  useEffect(() => {
    newest.current = { pair, decide, count: open.length };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isWriting(document.activeElement)) return;
      const { pair: now, decide: tell, count } = newest.current;
      const key = event.key.length === 1 ? latinKey(event.key) : event.key;
      if (key === "j" || key === "ArrowDown") setAt((before) => Math.min(Math.max(0, count - 1), before + 1));
      else if (key === "k" || key === "ArrowUp") setAt((before) => Math.max(0, before - 1));
      else if (key === "l" && now) void tell(now, true);
      else if (key === "n" && now) void tell(now, false);
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

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
      {!pair && (
        <p className="empty large">
          <FormattedMessage id="ledger.same.none" />
        </p>
      )}
      {pair && (
        <section
          aria-label={intl.formatMessage(
            { id: "review.pair" },
            { at: Math.min(at, open.length - 1) + 1, count: open.length },
          )}
        >
          <p role="status">
            <FormattedMessage
              id="review.pair"
              values={{ at: Math.min(at, open.length - 1) + 1, count: open.length }}
            />
            {" · "}
            <a href={hashOf({ page: "ledger", file, room: { at: "incident", incident: pair.incident } })}>
              {pair.label}
            </a>
          </p>
          <p>
            <b>
              {intl.formatList(
                pair.because.map((why) => intl.formatMessage({ id: `ledger.because.${why}` })),
              )}
            </b>
          </p>
          <Pair pair={pair} />
          <Line label={intl.formatMessage({ id: "ledger.reason" })} value={reason} onWrite={setReason} />
          <div className="case-acts review-acts">
            <button type="button" className="button" data-look="seal" onClick={() => void decide(pair, true)}>
              <FormattedMessage id="ledger.same.yes" /> <kbd>l</kbd>
            </button>
            <button type="button" className="button" onClick={() => void decide(pair, false)}>
              <FormattedMessage id="ledger.same.no" /> <kbd>n</kbd>
            </button>
            <button
              type="button"
              className="button"
              data-look="plain"
              onClick={() => setAt(Math.max(0, at - 1))}
            >
              <FormattedMessage id="review.before" /> <kbd>k</kbd>
            </button>
            <button
              type="button"
              className="button"
              data-look="plain"
              onClick={() => setAt(Math.min(open.length - 1, at + 1))}
            >
              <FormattedMessage id="review.after" /> <kbd>j</kbd>
            </button>
          </div>
        </section>
      )}
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
