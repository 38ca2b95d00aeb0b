/**
 * What is known, as dated assertions with their sources. Two values that clash stand side by side; a correction sets
 * aside what its author saw, a withdrawal gives its reason; nothing disappears.
 */
import {
  codesOf,
  factFields,
  isManyValued,
  masked,
  presentValue,
  sources,
  type Case,
  type Code,
  type Fact,
} from "@answerable/casework";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useSlip, useSlips } from "../../app/slips.tsx";
import { Label, useEntries } from "../../app/vocab.ts";
import { CodeBox } from "../../parts/CodeBox.tsx";
import { Line } from "../../parts/Line.tsx";
import { SlipForm } from "../../parts/SlipForm.tsx";
import { Words } from "../../parts/Words.tsx";
import { RefusedHere, type DeedsOf } from "./Deeds.tsx";
import { FactValue } from "./FactValue.tsx";
import { Said } from "./Said.tsx";

type Field = Code<typeof factFields>;
type Editing = { readonly field: Field; readonly facts: readonly Fact[] } | { readonly withdraw: Fact };

export function Facts({ file, deeds }: { readonly file: Case; readonly deeds: DeedsOf }) {
  const slips = useSlips();
  const [editing, setEditing] = useState(() => halfWritten(file, (place) => slips.at(place) !== undefined));
  const fields = codesOf(factFields).flatMap((field) => {
    const present = presentValue(file, field);
    return present.values.length > 0 ? [{ field, ...present }] : [];
  });
  const gone = file.facts.filter((fact) => fact.about === undefined && fact.standing !== "stands");
  return (
    <section className="facts" aria-labelledby="facts-title">
      <header className="part-head">
        <h2 id="facts-title">
          <FormattedMessage id="facts.title" />
        </h2>
        <button
          type="button"
          className="button"
          data-look="plain"
          onClick={() => setEditing({ field: "name", facts: [] })}
        >
          <FormattedMessage id="facts.add" />
        </button>
      </header>
      {editing && "field" in editing && editing.facts.length === 0 && (
        <StateFact file={file} editing={editing} deeds={deeds} onClose={() => setEditing(undefined)} isNew />
      )}
      <dl className="ledger">
        {fields.map(({ field, values, clash }) => (
          <div key={field} className="fact" data-clash={clash || undefined}>
            <dt>
              <Label of={factFields} code={field} />
              {clash && (
                <em className="clash">
                  <FormattedMessage id="facts.clash" />
                </em>
              )}
            </dt>
            <dd>
              <ul className="values">
                {(clash || isManyValued(field) ? values : values.slice(0, 1)).map((fact) => (
                  <li key={fact.id}>
                    <FactValue fact={fact} />
                    {!fact.sure && (
                      <em className="doubt">
                        <FormattedMessage id="facts.unsure" />
                      </em>
                    )}
                    {fact.value !== masked && (
                      <button
                        type="button"
                        className="button small"
                        data-look="plain"
                        onClick={() => setEditing({ withdraw: fact })}
                      >
                        <FormattedMessage id="facts.withdraw" />
                      </button>
                    )}
                    <small>
                      <Label of={sources} code={fact.source} /> · <Said stamp={fact} />
                    </small>
                    {editing && "withdraw" in editing && editing.withdraw.id === fact.id && (
                      <Withdraw file={file} fact={fact} deeds={deeds} onClose={() => setEditing(undefined)} />
                    )}
                  </li>
                ))}
              </ul>
              {values.every((fact) => fact.value !== masked) && (
                <button
                  type="button"
                  className="button small"
                  data-look="plain"
                  onClick={() => setEditing({ field, facts: values })}
                >
                  <FormattedMessage id="facts.correct" />
                </button>
              )}
              {editing && "field" in editing && editing.facts.length > 0 && editing.field === field && (
                <StateFact
                  file={file}
                  editing={editing}
                  deeds={deeds}
                  onClose={() => setEditing(undefined)}
                />
              )}
            </dd>
          </div>
        ))}
      </dl>
      {fields.length === 0 && (
        <p className="empty">
          <FormattedMessage id="facts.none" />
        </p>
      )}
      {gone.length > 0 && (
        <details className="gone">
          <summary>
            <FormattedMessage id="facts.gone" values={{ count: gone.length }} />
          </summary>
          <ul>
            {gone.map((fact) => (
              <li key={fact.id}>
                <Label of={factFields} code={fact.field} />:{" "}
                <s>
                  <Words text={fact.value} />
                </s>{" "}
                <small>
                  <FormattedMessage
                    id={fact.standing === "withdrawn" ? "facts.isWithdrawn" : "facts.isSetAside"}
                    values={{ reason: fact.withdrawn?.reason ?? "" }}
                  />{" "}
                  · <Said stamp={fact.withdrawn ?? fact} />
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const placeOf = (file: Case, editing: Editing) =>
  "withdraw" in editing
    ? `${file.id}/withdraw/${editing.withdraw.id}`
    : `${file.id}/fact/${editing.facts.length === 0 ? "new" : editing.field}`;

/** The form that was left half-written, where there is one. */
function halfWritten(file: Case, isLeft: (place: string) => boolean): Editing | undefined {
  const forms: readonly Editing[] = [
    { field: "name", facts: [] },
    ...codesOf(factFields).map((field) => ({ field, facts: presentValue(file, field).values })),
    ...file.facts.map((fact) => ({ withdraw: fact })),
  ];
  return forms.find((one) => isLeft(placeOf(file, one)));
}

interface StateGiven {
  readonly file: Case;
  readonly editing: { readonly field: Field; readonly facts: readonly Fact[] };
  readonly deeds: DeedsOf;
  readonly onClose: () => void;
  readonly isNew?: boolean;
}

function StateFact({ file, editing, deeds, onClose, isNew = false }: StateGiven) {
  const intl = useIntl();
  const { words, write, drop } = useSlip(placeOf(file, editing), {
    field: editing.field,
    value: editing.facts[0]?.value ?? "",
    source: "unknown",
    sure: "sure",
  });
  const { value } = words;
  const field = codesOf(factFields).find((code) => code === words.field) ?? editing.field;
  const source = codesOf(sources).find((code) => code === words.source) ?? "unknown";
  const sure = words.sure === "sure";
  const close = () => {
    drop();
    onClose();
  };
  const fields = useEntries(factFields);
  const told = useEntries(sources);
  return (
    <SlipForm
      does="facts.state"
      onDo={() => {
        const setsAside = editing.facts.map((fact) => fact.id);
        void deeds
          .run({ type: "StateFact", case: file.id, field, value, sure, source, setsAside })
          .then((done) => done && close());
      }}
      onLeave={close}
      choices={
        <button
          type="button"
          className="choice"
          aria-pressed={!sure}
          onClick={() => write({ sure: sure ? "" : "sure" })}
        >
          <FormattedMessage id="facts.notSure" />
        </button>
      }
    >
      {isNew && (
        <div className="line">
          <span className="label">
            <FormattedMessage id="facts.field" />
          </span>
          <CodeBox
            label={intl.formatMessage({ id: "facts.field" })}
            entries={fields}
            value={field}
            onTake={(code) => code && write({ field: code })}
          />
        </div>
      )}
      <Line
        isFirst
        label={intl.formatMessage({ id: "facts.value" })}
        value={value}
        onWrite={(text) => write({ value: text })}
      />
      <RefusedHere deeds={deeds} of="StateFact" />
      <div className="line">
        <span className="label">
          <FormattedMessage id="call.source" />
        </span>
        <CodeBox
          label={intl.formatMessage({ id: "call.source" })}
          entries={told}
          value={source}
          onTake={(code) => code && write({ source: code })}
        />
      </div>
    </SlipForm>
  );
}

function Withdraw({
  file,
  fact,
  deeds,
  onClose,
}: {
  readonly file: Case;
  readonly fact: Fact;
  readonly deeds: DeedsOf;
  readonly onClose: () => void;
}) {
  const intl = useIntl();
  const { words, write, drop } = useSlip(placeOf(file, { withdraw: fact }), { reason: "" });
  const close = () => {
    drop();
    onClose();
  };
  return (
    <SlipForm
      does="facts.withdraw"
      onDo={() => {
        void deeds
          .run(
            { type: "WithdrawFact", case: file.id, fact: fact.id, ...words },
            { type: "StateAgain", case: file.id, fact: fact.id },
          )
          .then((done) => done && close());
      }}
      onLeave={close}
    >
      <Line
        isFirst
        label={intl.formatMessage({ id: "facts.withdraw.reason" })}
        value={words.reason}
        onWrite={(reason) => write({ reason })}
      />
      <RefusedHere deeds={deeds} of="WithdrawFact" />
    </SlipForm>
  );
}
