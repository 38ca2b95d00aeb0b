/** The people around the soldier, how to reach them, and what each has agreed to. */
import { factFields, type Case, type Code, type Person } from "@answerable/casework";
import { useRef } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useOpenForm, useSlip } from "../../app/slips.tsx";
import { consentScopes, Label, relations, useEntries } from "../../app/vocab.ts";
import { CodeBox } from "../../parts/CodeBox.tsx";
import { Line } from "../../parts/Line.tsx";
import { SlipForm } from "../../parts/SlipForm.tsx";
import { Words } from "../../parts/Words.tsx";
import { RefusedHere, type DeedsOf } from "./Deeds.tsx";
import { FactValue } from "./FactValue.tsx";
import { isReach, Reach, TakenOut, useTakeOutKey } from "./Reach.tsx";
import { Said } from "./Said.tsx";

export function Circle({ file, deeds }: { readonly file: Case; readonly deeds: DeedsOf }) {
  const [isAdding, setAdding] = useOpenForm(addPlace(file));
  const circle = useRef<HTMLUListElement>(null);
  useTakeOutKey(circle);
  return (
    <section aria-labelledby="circle-title">
      <header className="part-head">
        <h2 id="circle-title">
          <FormattedMessage id="circle.title" />
        </h2>
        <button type="button" className="button" data-look="plain" onClick={() => setAdding(!isAdding)}>
          <FormattedMessage id="circle.add" />
        </button>
      </header>
      {isAdding && <AddPerson file={file} deeds={deeds} onClose={() => setAdding(false)} />}
      {file.people.length === 0 && !isAdding && (
        <p className="empty">
          <FormattedMessage id="circle.none" />
        </p>
      )}
      <ul className="circle" ref={circle}>
        {file.people.map((person) => (
          <PersonRow key={person.id} person={person} file={file} deeds={deeds} />
        ))}
      </ul>
    </section>
  );
}

function PersonRow({
  person,
  file,
  deeds,
}: {
  readonly person: Person;
  readonly file: Case;
  readonly deeds: DeedsOf;
}) {
  const intl = useIntl();
  const scopes = useEntries(consentScopes);
  const hers = file.facts.filter((fact) => fact.about === person.id);
  const facts = hers.filter(
    ({ standing, field }) => standing === "stands" && field !== "relation" && field !== "calledAs",
  );
  const consent = file.consents.filter((one) => one.person === person.id).at(-1);
  const held: readonly Code<typeof consentScopes>[] = consent?.scopes ?? [];
  return (
    <li className="person">
      <p>
        <bdi className="name">
          {person.calledAs === "" ? (
            <FormattedMessage id="circle.unnamed" />
          ) : (
            <Words text={person.calledAs} />
          )}
        </bdi>{" "}
        <Label of={relations} code={person.relation} />
      </p>
      {facts.map((fact) =>
        isReach(fact) ? (
          <Reach key={fact.id} file={file} fact={fact} deeds={deeds} />
        ) : (
          <p key={fact.id} className="person-fact">
            <span className="label">
              <Label of={factFields} code={fact.field} />{" "}
            </span>
            <FactValue fact={fact} />
          </p>
        ),
      )}
      <TakenOut facts={hers} />
      <div className="consents" role="group" aria-label={intl.formatMessage({ id: "call.consent" })}>
        {scopes.map((scope) => (
          <button
            key={scope.code}
            type="button"
            className="choice"
            aria-pressed={held.includes(scope.code)}
            onClick={() =>
              void deeds.run(
                {
                  type: "GiveConsent",
                  case: file.id,
                  person: person.id,
                  scopes: held.includes(scope.code)
                    ? held.filter((one) => one !== scope.code)
                    : [...held, scope.code],
                },
                { type: "GiveConsent", case: file.id, person: person.id, scopes: held },
              )
            }
          >
            <FormattedMessage id={`consent.${scope.code}`} />
          </button>
        ))}
      </div>
      <small>
        {consent ? (
          <>
            <FormattedMessage id="circle.agreed" /> · <Said stamp={consent} />
          </>
        ) : (
          <FormattedMessage id="circle.notAgreed" />
        )}
      </small>
    </li>
  );
}

const addPlace = (file: Case) => `${file.id}/person`;

function AddPerson({
  file,
  deeds,
  onClose,
}: {
  readonly file: Case;
  readonly deeds: DeedsOf;
  readonly onClose: () => void;
}) {
  const intl = useIntl();
  const kin = useEntries(relations);
  const { words, write, drop } = useSlip(addPlace(file), { calledAs: "", relation: "" });
  const relation = kin.find(({ code }) => code === words.relation)?.code;
  const close = () => {
    drop();
    onClose();
  };
  return (
    <SlipForm
      does="circle.do"
      onDo={() => {
        void deeds
          .run({
            type: "AddPerson",
            case: file.id,
            calledAs: words.calledAs,
            relation: relation ?? "unknown",
          })
          .then((ok) => ok && close());
      }}
      onLeave={close}
    >
      <Line
        isFirst
        label={intl.formatMessage({ id: "call.caller.how" })}
        value={words.calledAs}
        onWrite={(calledAs) => write({ calledAs })}
      />
      <RefusedHere deeds={deeds} of="AddPerson" />
      <div className="line">
        <span className="label">
          <FormattedMessage id="call.relation" />
        </span>
        <CodeBox
          label={intl.formatMessage({ id: "call.relation" })}
          entries={kin}
          value={relation}
          onTake={(code) => write({ relation: code ?? "" })}
        />
      </div>
    </SlipForm>
  );
}
