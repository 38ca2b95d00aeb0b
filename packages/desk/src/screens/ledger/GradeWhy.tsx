/** The rules that led to the grade, one after another, in words. */
import type { GradeStep } from "@answerable/casework";
import { FormattedMessage } from "react-intl";

import { Range } from "./Codes.tsx";

export function GradeWhy({ steps }: { readonly steps: readonly GradeStep[] }) {
  return (
    <ol className="grade-why">
      {steps.map((step, at) => (
        <li key={at}>
          <Step step={step} />
        </li>
      ))}
    </ol>
  );
}

function Step({ step }: { readonly step: GradeStep }) {
  switch (step.rule) {
    case "Ways":
      return <FormattedMessage id="ledger.why.Ways" values={{ ways: step.ways, claims: step.claims }} />;
    case "One":
      return (
        <FormattedMessage
          id={`ledger.why.One.${step.why}`}
          values={{ left: step.left, right: step.right, proved: step.isProved ? "yes" : "no" }}
        />
      );
    case "Carries":
    case "Unknown":
      return <FormattedMessage id={`ledger.why.${step.rule}`} values={{ who: step.who }} />;
    case "Uncounted":
    case "NothingStands":
    case "FewerThanTwo":
    case "NoneNear":
    case "TwoAndOneNear":
      return <FormattedMessage id={`ledger.why.${step.rule}`} />;
    case "Origins":
      return (
        <strong>
          <FormattedMessage
            id="ledger.why.Origins"
            values={{ range: <Range key="range" min={step.min} max={step.max} /> }}
          />
        </strong>
      );
    case "Unusable":
      return <FormattedMessage id="ledger.why.Unusable" values={{ claims: step.claims }} />;
    case "OwnKind":
      return <FormattedMessage id={`ledger.why.OwnKind.${step.kind}`} />;
    case "Contested":
      return (
        <FormattedMessage
          id="ledger.why.Contested"
          values={{
            claim: withoutStop(step.claim),
            by: withoutStop(step.by),
            kind: <FormattedMessage key="kind" id={`ledger.denial.${step.kind}`} />,
          }}
        />
      );
    case "DeniedOnly":
      return (
        <FormattedMessage
          id="ledger.why.DeniedOnly"
          values={{
            by: withoutStop(step.by),
            kind: <FormattedMessage key="kind" id={`ledger.denial.${step.kind}`} />,
          }}
        />
      );
    case "Judged":
      return <FormattedMessage id={`ledger.why.Judged.${step.judgement}`} values={{ reason: step.reason }} />;
  }
}

/** A sentence quoted within a sentence ends with that one's stop. */
function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/u, "");
}
