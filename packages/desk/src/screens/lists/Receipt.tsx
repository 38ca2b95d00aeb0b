/** What becomes of one line, in plain words, with the cell where there is something to look at. */
import { numberToText, type CaseId } from "@answerable/casework";
import type { ListLine } from "@answerable/replica";
import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";

import { useBirthWords } from "../../app/moments.tsx";
import { hashOf } from "../../app/route.ts";

export function Receipt({
  line: { receipt, row },
  isAt,
  onKey,
}: {
  readonly line: ListLine;
  /** The person stands on it: the keys are shown. */
  readonly isAt: boolean;
  readonly onKey: (key: string) => void;
}) {
  const birthWords = useBirthWords();
  const like = receipt?.type === "New" ? receipt.like : undefined;
  const isOpen =
    receipt?.type === "New" ||
    receipt?.type === "Updates" ||
    receipt?.type === "Out" ||
    receipt?.type === "Into";
  return (
    <span role="gridcell" className="incoming-receipt">
      <span data-kind={receipt?.type}>
        {receipt?.type === "New" && !like && <FormattedMessage id="lists.receipt.New" />}
        {like && (
          <FormattedMessage
            id={like.isSure ? "lists.receipt.Like" : "lists.receipt.Possibly"}
            values={{
              number: linkTo(like.case, numberToText(like.number)),
              name: like.name,
              birth: birthWords(like.birth),
            }}
          />
        )}
        {receipt && "number" in receipt && (
          <FormattedMessage
            id={`lists.receipt.${receipt.type}`}
            values={{ number: numberToText(receipt.number) }}
          />
        )}
        {(receipt?.type === "Double" || receipt?.type === "SameKey") && (
          <FormattedMessage id={`lists.receipt.${receipt.type}`} values={{ place: receipt.place }} />
        )}
        {receipt?.type === "Refused" && (
          <FormattedMessage
            id={`lists.refused.${receipt.why.type}`}
            values={"cell" in receipt.why ? { cell: receipt.why.cell, text: receipt.why.text } : {}}
          />
        )}
        {(receipt?.type === "Failed" || receipt?.type === "Out") && (
          <FormattedMessage id={`lists.receipt.${receipt.type}`} />
        )}
        {receipt?.type === "Taken" && (
          <FormattedMessage
            id={receipt.isNew ? "lists.receipt.Taken" : "lists.receipt.Added"}
            values={{ b: (parts) => linkTo(receipt.case, parts) }}
          />
        )}
      </span>
      {row.noted.length > 0 && (
        <small>
          {row.noted.map((one) => (
            <FormattedMessage
              key={`${one.type} ${one.cell} ${one.text}`}
              id={`lists.note.${one.type}`}
              values={{ cell: one.cell, text: one.text.slice(0, 60) }}
            />
          ))}
        </small>
      )}
      {isAt && isOpen && (
        <span className="incoming-keys">
          {like && (
            <button
              type="button"
              tabIndex={-1}
              className="button"
              data-look="plain"
              onClick={() => onKey("1")}
            >
              <kbd>1</kbd> <FormattedMessage id="lists.into" />
            </button>
          )}
          <button type="button" tabIndex={-1} className="button" data-look="plain" onClick={() => onKey("n")}>
            <kbd>n</kbd> <FormattedMessage id="lists.own" />
          </button>
          <button type="button" tabIndex={-1} className="button" data-look="plain" onClick={() => onKey("x")}>
            <kbd>x</kbd> <FormattedMessage id="lists.out" />
          </button>
        </span>
      )}
    </span>
  );
}

function linkTo(id: CaseId, words: ReactNode): ReactNode {
  return (
    <a key="case" tabIndex={-1} href={hashOf({ page: "case", case: id })}>
      {words}
    </a>
  );
}
