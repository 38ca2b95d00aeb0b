/** What is claimed: the words, the kind, when and where, a figure with its words, and what it denies. */
import { regionRows, type LedgerCastAnswer } from "@answerable/casework";
import { useMemo } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useLang } from "../../app/vocab.ts";
import { Line } from "../../parts/Line.tsx";
import { codeInWords, Range } from "./Codes.tsx";
import { dateOf, figureOf, type EntryWords } from "./entry-words.ts";
import { Choose } from "./IncidentFilters.tsx";
import { whenInWords } from "./WhenSaid.tsx";

const types = [
  "event",
  "quantity",
  "condition",
  "speech-act",
  "demand",
  "promise",
  "denial",
  "evaluation",
  "causal",
  "evidence-exists",
];
const units = ["person", "killed", "wounded", "missing", "detained", "day", "event"];
const denialKinds = ["generic", "specific", "counter-figure", "counter-accusation", "praise"] as const;
const kinds = [
  "losses",
  "refusal",
  "detention",
  "violence",
  "supply",
  "medical",
  "protest",
  "appeal",
  "mobilisation",
  "official-statement",
  "other",
];

interface Given {
  readonly words: EntryWords;
  readonly write: (part: Partial<EntryWords>) => void;
  readonly cast: LedgerCastAnswer;
}

export function EnterClaim({ words, write, cast }: Given) {
  const intl = useIntl();
  const lang = useLang();
  const regions = useMemo(
    () =>
      regionRows()
        .map((row) => [row.code, row[lang][0]?.replace(/^=/u, "") ?? row.code] as const)
        .toSorted((a, b) => a[1].localeCompare(b[1], lang)),
    [lang],
  );
  const date = dateOf(words.when);
  const figure = figureOf(words);
  return (
    <section className="part" aria-labelledby="enter-what">
      <h2 id="enter-what">
        <FormattedMessage id="ledger.enter.what" />
      </h2>
      <label className="label" htmlFor="enter-text">
        <FormattedMessage id="ledger.enter.text" />
      </label>
      <textarea
        id="enter-text"
        className="write"
        rows={3}
        autoComplete="off"
        value={words.text}
        onChange={(event) => write({ text: event.target.value })}
      />
      <div className="enter-two">
        <Choose
          label={intl.formatMessage({ id: "ledger.enter.type" })}
          value={words.type}
          isAlways
          choices={types.map((code) => [code, codeInWords(intl, "type", code)])}
          onChoose={(type) => write({ type: type ?? "event" })}
        />
        <Choose
          label={intl.formatMessage({ id: "filter.region" })}
          value={words.region === "" ? undefined : words.region}
          none={intl.formatMessage({ id: "ledger.enter.noRegion" })}
          choices={regions}
          onChoose={(region) => write({ region: region ?? "" })}
        />
        <Line
          label={intl.formatMessage({ id: "ledger.enter.when" })}
          value={words.when}
          onWrite={(when) => write({ when })}
          says={
            date?.edtf === undefined
              ? intl.formatMessage({ id: date ? "ledger.enter.whenSays" : "ledger.enter.whenWrong" })
              : whenInWords(intl, date.edtf)
          }
        />
        <Line
          label={intl.formatMessage({ id: "ledger.enter.said" })}
          value={words.said}
          onWrite={(said) => write({ said })}
          says={intl.formatMessage({ id: "ledger.enter.saidSays" })}
        />
      </div>
      {words.said.trim() !== "" && (
        <fieldset className="enter-figure">
          <legend>
            <FormattedMessage id="ledger.figures.range" />
            {": "}
            {figure.min === undefined && figure.max === undefined ? (
              <FormattedMessage id="ledger.figures.wordsOnly" />
            ) : (
              <b>
                <Range min={figure.min} max={figure.max} />
              </b>
            )}
          </legend>
          <div className="enter-two">
            <Choose
              label={intl.formatMessage({ id: "ledger.enter.unit" })}
              value={words.unit}
              isAlways
              choices={units.map((code) => [code, codeInWords(intl, "unit", code)])}
              onChoose={(unit) => write({ unit: unit ?? "person" })}
            />
            <Line
              label={intl.formatMessage({ id: "ledger.enter.counted" })}
              value={words.counted}
              onWrite={(counted) => write({ counted })}
            />
            <Line
              label={intl.formatMessage({ id: "ledger.enter.least" })}
              value={words.least}
              inputMode="numeric"
              onWrite={(least) => write({ least })}
            />
            <Line
              label={intl.formatMessage({ id: "ledger.enter.most" })}
              value={words.most}
              inputMode="numeric"
              onWrite={(most) => write({ most })}
            />
          </div>
          <label className="tick">
            <input
              type="checkbox"
              autoComplete="off"
              checked={words.isNamed !== ""}
              onChange={(event) => write({ isNamed: event.target.checked ? "y" : "" })}
            />
            <FormattedMessage id="ledger.enter.named" />
          </label>
        </fieldset>
      )}
      <div className="enter-two">
        <Choose
          label={intl.formatMessage({ id: "ledger.enter.incident" })}
          value={words.incident === "" ? undefined : words.incident}
          none={intl.formatMessage({ id: "ledger.enter.incidentNew" })}
          choices={cast.incidents.map(({ id, label }) => [id, label])}
          onChoose={(incident) => write({ incident: incident ?? "", denies: "" })}
        />
        {words.incident === "" ? (
          <>
            <Line
              label={intl.formatMessage({ id: "ledger.enter.label" })}
              value={words.label}
              onWrite={(label) => write({ label })}
            />
            <Choose
              label={intl.formatMessage({ id: "ledger.filter.kind" })}
              value={words.kind}
              isAlways
              choices={kinds.map((code) => [code, codeInWords(intl, "kind", code)])}
              onChoose={(kind) => write({ kind: kind ?? "other" })}
            />
          </>
        ) : (
          cast.claims.length > 0 && (
            <Choose
              label={intl.formatMessage({ id: "ledger.enter.denies" })}
              value={words.denies === "" ? undefined : words.denies}
              none={intl.formatMessage({ id: "ledger.enter.deniesNone" })}
              choices={cast.claims.map(({ id, text }) => [id, text])}
              onChoose={(denies) =>
                write({ denies: denies ?? "", ...(denies !== undefined && { type: "denial" }) })
              }
            />
          )
        )}
        {words.denies !== "" && (
          <Choose
            label={intl.formatMessage({ id: "ledger.enter.denialKind" })}
            value={words.denialKind}
            isAlways
            choices={denialKinds.map((code) => [code, intl.formatMessage({ id: `ledger.denial.${code}` })])}
            onChoose={(denialKind) => write({ denialKind: denialKind ?? "generic" })}
          />
        )}
      </div>
    </section>
  );
}
