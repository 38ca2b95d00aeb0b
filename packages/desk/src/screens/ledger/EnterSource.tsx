/** Where it comes from: a call, a post, a press text or an authority's answer; of what is pasted one sentence becomes the claim. */
import { useMemo } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useLang } from "../../app/vocab.ts";
import { Choice } from "../../parts/Choice.tsx";
import { Line } from "../../parts/Line.tsx";
import { froms, sentencesOf, type EntryWords, type From } from "./entry-words.ts";

interface Given {
  readonly words: EntryWords;
  readonly write: (part: Partial<EntryWords>) => void;
  /** Sentences that became claims a moment ago. */
  readonly taken: readonly string[];
  readonly names: string;
}

/** A page of a newspaper has some two hundred; a slip of the paste key must not draw a book. */
const MOST_SENTENCES = 400;

export function EnterSource({ words, write, taken, names }: Given) {
  const intl = useIntl();
  const lang = useLang();
  const sentences = useMemo(
    () => sentencesOf(words.pasted, lang).slice(0, MOST_SENTENCES),
    [words.pasted, lang],
  );
  const isCall = words.from === "call";
  return (
    <section className="part" aria-labelledby="enter-source">
      <h2 id="enter-source">
        <FormattedMessage id="ledger.enter.source" />
      </h2>
      <Choice
        label={intl.formatMessage({ id: "ledger.enter.source" })}
        entries={froms.map((code) => ({ code, label: intl.formatMessage({ id: `ledger.from.${code}` }) }))}
        value={words.from as From} // written by this choice alone
        onChoose={(from) => from !== undefined && write({ from, sourceId: "" })}
      />
      {isCall ? (
        <p className="says">
          <FormattedMessage id="ledger.enter.callSays" />
        </p>
      ) : (
        <>
          <div className="enter-two">
            <div className="line">
              <label htmlFor="enter-name">
                <FormattedMessage id={`ledger.enter.name.${words.from as Exclude<From, "call">}`} />
              </label>
              <input
                id="enter-name"
                className="write"
                list={names}
                autoComplete="off"
                value={words.sourceName}
                onChange={(event) => write({ sourceName: event.target.value, sourceId: "" })}
              />
            </div>
            <Line
              label={intl.formatMessage({ id: "ledger.enter.sourceDate" })}
              value={words.sourceDate}
              onWrite={(sourceDate) => write({ sourceDate })}
            />
          </div>
          <label className="label" htmlFor="enter-pasted">
            <FormattedMessage id="ledger.enter.pasted" />
          </label>
          <textarea
            id="enter-pasted"
            className="write"
            rows={5}
            autoComplete="off"
            spellCheck={false}
            value={words.pasted}
            onChange={(event) => write({ pasted: event.target.value, sourceId: "" })}
          />
          {sentences.length > 0 && (
            <>
              <p className="says" id="enter-sentences">
                <FormattedMessage id="ledger.enter.choose" />
              </p>
              <ol className="sentences" aria-labelledby="enter-sentences">
                {sentences.map((sentence, at) => (
                  <li key={at}>
                    <button
                      type="button"
                      aria-pressed={words.sentence === sentence}
                      data-taken={taken.includes(sentence) || undefined}
                      onClick={() => {
                        write({ sentence, text: sentence });
                        document.getElementById("enter-text")?.focus();
                      }}
                    >
                      {sentence}
                      {taken.includes(sentence) && (
                        <small>
                          <FormattedMessage id="ledger.enter.taken" />
                        </small>
                      )}
                    </button>
                  </li>
                ))}
              </ol>
            </>
          )}
        </>
      )}
    </section>
  );
}
