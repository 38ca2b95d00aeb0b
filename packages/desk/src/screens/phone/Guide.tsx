/** What to do: the sentence to say, the rule that fired and why, next steps, the nearest authority and its term. */
import { nextStepsOf, type Day, type Draft, type Triage } from "@answerable/casework";
import { memo } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useLang } from "../../app/vocab.ts";
import { UrgencyMark } from "../../parts/UrgencyMark.tsx";
import { useAskAdvice } from "../advice/asking.tsx";

export const Guide = memo(function Guide({
  draft,
  triage,
  today,
}: {
  readonly draft: Draft;
  readonly triage: Triage;
  readonly today: Day;
}) {
  const lang = useLang();
  const intl = useIntl();
  const askAdvice = useAskAdvice();
  const next = nextStepsOf(draft, today);
  const [nearest, ...others] = next.addressees;
  return (
    <section className="guide" aria-labelledby="guide-title">
      <h2 id="guide-title" className="unseen">
        <FormattedMessage id="guide.title" />
      </h2>
      <div className="guide-say" aria-live="polite">
        <p className="label">
          <FormattedMessage id="guide.say" />
        </p>
        {next.script && <p className="script">{next.script.says[lang]}</p>}
      </div>
      <div className="guide-part guide-advice">
        <button type="button" className="button" data-look="plain" onClick={askAdvice}>
          <FormattedMessage id="advice.title" /> <kbd>??</kbd>
        </button>
      </div>
      <div className="guide-part" aria-live="polite">
        <p className="guide-urgency">
          <UrgencyMark urgency={draft.urgency ?? triage.urgency} />
        </p>
        {triage.rules.length === 0 ? (
          <p className="says">
            <FormattedMessage id="guide.noRule" />
          </p>
        ) : (
          <ul className="rules">
            {triage.rules.map((rule) => (
              <li key={rule.id}>
                <b className="code">{rule.urgency}</b> {rule.because[lang]}
              </li>
            ))}
          </ul>
        )}
      </div>
      {next.steps.length > 0 && (
        <div className="guide-part">
          <h3 className="label">
            <FormattedMessage id="guide.steps" />
          </h3>
          <ol className="steps">
            {next.steps.map((step) => (
              <li key={step.id}>
                <span>{step.says[lang]}</span>
              </li>
            ))}
          </ol>
        </div>
      )}
      {nearest && (
        <div className="guide-part">
          <h3 className="label">
            <FormattedMessage id="guide.authority" />
          </h3>
          <p className="authority name">{[nearest.label[lang], nearest.region].filter(Boolean).join(", ")}</p>
          <ul className="terms">
            {nearest.terms.map((term) => (
              <li key={term.id}>
                {term.label[lang]} <small>{term.law}</small>
              </li>
            ))}
          </ul>
          {others.length > 0 && (
            <p className="says">
              <FormattedMessage
                id="guide.others"
                values={{ names: intl.formatList(others.slice(0, 3).map((other) => other.label[lang])) }}
              />
            </p>
          )}
        </div>
      )}
    </section>
  );
});
