/** Field 13: one to four sentences, who told it, and the five short signs that spare the mouse. */
import { codesOf, labelOf, urgencies, type Draft } from "@answerable/casework";
import { memo, useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import type { Change } from "../../app/calls.tsx";
import { useStatus } from "../../app/desk.tsx";
import { sources, useEntries, useGrievances, useLang } from "../../app/vocab.ts";
import { choose, type Entry } from "../../parts/choose.ts";
import { CodeBox } from "../../parts/CodeBox.tsx";
import { moveOn } from "../../parts/move-on.ts";
import { Row } from "./Row.tsx";
import { tokenBefore, withoutToken, type Token } from "./tokens.ts";

/** Phrases that recur in every second call; the words stand in words/. */
const snippets = [
  "noAnswer",
  "phonesTaken",
  "nothingSent",
  "unitSilent",
  "officeSilent",
  "wasTold",
  "threatened",
  "asksOnlyListen",
] as const;

interface Given {
  readonly summary: string;
  readonly source: Draft["source"];
  readonly grievances: Draft["grievances"];
  readonly guess: boolean;
  readonly change: (change: Change) => void;
}

export const Summary = memo(function Summary({ summary, source, grievances, guess, change }: Given) {
  const intl = useIntl();
  const told = useEntries(sources);
  const field = useRef<HTMLTextAreaElement>(null);
  const caretTo = useRef<number>(undefined);
  const [token, setToken] = useState<Token>();
  const [at, setAt] = useState(0);
  const offered = useOffers(token);
  const active = offered[Math.min(at, offered.length - 1)];

  useLayoutEffect(() => {
    if (caretTo.current === undefined) return;
    field.current?.setSelectionRange(caretTo.current, caretTo.current);
    caretTo.current = undefined;
  });

  function take(entry: Entry): void {
    if (!token || !field.current) return;
    const words =
      token.sign === "::" || token.sign === "@@" ? `${token.sign === "@@" ? "@" : ""}${entry.label}` : "";
    const put = withoutToken({ text: summary, caret: field.current.selectionStart }, token, words);
    caretTo.current = put.caret;
    setToken(undefined);
    const code = codesOf(urgencies).find((one) => one === entry.code);
    change({
      summary: put.text,
      ...(token.sign === "##" && !grievances.some((one) => one === entry.code) && grievances.length < 3
        ? { grievances: [...grievances, entry.code as Draft["grievances"][number]] }
        : {}), // the entries of ## are the grievances
      ...(token.sign === "!!" && code ? { urgency: code } : {}),
      ...(token.sign === ">>" ? { promise: { what: token.typed.trim(), due: "" } } : {}),
    });
    if (token.sign === ">>") document.getElementById("call-due")?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (token && active) {
      if (event.key === "Enter" || event.key === "Tab") {
        event.preventDefault();
        take(active);
        return;
      }
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        setAt(
          (Math.min(at, offered.length - 1) + (event.key === "ArrowDown" ? 1 : offered.length - 1)) %
            offered.length,
        );
        return;
      }
      if (event.key === "Escape") {
        event.preventDefault();
        setToken(undefined);
        return;
      }
    }
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      moveOn(event.currentTarget);
    }
  }

  return (
    <Row n={13} name="call.summary" isWide>
      <div className="combo">
        <textarea
          autoComplete="off"
          ref={field}
          id="call-summary"
          className="write"
          rows={3}
          aria-label={intl.formatMessage({ id: "call.summary" })}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls="call-signs"
          aria-activedescendant={token && active ? `call-signs-${active.code}` : undefined}
          value={summary}
          data-guess={guess || undefined}
          onChange={(event) => {
            change({ summary: event.target.value });
            setToken(tokenBefore(event.target.value, event.target.selectionStart));
            setAt(0);
          }}
          onBlur={() => setToken(undefined)}
          onKeyDown={onKeyDown}
        />
        <ul
          id="call-signs"
          role="listbox"
          aria-label={intl.formatMessage({ id: "call.summary" })}
          className="combo-list"
          hidden={!token || offered.length === 0}
        >
          {offered.map((entry) => (
            <li
              key={entry.code}
              id={`call-signs-${entry.code}`}
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
        </ul>
      </div>
      <p className="signs">
        <FormattedMessage id="call.summary.signs" />
      </p>
      <div className="told">
        <span className="label">
          <FormattedMessage id="call.source" />
        </span>
        <CodeBox
          label={intl.formatMessage({ id: "call.source" })}
          entries={told}
          value={source}
          onTake={(code) => code && change({ source: code })}
        />
      </div>
    </Row>
  );
});

function useOffers(token: Token | undefined): readonly Entry[] {
  const lang = useLang();
  const intl = useIntl();
  const { members } = useStatus();
  const grievanceList = useGrievances();
  if (!token) return [];
  switch (token.sign) {
    case "::":
      return choose(
        snippets.map((code) => ({ code, label: intl.formatMessage({ id: `snippet.${code}` }) })),
        token.typed,
      );
    case "@@":
      return choose(
        members.flatMap(({ id, name }) => (name === undefined ? [] : [{ code: id, label: name }])),
        token.typed,
      );
    case "##":
      return choose(grievanceList, token.typed).slice(0, 12);
    case "!!":
      return choose(
        codesOf(urgencies).map((code) => ({ code, label: labelOf(urgencies, code, lang), shown: code })),
        token.typed,
      );
    case ">>":
      return [
        {
          code: "promise",
          label: intl.formatMessage({ id: "call.summary.task" }, { what: token.typed.trim() }),
        },
      ];
  }
}
