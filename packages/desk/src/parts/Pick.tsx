import type { ReactNode } from "react";
/** One value of a short list, changed in place: stage, owner, urgency, outcome. */
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from "react-aria-components";

interface Given<C extends string> {
  readonly label: string;
  readonly entries: readonly { readonly code: C; readonly label: string; readonly mark?: ReactNode }[];
  readonly value: C | undefined;
  readonly none: string;
  readonly onPick: (code: C) => void;
}

export function Pick<C extends string>({ label, entries, value, none, onPick }: Given<C>) {
  return (
    <Select
      className="pick"
      value={value ?? null}
      placeholder={none}
      onChange={(key) => {
        const entry = entries.find((one) => one.code === key);
        if (entry && entry.code !== value) onPick(entry.code);
      }}
    >
      <Label className="label">{label}</Label>
      <Button className="pick-button">
        <SelectValue className="pick-value">
          {({ selectedText }) => entries.find((one) => one.code === value)?.mark ?? (selectedText || none)}
        </SelectValue>
        <svg viewBox="0 0 10 6" aria-hidden="true">
          <path d="m1 1 4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.4" />
        </svg>
      </Button>
      <Popover className="pick-list" placement="bottom start" offset={2}>
        <ListBox items={entries.map((entry) => ({ id: entry.code, ...entry }))}>
          {(entry) => (
            <ListBoxItem id={entry.code} textValue={entry.label} className="combo-option">
              {entry.mark ?? entry.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
