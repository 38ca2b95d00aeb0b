/** "Who told you this?": who saw or did it, and through whom it came. The way is shown as it will be drawn. */
import { FormattedMessage, useIntl } from "react-intl";

import { codeInWords } from "./Codes.tsx";
import type { EntryWords } from "./entry-words.ts";
import { Choose } from "./IncidentFilters.tsx";

const perceived = ["saw", "did", "heard", "decided", "document", "unknown"] as const;

interface Given {
  readonly words: EntryWords;
  readonly write: (part: Partial<EntryWords>) => void;
  readonly names: string;
}

export function EnterWay({ words, write, names }: Given) {
  const intl = useIntl();
  const lines = words.through.split("\n");
  const put = (at: number, line: string) =>
    write({ through: lines.map((one, n) => (n === at ? line.replaceAll("\n", " ") : one)).join("\n") });
  const isUnknown = words.isUnknown !== "";
  const way = [
    isUnknown ? intl.formatMessage({ id: "ledger.originUnknown" }) : words.origin.trim(),
    ...lines.map((line) => line.trim()),
    words.from === "call" ? "" : words.sourceName.trim(),
  ]
    .filter((one) => one !== "")
    .filter((one, at, all) => all[at - 1] !== one);
  return (
    <section className="part" aria-labelledby="enter-way">
      <h2 id="enter-way">
        <FormattedMessage id="ledger.enter.way" />
      </h2>
      <div className="enter-two">
        <div className="line">
          <label htmlFor="enter-origin">
            <FormattedMessage id="ledger.enter.origin" />
          </label>
          <input
            id="enter-origin"
            className="write"
            list={names}
            autoComplete="off"
            disabled={isUnknown}
            value={isUnknown ? "" : words.origin}
            onChange={(event) => write({ origin: event.target.value })}
          />
          <label className="tick">
            <input
              type="checkbox"
              autoComplete="off"
              checked={isUnknown}
              onChange={(event) => write({ isUnknown: event.target.checked ? "y" : "" })}
            />
            <FormattedMessage id="ledger.enter.unknown" />
          </label>
        </div>
        <Choose
          label={intl.formatMessage({ id: "ledger.enter.perceives" })}
          value={isUnknown ? "unknown" : words.perceives}
          isAlways
          choices={perceived.map((code) => [code, codeInWords(intl, "perceives", code)])}
          onChoose={(perceives) => write({ perceives: perceives ?? "unknown" })}
        />
      </div>
      {lines.map((line, at) => (
        <div key={at} className="line">
          <label htmlFor={`enter-through-${at}`}>
            <FormattedMessage id="ledger.enter.through" values={{ at: at + 1 }} />
          </label>
          <input
            id={`enter-through-${at}`}
            className="write"
            list={names}
            autoComplete="off"
            value={line}
            onChange={(event) => put(at, event.target.value)}
          />
        </div>
      ))}
      <button
        type="button"
        className="button"
        data-look="plain"
        onClick={() => write({ through: `${words.through}\n` })}
      >
        <FormattedMessage id="ledger.enter.throughMore" />
      </button>
      {way.length > 0 && (
        <p className="enter-drawn" role="status">
          {way.join(" → ")} → <FormattedMessage id="ledger.enter.us" />
        </p>
      )}
    </section>
  );
}
