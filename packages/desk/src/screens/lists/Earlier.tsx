/** Lists that came in before, by anyone, and the way to take one back whole. */
import type { CardList, Refusal } from "@answerable/casework";
import type { OfficeRefusal } from "@answerable/replica";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useClock, usePage } from "../../app/desk.tsx";
import { When } from "../../app/moments.tsx";
import { Line } from "../../parts/Line.tsx";
import { Refused } from "../../parts/Refused.tsx";
import { MemberName } from "../casefile/Said.tsx";

/** `left`: cases that could not be had when a list was just taken back. */
export function Earlier({ lists, left }: { readonly lists: readonly CardList[]; readonly left: number }) {
  const now = useClock(60);
  const [asked, setAsked] = useState<CardList["list"]>();
  return (
    <section className="incoming-earlier" aria-labelledby="lists-earlier">
      <h2 id="lists-earlier">
        <FormattedMessage id="lists.earlier" />
      </h2>
      {left > 0 && (
        <p role="status">
          <FormattedMessage id="lists.takeBack.left" values={{ count: left }} />
        </p>
      )}
      {lists.length === 0 && (
        <p className="empty">
          <FormattedMessage id="lists.earlier.none" />
        </p>
      )}
      <ul>
        {lists.map((one) => (
          <li key={one.list}>
            <p>
              <strong>{one.name}</strong>{" "}
              <FormattedMessage
                id="lists.earlier.by"
                values={{ who: <MemberName member={one.by} />, when: <When at={one.at} now={now} /> }}
              />
            </p>
            <p className="says">
              {one.takenBack ? (
                <FormattedMessage
                  id="lists.earlier.back"
                  values={{
                    who: <MemberName member={one.takenBack.by} />,
                    when: <When at={one.takenBack.at} now={now} />,
                  }}
                />
              ) : one.done ? (
                <FormattedMessage id="lists.earlier.done" values={{ ...one.done, lines: one.lines }} />
              ) : (
                <FormattedMessage id="lists.earlier.broken" values={{ lines: one.lines }} />
              )}
            </p>
            {!one.takenBack &&
              (asked === one.list ? (
                <TakeBack list={one.list} onDone={() => setAsked(undefined)} />
              ) : (
                <button type="button" className="button" data-look="plain" onClick={() => setAsked(one.list)}>
                  <FormattedMessage id="lists.takeBack" />
                </button>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function TakeBack({ list, onDone }: { readonly list: CardList["list"]; readonly onDone: () => void }) {
  const intl = useIntl();
  const { office } = usePage();
  const [reason, setReason] = useState("");
  const [refused, setRefused] = useState<Refusal | OfficeRefusal>();
  async function takeBack(): Promise<void> {
    const said = await office.sayOfList({ type: "TakeBack", list, reason });
    setRefused(said.ok ? undefined : said.refusal);
    if (said.ok) onDone();
  }
  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        void takeBack();
      }}
    >
      <Line
        label={intl.formatMessage({ id: "lists.takeBack.why" })}
        says={intl.formatMessage({ id: "lists.takeBack.says" })}
        value={reason}
        onWrite={setReason}
        isFirst
      />
      <button type="submit" className="button">
        <FormattedMessage id="lists.takeBack" />
      </button>
      {refused && <Refused refusal={refused} />}
    </form>
  );
}
