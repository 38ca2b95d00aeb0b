/** The letters of a list, one under the other: who is in danger first, then whoever has waited longest. */
import type { DropId } from "@answerable/casework";
import type { InboxRow } from "@answerable/replica";
import { useEffect, useRef } from "react";
import { FormattedMessage } from "react-intl";

import { Label, relations } from "../../app/vocab.ts";
import { DayOf } from "../casefile/LetterHappened.tsx";

interface Given {
  readonly rows: readonly InboxRow[];
  readonly chosen: DropId | undefined;
  readonly choose: (at: number) => void;
}

export function LetterRows({ rows, chosen, choose }: Given) {
  return (
    <ol className="letter-rows">
      {rows.map((row, at) => (
        <Row key={row.drop} row={row} isChosen={row.drop === chosen} onChoose={() => choose(at)} />
      ))}
    </ol>
  );
}

function Row({
  row,
  isChosen,
  onChoose,
}: {
  readonly row: InboxRow;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) place.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  const facts = [row.birth, row.unit, row.region].filter((text) => text.trim() !== "");
  return (
    <li ref={place}>
      <button
        type="button"
        className="letter-row"
        aria-current={isChosen ? "true" : undefined}
        data-danger={row.danger}
        onClick={onChoose}
      >
        <span className="letter-row-top">
          <bdi className="name">
            {row.state === "open" ? (
              row.name === "" ? (
                <FormattedMessage id="roster.noName" />
              ) : (
                row.name
              )
            ) : (
              <FormattedMessage id={`inbox.state.${row.state}`} />
            )}
          </bdi>
          <small>
            <DayOf day={row.day} />
          </small>
        </span>
        {(row.danger !== "unknown" || row.match || row.isAddition || row.about || row.files > 0) && (
          <span className="letter-row-marks">
            {row.danger !== "unknown" && (
              <b>
                <FormattedMessage id={`inbox.danger.${row.danger}`} />
              </b>
            )}
            {row.about !== undefined && (
              <span>
                <FormattedMessage id="inbox.about" values={{ about: row.about }} />
              </span>
            )}
            {row.isAddition && (
              <span>
                <FormattedMessage id="inbox.addition" />
              </span>
            )}
            {row.match && (
              <span>
                <FormattedMessage id="inbox.like" values={{ name: row.match.name, more: row.matches - 1 }} />
              </span>
            )}
            {row.files > 0 && (
              <span>
                <FormattedMessage id="inbox.files" values={{ count: row.files }} />
              </span>
            )}
          </span>
        )}
        {facts.length > 0 && <span className="says">{facts.join(" · ")}</span>}
        <span className="letter-row-line">
          {row.relation && (
            <>
              <Label of={relations} code={row.relation} />
              {": "}
            </>
          )}
          {row.line}
        </span>
      </button>
    </li>
  );
}
