/** Whose desk is shown, and the way to another of one's own. Who sits at one desk only sees nothing of it. */
import type { DeskRow, ShowRefusal } from "@answerable/replica";
import { useEffect, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { usePage, useStatus } from "./desk.tsx";
import { useKeep } from "./idle.tsx";
import { go, useRoute } from "./route.ts";

const KEY = "F10";

export function DeskSwitch() {
  const { desk, desks = [] } = useStatus();
  const shown = desks.find((row) => row.id === desk);
  return shown && desks.length > 1 ? <Switch shown={shown} desks={desks} /> : null;
}

interface Given {
  readonly shown: DeskRow;
  readonly desks: readonly DeskRow[];
}

function Switch({ shown, desks }: Given) {
  const { office } = usePage();
  const intl = useIntl();
  const route = useRoute();
  const keep = useKeep();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ShowRefusal | "Unkept">();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== KEY || event.defaultPrevented) return;
      event.preventDefault();
      setOpen((before) => !before);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  useEffect(() => {
    if (isOpen) list.current?.querySelector("button")?.focus();
  }, [isOpen]);

  async function show(row: DeskRow): Promise<void> {
    setOpen(false);
    setRefusal(undefined);
    if (row.id === shown.id) return button.current?.focus();
    setBusy(true);
    // What is being typed stays at this desk. Words the disk did not take are only in this tab: then we stay here.
    const kept = await keep();
    if (!kept) setRefusal("Unkept");
    else {
      // A case of this desk is nothing at the other.
      if ("case" in route || "incident" in route || route.page === "ledger") go({ page: "phone" });
      const done = await office.show(row.id);
      if (!done.ok) setRefusal(done.refusal);
    }
    setBusy(false);
  }

  return (
    <section
      className="desk-switch"
      aria-label={intl.formatMessage({ id: "desk.switch" })}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape" && isOpen) {
          event.preventDefault();
          setOpen(false);
          button.current?.focus();
        }
        const row = isOpen ? desks[Number(event.key) - 1] : undefined;
        if (!row) return;
        event.preventDefault();
        void show(row);
      }}
    >
      <p>
        <strong>
          <DeskNamed row={shown} />
        </strong>
        {shown.purpose !== undefined && shown.purpose !== "" && (
          <span className="purpose">{shown.purpose}</span>
        )}
      </p>
      <button
        ref={button}
        type="button"
        className="button"
        data-look="plain"
        aria-expanded={isOpen}
        aria-keyshortcuts={KEY}
        disabled={isBusy}
        onClick={() => setOpen(!isOpen)}
      >
        <FormattedMessage id={isBusy ? "desk.opening" : "desk.other"} /> <kbd>{KEY}</kbd>
      </button>
      {isOpen && (
        <ul ref={list} className="desk-list">
          {desks.map((row, at) => (
            <li key={row.id}>
              <button
                type="button"
                className="button"
                data-look="plain"
                aria-current={row.id === shown.id || undefined}
                onClick={() => void show(row)}
              >
                <kbd>{at + 1}</kbd>
                <span>
                  <DeskNamed row={row} />
                  {row.unsent > 0 && (
                    <small>
                      <FormattedMessage id="desk.unsent" values={{ count: row.unsent }} />
                    </small>
                  )}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {refusal !== undefined && (
        <p role="alert" className="wrong">
          <FormattedMessage id={`desk.refused.${refusal === "Unkept" ? refusal : refusal.type}`} />
        </p>
      )}
    </section>
  );
}

export function DeskNamed({ row }: { readonly row: Pick<DeskRow, "name" | "number"> }) {
  return row.name ?? <FormattedMessage id="desk.unnamed" values={{ number: row.number }} />;
}

/** The same for a label of a field. */
export function useDeskName(): (row: Pick<DeskRow, "name" | "number">) => string {
  const intl = useIntl();
  return (row) => row.name ?? intl.formatMessage({ id: "desk.unnamed" }, { number: row.number });
}
