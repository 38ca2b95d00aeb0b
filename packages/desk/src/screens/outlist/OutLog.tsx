/** What was asked for and what went out: who, when, to whom, why, how much, and by which file it is known again. */
import type { OutListRow, OutListsAnswer } from "@answerable/replica";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useClock, usePage, useStatus } from "../../app/desk.tsx";
import { When } from "../../app/moments.tsx";
import { hexOf } from "../../parts/hex.ts";
import { Line } from "../../parts/Line.tsx";
import type { DeedsOf } from "../casefile/Deeds.tsx";
import { MemberName } from "../casefile/Said.tsx";
import { fileName, mime } from "../OutList.tsx";
import { queueColumns, overviewColumns, rosterColumns } from "./columns.ts";
import { useOutTable } from "./useOutTable.ts";

interface Given {
  readonly known: OutListsAnswer;
  readonly deeds: DeedsOf;
  readonly as: keyof typeof mime;
  readonly onLook: (list: OutListRow) => void;
}

export function OutLog({ known, ...rest }: Given) {
  return (
    <section className="incoming-earlier" aria-labelledby="out-log">
      <h2 id="out-log">
        <FormattedMessage id="out.log" />
      </h2>
      {known.lists.length === 0 && (
        <p className="empty">
          <FormattedMessage id="out.log.none" />
        </p>
      )}
      <ul>
        {known.lists.map((list) => (
          <Entry key={list.id} list={list} mayAllow={known.mayAllow} {...rest} />
        ))}
      </ul>
    </section>
  );
}

const words = { roster: rosterColumns, queue: queueColumns, overview: overviewColumns } as const;

function Entry({
  list,
  mayAllow,
  deeds,
  as,
  onLook,
}: Omit<Given, "known"> & { readonly list: OutListRow; readonly mayAllow: boolean }) {
  const intl = useIntl();
  const { me } = useStatus();
  const { reading, save } = usePage();
  const now = useClock(60);
  const table = useOutTable(list, list.columns);
  const [isAsked, setAsked] = useState(false);
  const [reason, setReason] = useState("");
  const isMine = list.by === me?.member;
  const isWaiting = list.answer === undefined && list.taken.length === 0;
  const columns = words[list.of].flatMap(({ id, label }) =>
    list.columns.includes(id) ? [intl.formatMessage({ id: label })] : [],
  );

  async function take(): Promise<void> {
    const whole = await table.whole();
    const { bytes, plain } = await reading.write(as, whole);
    const { folder, id } = list;
    const said = { type: "TakeListOut", case: folder, list: id, rows: whole.rows.length, as, plain } as const;
    if (await deeds.run(said)) save(fileName(as), mime[as], bytes);
  }
  const answer = (isAllowed: boolean) =>
    deeds.run({ type: "AnswerListOut", case: list.folder, list: list.id, isAllowed, reason });

  return (
    <li>
      <p>
        <strong>
          <FormattedMessage id={`out.of.${list.of}`} />
        </strong>{" "}
        <FormattedMessage
          id="out.log.by"
          values={{
            who: <MemberName member={list.by} />,
            when: <When at={list.at} now={now} />,
            rows: list.rows,
            to: list.to,
            reason: list.reason,
          }}
        />
      </p>
      <p className="says">{columns.join(" · ")}</p>
      {list.answer && (
        <p className="says">
          <FormattedMessage
            id={list.answer.isAllowed ? "out.log.allowed" : "out.log.refused"}
            values={{
              who: <MemberName member={list.answer.by} />,
              when: <When at={list.answer.at} now={now} />,
              reason: list.answer.reason,
            }}
          />
        </p>
      )}
      {list.taken.map((one) => (
        <p key={one.at} className="says">
          <FormattedMessage
            id="out.log.taken"
            values={{
              who: <MemberName member={one.by} />,
              when: <When at={one.at} now={now} />,
              rows: one.rows,
              as: intl.formatMessage({ id: `out.as.${one.as}` }),
            }}
          />{" "}
          <code>{hexOf(one.plain)}</code>
        </p>
      ))}
      {isWaiting && (
        <p className="says">
          <FormattedMessage id="out.log.waits" />
        </p>
      )}
      <p className="inline-acts">
        {isWaiting && !isMine && mayAllow && (
          <>
            <button type="button" className="button" data-look="plain" onClick={() => onLook(list)}>
              <FormattedMessage id="out.lookAt" />
            </button>
            <button type="button" className="button" data-look="seal" onClick={() => void answer(true)}>
              <FormattedMessage id="out.allow" values={{ count: list.rows }} />
            </button>
            <button type="button" className="button" onClick={() => setAsked(true)}>
              <FormattedMessage id="out.refuse" />
            </button>
          </>
        )}
        {list.isAllowed && isMine && (
          <button type="button" className="button" data-look="seal" onClick={() => void take()}>
            <FormattedMessage id="out.take" values={{ count: table.total ?? list.rows }} />
          </button>
        )}
      </p>
      {isAsked && isWaiting && (
        <form
          className="inline-form"
          onSubmit={(event) => {
            event.preventDefault();
            void answer(false);
          }}
        >
          <Line
            label={intl.formatMessage({ id: "out.refuse.why" })}
            value={reason}
            onWrite={setReason}
            isFirst
          />
          <button type="submit" className="button">
            <FormattedMessage id="out.refuse" />
          </button>
        </form>
      )}
    </li>
  );
}
