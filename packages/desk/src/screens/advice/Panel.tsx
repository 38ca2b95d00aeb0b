/** Advice beside the call: a search, the cards it finds, and the first of them open. It takes no word out of the draft. */
import { grievances } from "@answerable/casework";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useCalls } from "../../app/calls.tsx";
import { useAnswer } from "../../app/desk.tsx";
import { hashOf } from "../../app/route.ts";
import { Label, useLang } from "../../app/vocab.ts";
import { Card } from "./Card.tsx";
import { findAdvice } from "./find.ts";

const SHOWN = 6;

export function AdvicePanel({ onClose }: { readonly onClose: () => void }) {
  const lang = useLang();
  const intl = useIntl();
  const { draft } = useCalls();
  const answer = useAnswer({ type: "Advice", lang });
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => search.current?.focus(), []);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      onClose();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [onClose]);

  const found = findAdvice(answer?.cards ?? [], { text, lang, told: draft.grievances });
  const shown = found.slice(0, SHOWN);
  const active = shown[Math.min(at, shown.length - 1)];
  const label = intl.formatMessage({ id: "advice.ask" });

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : shown.length - 1;
    setAt(shown.length === 0 ? 0 : (Math.min(at, shown.length - 1) + step) % shown.length);
  }

  return (
    <aside className="help advice-panel settles" aria-labelledby="advice-title">
      <header>
        <h1 id="advice-title">
          <FormattedMessage id="advice.title" />
        </h1>
        <button type="button" className="button" data-look="plain" onClick={onClose}>
          <FormattedMessage id="advice.close" /> <kbd>Esc</kbd>
        </button>
      </header>
      <input
        ref={search}
        className="write"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        placeholder={label}
        aria-expanded="true"
        aria-controls="advice-found"
        aria-autocomplete="list"
        aria-activedescendant={active && `advice-${active.id}`}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id="advice-found" role="listbox" aria-label={label} className="advice-found">
        {shown.map((card, place) => (
          <li
            key={card.id}
            id={`advice-${card.id}`}
            role="option"
            aria-selected={card === active}
            className="combo-option"
            onPointerDown={(event) => {
              event.preventDefault();
              setAt(place);
            }}
          >
            <span className="code">{card.grievances.slice(0, 3).join(" ")}</span>
            <span>{card.title}</span>
          </li>
        ))}
        {answer && shown.length === 0 && (
          <li role="option" aria-selected="false" aria-disabled="true" className="combo-none">
            <FormattedMessage id="advice.none" />
          </li>
        )}
      </ul>
      <div aria-live="polite">
        {active && answer && (
          <>
            <h2>{active.title}</h2>
            <p className="says">
              {active.grievances.map((code) => (
                <span key={code} className="advice-code">
                  <b className="code">{code}</b> <Label of={grievances} code={code} />
                </span>
              ))}
            </p>
            <Card card={active} version={answer.pack.version} />
          </>
        )}
      </div>
      <p className="advice-more">
        <a href={hashOf({ page: "advice" })} onClick={onClose}>
          <FormattedMessage id="advice.booklet" />
        </a>
      </p>
    </aside>
  );
}
