/** Codes of the ledger in words. Its vocabularies are open: a code that has no words here is shown as it was entered. */
import type { Grade, IncidentRow } from "@answerable/casework";
import { FormattedMessage, useIntl, type IntlShape } from "react-intl";

export type CodeList = "kind" | "type" | "item" | "agent" | "mode" | "perceives" | "unit" | "grievance";

/** "losses+refusal" is two. */
export function codeInWords(intl: IntlShape, list: CodeList, code: string): string {
  return code
    .split("+")
    .map((one) => {
      const id = `ledger.${list}.${one}`;
      const words: Readonly<Record<string, unknown>> = intl.messages;
      return words[id] === undefined ? one : intl.formatMessage({ id: id as "ledger.kind.losses" }); // it has just been found
    })
    .join(" + ");
}

export function CodeWord({ of, code }: { readonly of: CodeList; readonly code: string }) {
  return codeInWords(useIntl(), of, code);
}

/** A shape and a word: full for what stands, open for what one alone says, struck for what is disputed. */
export function GradeMark({ row }: { readonly row: Pick<IncidentRow, "grade" | "standing"> }) {
  return (
    <span className="grade" data-grade={row.grade}>
      <GradeShape grade={row.grade} />
      <span>
        {row.grade === "single" && row.standing !== "hearsay" ? (
          <FormattedMessage id={`ledger.standing.${row.standing}`} />
        ) : (
          <FormattedMessage id={`ledger.grade.${row.grade}`} />
        )}
      </span>
    </span>
  );
}

function GradeShape({ grade }: { readonly grade: Grade }) {
  const isFull = grade === "confirmed" || grade === "corroborated";
  const isGone = grade === "discounted" || grade === "unusable";
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.5">
      {grade === "corroborated" && <rect x="1" y="1" width="9" height="9" />}
      <rect
        x={isFull ? 5 : 3}
        y={isFull ? 5 : 3}
        width={10}
        height={10}
        fill={isFull ? "currentColor" : "none"}
        {...(isGone && { strokeDasharray: "2 2" })}
      />
      {grade === "contested" && <path d="M1 15 15 1" />}
    </svg>
  );
}

/** "1", "1–2", "1 and more". */
export function Range({ min, max }: { readonly min: number | undefined; readonly max: number | undefined }) {
  const intl = useIntl();
  const [least, most] = [min ?? 0, max];
  if (most === undefined) return <FormattedMessage id="ledger.range.open" values={{ min: least }} />;
  if (least === most) return intl.formatNumber(least);
  return `${intl.formatNumber(least)}–${intl.formatNumber(most)}`;
}
