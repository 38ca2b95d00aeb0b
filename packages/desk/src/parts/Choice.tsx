/** A few words of which one holds: a radio group on one line. A second press takes the answer back. */
import { memo } from "react";

interface Given<C extends string> {
  readonly label: string;
  readonly entries: readonly { readonly code: C; readonly label: string; readonly key?: string }[];
  readonly value: C | undefined;
  readonly onChoose: (code: C | undefined) => void;
  readonly isField?: boolean;
}

function ChoiceOf<C extends string>({ label, entries, value, onChoose, isField = true }: Given<C>) {
  const chosen = entries.findIndex((entry) => entry.code === value);
  return (
    <div
      className="choices"
      role="radiogroup"
      aria-label={label}
      onKeyDown={(event) => {
        const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        const next = (Math.max(chosen, 0) + step + entries.length) % entries.length;
        onChoose(entries[next]?.code);
        event.currentTarget.querySelectorAll<HTMLElement>('[role="radio"]')[next]?.focus();
      }}
    >
      {entries.map((entry, at) => (
        <button
          key={entry.code}
          type="button"
          role="radio"
          className="choice"
          data-field={isField || undefined}
          tabIndex={at === Math.max(chosen, 0) ? 0 : -1}
          aria-checked={entry.code === value}
          onClick={() => onChoose(entry.code === value ? undefined : entry.code)}
        >
          {entry.key && <kbd>{entry.key}</kbd>}
          {entry.label}
        </button>
      ))}
    </div>
  );
}
export const Choice = memo(ChoiceOf) as typeof ChoiceOf; // memo forgets the type parameter
