/**
 * A list that goes out: of what, which columns, to whom and why; how its first rows will look; and what went out before. Fifty rows
 * one may take alone; more are asked for, and another allows them. What is masked at the desk is masked in the file.
 */
import { overviewPeriods, outShapes, outSources, ROWS_ALONE, type OutListWish } from "@answerable/casework";
import { rosterLists, type OutListRow } from "@answerable/replica";
import { useMemo, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer, usePage } from "../app/desk.tsx";
import { useSlip } from "../app/slips.tsx";
import { Line } from "../parts/Line.tsx";
import { Deeds, useDeeds } from "./casefile/Deeds.tsx";
import { OutColumns } from "./outlist/OutColumns.tsx";
import { OutLog } from "./outlist/OutLog.tsx";
import { useOutTable, type OutWhat } from "./outlist/useOutTable.ts";
import type { RosterPlace } from "./Roster.tsx";

export function OutList({ of, place }: { readonly of: OutListWish["of"]; readonly place: RosterPlace }) {
  const intl = useIntl();
  const { reading, save } = usePage();
  const known = useAnswer({ type: "OutLists" });
  const deeds = useDeeds();
  const [what, setWhat] = useState<OutWhat>({
    of,
    part: of === "roster" ? place.list : of === "overview" ? "today" : "",
    text: of === "roster" ? place.text : "",
  });
  const { words, write, drop } = useSlip("out", { to: "", reason: "" });
  const [as, setAs] = useState<(typeof outShapes)[number]>("xlsx");
  const [chosen, setChosen] = useState<readonly string[]>();
  /** The columns of a list that somebody asked for. */
  const [looking, setLooking] = useState<OutListRow>();
  const [isMaking, setMaking] = useState(false);
  const usual = useOutTable(what, chosen ?? []);
  const columns = useMemo(
    () => chosen ?? usual.columns.filter(({ use }) => use === "usual").map(({ id }) => id),
    [chosen, usual.columns],
  );
  const table = useOutTable(what, columns);
  const total = table.total ?? 0;
  const isLong = total > ROWS_ALONE;
  const isReady = total > 0 && columns.length > 0 && words.to.trim() !== "" && words.reason.trim() !== "";

  function turnTo(next: OutWhat, ids?: readonly string[]): void {
    setWhat(next);
    setChosen(ids);
  }
  async function goOut(): Promise<void> {
    if (!isReady || isMaking || !known) return;
    setMaking(true);
    try {
      const wish = { ...what, columns, ...words, case: known.shift };
      if (isLong) {
        if (await deeds.run({ type: "AskListOut", ...wish, rows: total })) drop();
        return;
      }
      const whole = await table.whole();
      const { bytes, plain } = await reading.write(as, whole);
      const said = await deeds.run({ type: "TakeShortListOut", ...wish, rows: whole.rows.length, as, plain });
      if (!said) return;
      save(fileName(as), mime[as], bytes);
      drop();
    } finally {
      setMaking(false);
    }
  }

  if (known && !known.mayTake && !known.mayAllow)
    return (
      <article className="incoming">
        <h1>
          <FormattedMessage id="out.title" />
        </h1>
        <p className="empty large">
          <FormattedMessage id="out.notYours" />
        </p>
      </article>
    );
  return (
    <article className="incoming out">
      <h1>
        <FormattedMessage id="out.title" />
      </h1>
      <p className="says">
        <FormattedMessage id="out.says" values={{ count: ROWS_ALONE }} />
      </p>
      {looking && (
        <p role="status" className="out-looking">
          <FormattedMessage
            id="out.looking"
            values={{ rows: looking.rows, to: looking.to, reason: looking.reason }}
          />
        </p>
      )}
      <div className="choices" role="group" aria-label={intl.formatMessage({ id: "out.of" })}>
        {outSources.map((one) => (
          <button
            key={one}
            type="button"
            className="choice"
            aria-pressed={what.of === one}
            onClick={() =>
              turnTo({
                of: one,
                part: one === "roster" ? "all" : one === "overview" ? "today" : "",
                text: "",
              })
            }
          >
            <FormattedMessage id={`out.of.${one}`} />
          </button>
        ))}
      </div>
      {what.of === "roster" && (
        <div className="out-what">
          <label className="incoming-choice">
            <FormattedMessage id="roster.lists" />
            <select
              value={what.part}
              onChange={(event) => turnTo({ ...what, part: event.target.value }, chosen)}
            >
              {rosterLists.map((one) => (
                <option key={one} value={one}>
                  {intl.formatMessage({ id: `list.${one}` })}
                </option>
              ))}
            </select>
          </label>
          <Line
            label={intl.formatMessage({ id: "roster.search" })}
            value={what.text}
            onWrite={(text) => turnTo({ ...what, text }, chosen)}
          />
        </div>
      )}
      {what.of === "overview" && (
        <label className="incoming-choice">
          <FormattedMessage id="overview.period" />
          <select
            value={what.part}
            onChange={(event) => turnTo({ ...what, part: event.target.value }, chosen)}
          >
            {overviewPeriods.map((one) => (
              <option key={one} value={one}>
                {intl.formatMessage({ id: `overview.${one}` })}
              </option>
            ))}
          </select>
        </label>
      )}
      <OutColumns
        columns={table.columns}
        chosen={columns}
        onChoose={setChosen}
        look={table.look}
        total={table.total}
      />
      {known?.mayTake && (
        <form
          className="out-form"
          onSubmit={(event) => {
            event.preventDefault();
            void goOut();
          }}
        >
          <Line
            label={intl.formatMessage({ id: "out.to" })}
            value={words.to}
            onWrite={(to) => write({ to })}
          />
          <Line
            label={intl.formatMessage({ id: "out.reason" })}
            says={intl.formatMessage({ id: "out.reason.says" })}
            value={words.reason}
            onWrite={(reason) => write({ reason })}
          />
          <fieldset className="out-shapes">
            <legend>
              <FormattedMessage id="out.as" />
            </legend>
            {outShapes.map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name="as"
                  autoComplete="off"
                  checked={as === one}
                  onChange={() => setAs(one)}
                />
                <FormattedMessage id={`out.as.${one}`} />
              </label>
            ))}
          </fieldset>
          <p className="inline-acts">
            <button type="submit" className="button" data-look="seal" disabled={!isReady || isMaking}>
              <FormattedMessage id={isLong ? "out.ask" : "out.take"} values={{ count: total }} />
            </button>
          </p>
        </form>
      )}
      <Deeds deeds={deeds} />
      {known && (
        <OutLog
          known={known}
          deeds={deeds}
          as={as}
          onLook={(list) => {
            setLooking(list);
            scrollTo(0, 0);
            turnTo({ of: list.of, part: list.part, text: list.text }, list.columns);
          }}
        />
      )}
    </article>
  );
}

export const mime = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
} as const;

/** Says nothing of what is in it. */
export function fileName(as: keyof typeof mime): string {
  return `list.${as}`;
}
