/**
 * A list that somebody sent, from the file to the receipt: choose or paste, say what its columns hold, lay it beside the roster, bring
 * it in, take it back. Keys: f chooses a file, c checks, b brings in, Esc stops; in the lines j k go, 1 into the case beside, n as a
 * case of its own, x leaves out.
 */
import { useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { FormattedMessage } from "react-intl";

import { useAnswer, usePage } from "../app/desk.tsx";
import { latinKey } from "../parts/layout.ts";
import { isWriting } from "../parts/move-on.ts";
import { Checked } from "./lists/Checked.tsx";
import { Earlier } from "./lists/Earlier.tsx";
import { Given } from "./lists/Given.tsx";
import { Naming } from "./lists/Naming.tsx";
import { UnderWay } from "./lists/UnderWay.tsx";
import { useListFile, type Remembered } from "./lists/useListFile.ts";

const lists = { type: "Lists" } as const;
const none = { type: "List", from: 0, count: 0 } as const;

export function Lists() {
  const { office } = usePage();
  const known = useAnswer(lists);
  const now = useAnswer(none);
  const remembered = useMemo<Remembered>(() => {
    const columns = (known?.lists ?? []).toReversed().flatMap((list) => list.columns);
    return new Map(
      columns.flatMap(({ heading, field }) => (heading === "" ? [] : [[heading, field] as const])),
    );
  }, [known]);
  const file = useListFile(remembered);
  const input = useRef<HTMLInputElement>(null);
  const phase = now?.phase ?? "none";
  const isBusy = phase === "checking" || phase === "bringing" || phase === "takingBack";
  const isChecked = phase === "checked" || phase === "stopped" || phase === "done";

  const press = (key: string): boolean => {
    if (key === "Escape" && isBusy) void office.sayOfList({ type: "Stop" });
    else if (key === "f" && !isBusy) input.current?.click();
    else if (key === "c" && file.state === "read" && !isBusy && !isChecked) void file.check();
    else if (key === "b" && (phase === "checked" || phase === "stopped"))
      void office.sayOfList({ type: "BringIn" });
    else return false;
    return true;
  };
  useEffect(() => {
    void office.sayOfList({ type: "Open" });
  }, [office]);
  const newest = useRef(press);
  useLayoutEffect(() => {
    newest.current = press;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isWriting(document.activeElement) && event.key !== "Escape") return;
      if (newest.current(event.key.length === 1 ? latinKey(event.key) : event.key)) event.preventDefault();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

  function another(): void {
    file.putAway();
    void office.sayOfList({ type: "PutAway" });
  }

  return (
    <article className="incoming">
      <header className="incoming-head">
        <h1>
          <FormattedMessage id="lists.title" />
        </h1>
        {(file.state === "read" || isChecked) && !isBusy && (
          <button type="button" className="button" data-look="plain" onClick={another}>
            <FormattedMessage id="lists.another" />
          </button>
        )}
      </header>
      {known?.isCoordinator === false ? (
        <p className="empty large">
          <FormattedMessage id="lists.onlyCoordinator" />
        </p>
      ) : (
        <>
          {now && isBusy && <UnderWay now={now} />}
          {!isBusy && !isChecked && file.state !== "read" && file.state !== "laying" && (
            <Given file={file} input={input} />
          )}
          {!isBusy && !isChecked && (file.state === "read" || file.state === "laying") && (
            <Naming file={file} />
          )}
          {now && isChecked && <Checked now={now} />}
          {!isBusy && <Earlier lists={known?.lists ?? []} left={now?.left ?? 0} />}
        </>
      )}
    </article>
  );
}
