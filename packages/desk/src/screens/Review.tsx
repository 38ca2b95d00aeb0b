/**
 * The reviewer's list: two reports side by side, one pair after another, and the pass that finds more. It proposes; only
 * a person links. Keys: j and k move, l the same, n not the same, ? unsure, z takes the last one back.
 */
import { standingLinks, type CaseId, type Verdict } from "@answerable/casework";
import type { ReviewPair } from "@answerable/replica";
import { useEffect, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer, usePage } from "../app/desk.tsx";
import { latinKey } from "../parts/layout.ts";
import { isWriting } from "../parts/move-on.ts";
import { useFreeKey } from "../parts/useFreeKey.ts";
import { Deeds, useDeeds } from "./casefile/Deeds.tsx";
import { Pass } from "./same/Pass.tsx";
import { reasonsInWords } from "./same/reasons.ts";
import { SideBySide } from "./same/SideBySide.tsx";
import { Strip } from "./same/Strip.tsx";

const PAGE = 30;

interface Settled {
  readonly case: CaseId;
  readonly other: CaseId;
}

export function Review() {
  const intl = useIntl();
  const { office } = usePage();
  const deeds = useDeeds();
  const answer = useAnswer({ type: "Review", from: 0, count: PAGE });
  const [at, setAt] = useState(0);
  /** What one key said, each time: in one folder, or in both. */
  const [settled, setSettled] = useState<readonly (readonly Settled[])[]>([]);
  const pairs = answer?.pairs ?? [];
  const pair = pairs[Math.min(at, pairs.length - 1)];

  async function say(one: ReviewPair, verdict: Verdict): Promise<void> {
    const [a, b] = [one.a.case, one.b.case];
    const said = { type: "LinkSoldier", verdict, why: "", strip: one.reasons } as const;
    // Where the other case says otherwise of the two, its word is set aside too, or the clash would stay.
    const there = await office.ask({ type: "CaseFile", case: b });
    const isClash =
      there.type === "Here" &&
      standingLinks(there.case.links).some((link) => link.other === a && link.verdict !== verdict);
    const done = await deeds.run({ ...said, case: a, other: b });
    if (!done) return;
    const both = isClash ? [{ case: b, other: a }] : [];
    setSettled((before) => [...before, [{ case: a, other: b }, ...both]]);
    if (isClash) await deeds.run({ ...said, case: b, other: a });
  }

  async function takeBack(): Promise<void> {
    const last = settled.at(-1);
    if (!last) return;
    setSettled((before) => before.slice(0, -1));
    for (const said of last) {
      const file = await office.ask({ type: "CaseFile", case: said.case });
      if (file.type !== "Here") continue;
      const link = standingLinks(file.case.links).findLast((one) => one.other === said.other);
      if (link) await deeds.run({ type: "RetractLink", case: said.case, link: link.id, reason: "" });
    }
  }
  useFreeKey("z", settled.length > 0 ? () => void takeBack() : undefined);

  const newest = useRef({ pair, say, count: pairs.length });
  useEffect(() => {
    newest.current = { pair, say, count: pairs.length };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isWriting(document.activeElement)) return;
      const { pair: now, say: tell, count } = newest.current;
      const key = event.key === "?" ? "?" : event.key.length === 1 ? latinKey(event.key) : event.key;
      if (key === "j" || key === "ArrowDown") setAt((before) => Math.min(count - 1, before + 1));
      else if (key === "k" || key === "ArrowUp") setAt((before) => Math.max(0, before - 1));
      else if (key === "l" && now) void tell(now, "same");
      else if (key === "n" && now) void tell(now, "different");
      else if (key === "?" && now) void tell(now, "unsure");
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

  return (
    <article className="case review">
      <header className="case-head">
        <h1>
          <FormattedMessage id="review.title" values={{ count: answer?.total ?? 0 }} />
        </h1>
        {answer && <Pass pass={answer.pass} />}
      </header>
      <Deeds deeds={deeds} />
      {answer && !pair && (
        <p className="empty large">
          <FormattedMessage id="review.none" />
        </p>
      )}
      {pair && (
        <section
          aria-label={intl.formatMessage(
            { id: "review.pair" },
            { at: Math.min(at, pairs.length - 1) + 1, count: pairs.length },
          )}
        >
          <p className="says" role="status">
            <FormattedMessage
              id="review.pair"
              values={{ at: Math.min(at, pairs.length - 1) + 1, count: pairs.length }}
            />
            {" · "}
            <b>
              <FormattedMessage id={`review.from.${pair.from}`} />
            </b>
          </p>
          <SideBySide pair={pair} />
          <p className="says">
            <b>
              <FormattedMessage id={`match.proposed.${pair.proposed}`} />
            </b>
            {pair.reasons.length > 0 && `: ${reasonsInWords(pair.reasons, intl)}`}
          </p>
          <Strip strip={pair.strip} />
          <div className="case-acts review-acts">
            <button type="button" className="button" data-look="seal" onClick={() => void say(pair, "same")}>
              <FormattedMessage id="matches.link" /> <kbd>l</kbd>
            </button>
            <button type="button" className="button" onClick={() => void say(pair, "different")}>
              <FormattedMessage id="matches.different" /> <kbd>n</kbd>
            </button>
            <button type="button" className="button" onClick={() => void say(pair, "unsure")}>
              <FormattedMessage id="matches.unsure" /> <kbd>?</kbd>
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
              onClick={() => setAt(Math.min(pairs.length - 1, at + 1))}
            >
              <FormattedMessage id="review.after" /> <kbd>j</kbd>
            </button>
          </div>
        </section>
      )}
      {settled.length > 0 && (
        <p>
          <button type="button" className="button" data-look="plain" onClick={() => void takeBack()}>
            <FormattedMessage id="same.takeBackLast" /> <kbd>z</kbd>
          </button>
        </p>
      )}
    </article>
  );
}
