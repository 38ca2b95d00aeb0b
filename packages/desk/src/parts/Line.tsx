/** One thing to write. What came from a paste is tinted until the person touches it. */
import { memo, useId, type HTMLInputTypeAttribute } from "react";

interface Given {
  readonly label: string;
  readonly value: string;
  readonly onWrite: (text: string) => void;
  readonly placeholder?: string | undefined;
  readonly guess?: boolean;
  readonly wrong?: boolean;
  readonly inputMode?: "text" | "tel" | undefined;
  readonly describedBy?: string;
  readonly id?: string | undefined;
}

/** Without a visible label: the row says it. */
export const Write = memo(function Write({
  label,
  value,
  onWrite,
  guess,
  wrong,
  describedBy,
  ...rest
}: Given) {
  return (
    <input
      className="write"
      aria-label={label}
      autoComplete="off"
      spellCheck={false}
      value={value}
      data-guess={guess || undefined}
      aria-invalid={wrong || undefined}
      aria-describedby={describedBy}
      onChange={(event) => onWrite(event.target.value)}
      {...rest}
    />
  );
});

interface LineGiven {
  readonly label: string;
  readonly value: string;
  readonly onWrite: (text: string) => void;
  readonly type?: HTMLInputTypeAttribute;
  readonly says?: string | undefined;
  readonly autoComplete?: string;
  readonly isFirst?: boolean;
  readonly inputMode?: "text" | "numeric";
  readonly maxLength?: number;
}

/** With its label above: for the doors and the case file. */
export function Line({
  label,
  value,
  onWrite,
  says,
  isFirst,
  type = "text",
  autoComplete = "off",
  ...rest
}: LineGiven) {
  const id = useId();
  return (
    <div className="line">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="write"
        type={type}
        value={value}
        autoComplete={autoComplete}
        spellCheck={false}
        autoFocus={isFirst}
        aria-describedby={says ? `${id}-says` : undefined}
        onChange={(event) => onWrite(event.target.value)}
        {...rest}
      />
      {says && (
        <p id={`${id}-says`} className="says">
          {says}
        </p>
      )}
    </div>
  );
}
