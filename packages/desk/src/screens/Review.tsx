/**
 * The reviewer's list: two reports side by side, one pair after another, and the pass that finds more. It proposes; only
 * a person links. Keys: j and k move, l the same, n not the same, ? unsure, z takes the last one back.
 */
import { standingLinks, type CaseId, type Verdict } from "@answerable/casework";
import type { ReviewPair } from "@answerable/replica";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer, usePage } from "../app/desk.tsx";
import { useFreeKey } from "../parts/useFreeKeys.ts";
import { Deeds, useDeeds } from "./casefile/Deeds.tsx";
import { OneByOne, type Act } from "./same/OneByOne.tsx";
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
  /** What one key said, each time: in one folder, or in both. A promise, so that z means something from the key on. */
  const [settled, setSettled] = useState<readonly Promise<readonly Settled[]>[]>([]);

  async function settle(one: ReviewPair, verdict: Verdict): Promise<void> {
    const said = say(one, verdict);
    setSettled((before) => [...before, said]);
    const links = await said;
    if (links.length === 0) setSettled((before) => before.filter((each) => each !== said));
  }

  async function say(one: ReviewPair, verdict: Verdict): Promise<readonly Settled[]> {
    const [a, b] = [one.a.case, one.b.case];
    const said = { type: "LinkSoldier", verdict, why: "", strip: one.reasons } as const;
    // Where the other case says otherwise of the two, its word is set aside too, or the clash would stay.
    const there = await office.ask({ type: "CaseFile", case: b });
    const isClash =
      there.type === "Here" &&
      standingLinks(there.case.links).some((link) => link.other === a && link.verdict !== verdict);
    if (!(await deeds.run({ ...said, case: a, other: b }))) return [];
    if (!isClash) return [{ case: a, other: b }];
    await deeds.run({ ...said, case: b, other: a });
    return [
      { case: a, other: b },
      { case: b, other: a },
    ];
  }

  async function takeBack(): Promise<void> {
    const last = settled.at(-1);
    if (!last) return;
    setSettled((before) => before.slice(0, -1));
    for (const said of await last) {
      const file = await office.ask({ type: "CaseFile", case: said.case });
      if (file.type !== "Here") continue;
      const link = standingLinks(file.case.links).findLast((one) => one.other === said.other);
      if (link) await deeds.run({ type: "RetractLink", case: said.case, link: link.id, reason: "" });
    }
  }
  useFreeKey("z", settled.length > 0 ? () => void takeBack() : undefined);

  const acts: readonly Act<ReviewPair>[] = [
    { key: "l", does: "matches.link", say: (one) => void settle(one, "same") },
    { key: "n", does: "matches.different", say: (one) => void settle(one, "different") },
    { key: "?", does: "matches.unsure", say: (one) => void settle(one, "unsure") },
  ];

  return (
    <article className="case review">
      <header className="case-head">
        <h1>
          <FormattedMessage id="review.title" values={{ count: answer?.total ?? 0 }} />
        </h1>
        {answer && <Pass pass={answer.pass} />}
      </header>
      <Deeds deeds={deeds} />
      {answer && (
        <OneByOne
          pairs={answer.pairs}
          acts={acts}
          none="review.none"
          renderFrom={(pair) => (
            <b>
              <FormattedMessage id={`review.from.${pair.from}`} />
            </b>
          )}
        >
          {(pair) => (
            <>
              <SideBySide pair={pair} />
              <p className="says">
                <b>
                  <FormattedMessage id={`match.proposed.${pair.proposed}`} />
                </b>
                {pair.reasons.length > 0 && `: ${reasonsInWords(pair.reasons, intl)}`}
              </p>
              <Strip strip={pair.strip} />
            </>
          )}
        </OneByOne>
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
