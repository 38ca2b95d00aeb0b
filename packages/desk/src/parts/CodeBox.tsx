/**
 * A combo box over a vocabulary. Enter or Tab in a filled box takes the entry in view and moves on; Esc closes the list
 * and leaves every letter where it was. What was typed and found nothing stays visible and is said to be no entry.
 */
import { useEffect, useId, useMemo, useState, type KeyboardEvent } from "react";
import { FormattedMessage } from "react-intl";

import { choose, type Entry } from "./choose.ts";
import { moveOn } from "./move-on.ts";

interface Given<C extends string> {
  readonly label: string;
  readonly entries: readonly (Entry & { readonly code: C })[];
  readonly value: C | undefined;
  readonly onTake: (code: C | undefined) => void;
  readonly placeholder?: string;
  readonly id?: string;
  readonly guess?: boolean;
  /** Empties itself after an entry was taken: for lists of several. */
  readonly gathers?: boolean;
  readonly describedBy?: string;
}

export function CodeBox<C extends string>(given: Given<C>) {
  const { label, entries, value, onTake, gathers = false } = given;
  const own = useId();
  const id = given.id ?? own;
  const valueLabel = labelOf(entries, value);
  const [written, setText] = useState("");
  const [typed, setTyped] = useState(false);
  const text = typed ? written : gathers ? "" : valueLabel;
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const found = useMemo(() => (open ? choose(entries, typed ? text : "") : []), [open, entries, typed, text]);
  const active = found[Math.min(at, found.length - 1)];

  useEffect(() => {
    if (open && active) document.getElementById(`${id}-${active.code}`)?.scrollIntoView({ block: "nearest" });
  }, [open, active, id]);

  function take(entry: Entry & { readonly code: C }): void {
    setOpen(false);
    setTyped(false);
    onTake(entry.code);
  }
  function leave(): void {
    setOpen(false);
    if (!typed) return;
    if (text.trim() === "") {
      setTyped(false);
      if (!gathers) onTake(undefined);
      return;
    }
    const only = choose(entries, text);
    const sure =
      only.find((entry) => entry.label.toLowerCase() === text.trim().toLowerCase()) ??
      (only.length === 1 ? only[0] : undefined);
    if (sure) take(sure);
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp": {
        event.preventDefault();
        if (!open) {
          setOpen(true);
          setAt(0);
        } else if (found.length > 0)
          setAt(
            (Math.min(at, found.length - 1) + (event.key === "ArrowDown" ? 1 : found.length - 1)) %
              found.length,
          );
        return;
      }
      case "Enter": {
        if (!open || !active || (!typed && at === 0)) return;
        event.preventDefault();
        take(active);
        if (!gathers) moveOn(event.currentTarget);
        return;
      }
      case "Tab": {
        if (open && active && typed && text.trim() !== "" && !event.shiftKey) take(active);
        return;
      }
      case "Escape": {
        if (open) event.preventDefault();
        setOpen(false);
        return;
      }
    }
  }

  const lost = !open && typed && text.trim() !== "";
  return (
    <div className="combo">
      <input
        id={id}
        className="write"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && active ? `${id}-${active.code}` : undefined}
        aria-invalid={lost || undefined}
        aria-describedby={lost ? `${id}-lost` : given.describedBy}
        data-guess={given.guess || undefined}
        placeholder={given.placeholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setTyped(true);
          setOpen(true);
          setAt(0);
        }}
        onFocus={(event) => event.target.select()}
        onClick={() => setOpen(true)}
        onBlur={leave}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={label} className="combo-list" hidden={!open}>
        {found.map((entry) => (
          <li
            key={entry.code}
            id={`${id}-${entry.code}`}
            role="option"
            aria-selected={entry === active}
            className="combo-option"
            onPointerDown={(event) => {
              event.preventDefault();
              take(entry);
            }}
          >
            {entry.shown !== undefined && <span className="code">{entry.shown}</span>}
            <span>{entry.label}</span>
          </li>
        ))}
        {open && found.length === 0 && (
          <li role="option" aria-selected="false" aria-disabled="true" className="combo-none">
            <FormattedMessage id="combo.none" />
          </li>
        )}
      </ul>
      {lost && (
        <p id={`${id}-lost`} className="says">
          <FormattedMessage id="combo.lost" />
        </p>
      )}
    </div>
  );
}

function labelOf<C extends string>(
  entries: readonly (Entry & { readonly code: C })[],
  value: C | undefined,
): string {
  return value === undefined ? "" : (entries.find((entry) => entry.code === value)?.label ?? value);
}
