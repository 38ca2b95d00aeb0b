/** The value as it was said; its code read out, its normal form beside it where it tells more. */
import {
  fates,
  isCode,
  labelOf,
  masked,
  relations,
  safetyAnswers,
  services,
  serviceStates,
  whereabouts,
  type Fact,
  type Lang,
  type Vocabulary,
} from "@answerable/casework";
import { FormattedMessage } from "react-intl";

import { useBirthWords } from "../../app/moments.tsx";
import { Label } from "../../app/vocab.ts";
import { Words } from "../../parts/Words.tsx";

const coded: Partial<Record<Fact["field"], Vocabulary>> = {
  service: services,
  fate: fates,
  whereabouts,
  serviceState: serviceStates,
  relation: relations,
  mayLeaveMessage: safetyAnswers,
  maySayWhoWeAre: safetyAnswers,
};
const dated: readonly Fact["field"][] = ["birth", "lastContact"];

/** A code of a vocabulary read out; other words as they are. */
export function factWords(field: Fact["field"], value: string, lang: Lang): string {
  const vocab = coded[field];
  return vocab && isCode(vocab, value) ? labelOf(vocab, value, lang) : value;
}

export function FactValue({ fact }: { readonly fact: Fact }) {
  const birthWords = useBirthWords();
  if (fact.value === masked) return <Masked />;
  const vocab = coded[fact.field];
  const code = fact.known ?? fact.value;
  if (vocab && isCode(vocab, code))
    return (
      <span className="value">
        <Label of={vocab} code={code} />
      </span>
    );
  const known =
    fact.known === undefined || fact.known === fact.value
      ? undefined
      : dated.includes(fact.field)
        ? birthWords(fact.known)
        : fact.known;
  return (
    <span className="value">
      <bdi className={fact.field === "name" ? "name" : undefined}>
        <Words text={fact.value} />
      </bdi>
      {known !== undefined && known !== fact.value && (
        <small className="number">
          {" "}
          <Words text={known} />
        </small>
      )}
    </span>
  );
}

/** Dots for the eye, a word for the ear. */
function Masked() {
  return (
    <span className="value masked">
      <span aria-hidden="true">{masked}</span>
      <span className="unseen">
        <FormattedMessage id="veils.masked" />
      </span>
    </span>
  );
}
