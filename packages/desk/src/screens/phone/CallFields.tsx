/** The call begins and is named: fields 0 to 4, and 12. Every field holds the words as typed. */
import { emptyPhone, readPhone, type Draft, type DraftPhone } from "@answerable/casework";
import { memo } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import type { Change } from "../../app/calls.tsx";
import {
  channels,
  consentScopes,
  contactKinds,
  relations,
  useEntries,
  useGrievances,
} from "../../app/vocab.ts";
import { Choice } from "../../parts/Choice.tsx";
import { CodeBox } from "../../parts/CodeBox.tsx";
import { Write } from "../../parts/Line.tsx";
import { Row } from "./Row.tsx";

interface Given {
  readonly draft: Draft;
  readonly change: (change: Change) => void;
}

export function Opening({ draft, change, onNothing }: Given & { readonly onNothing: () => void }) {
  const intl = useIntl();
  const kinds = useEntries(contactKinds);
  const channel = useEntries(channels);
  return (
    <>
      <Row n={0} name="call.kind" isWide>
        <div className="kinds">
          {kinds.map((kind, at) => (
            <button
              key={kind.code}
              type="button"
              className="choice"
              title={kind.label}
              aria-pressed={draft.kind === kind.code}
              onClick={() => (kind.code === "nothing" ? onNothing() : change({ kind: kind.code }))}
            >
              <kbd>{at + 1}</kbd>
              <FormattedMessage id={`kind.${kind.code}`} />
            </button>
          ))}
        </div>
      </Row>
      <Row n={1} name="call.safe">
        <div className="pair">
          <Choice
            label={intl.formatMessage({ id: "call.safe" })}
            entries={[
              { code: "yes", label: intl.formatMessage({ id: "answer.yes" }) },
              { code: "no", label: intl.formatMessage({ id: "answer.no" }), key: "!" },
            ]}
            value={draft.safeToSpeak === "unasked" ? undefined : draft.safeToSpeak}
            onChoose={(safe) => change({ safeToSpeak: safe ?? "unasked" })}
          />
          <CodeBox
            label={intl.formatMessage({ id: "call.channel" })}
            entries={channel}
            value={draft.channel}
            onTake={(code) => code && change({ channel: code })}
          />
        </div>
      </Row>
    </>
  );
}

export const Phones = memo(function Phones({
  phones,
  guess,
  change,
}: {
  readonly phones: readonly DraftPhone[];
  readonly guess: boolean;
  readonly change: Given["change"];
}) {
  const intl = useIntl();
  const shown = phones.length === 0 ? [emptyPhone] : phones;
  const put = (at: number, what: Partial<DraftPhone>) =>
    change({ phones: shown.map((phone, n) => (n === at ? { ...phone, ...what } : phone)) });
  return (
    <Row n={2} name="call.phone">
      {shown.map((phone, at) => {
        const read = readPhone(phone.raw);
        return (
          <div key={at} className="phone">
            <div className="pair">
              <Write
                label={intl.formatMessage({ id: "call.phone" })}
                value={phone.raw}
                inputMode="tel"
                guess={guess}
                id={at === 0 ? "call-phone" : undefined}
                onWrite={(raw) => put(at, { raw })}
              />
              <Write
                label={intl.formatMessage({ id: "call.safeHours" })}
                placeholder={intl.formatMessage({ id: "call.safeHours" })}
                value={phone.safeHours}
                onWrite={(safeHours) => put(at, { safeHours })}
              />
            </div>
            {phone.raw.trim() !== "" && (
              <div className="phone-terms">
                <span className="says number">
                  {read ? read.pretty : <FormattedMessage id="call.phone.unread" />}
                </span>
                <Ask
                  label="call.mayLeave"
                  value={phone.mayLeaveMessage}
                  onAnswer={(mayLeaveMessage) => put(at, { mayLeaveMessage })}
                />
                <Ask
                  label="call.maySay"
                  value={phone.maySayWhoWeAre}
                  onAnswer={(maySayWhoWeAre) => put(at, { maySayWhoWeAre })}
                />
                {at === shown.length - 1 && at < 4 && (
                  <button
                    type="button"
                    className="button"
                    data-look="plain"
                    onClick={() => change({ phones: [...shown, emptyPhone] })}
                  >
                    <FormattedMessage id="call.phone.more" />
                  </button>
                )}
              </div>
            )}
          </div>
        );
      })}
    </Row>
  );
});

/** Three states on one button: not asked, yes, no. */
function Ask({
  label,
  value,
  onAnswer,
}: {
  readonly label: "call.mayLeave" | "call.maySay";
  readonly value: "yes" | "no" | "unasked";
  readonly onAnswer: (value: "yes" | "no" | "unasked") => void;
}) {
  const next = { unasked: "yes", yes: "no", no: "unasked" } as const;
  return (
    <button
      type="button"
      className="choice"
      aria-pressed={value === "yes"}
      onClick={() => onAnswer(next[value])}
    >
      <FormattedMessage id={label} values={{ answer: value }} />
    </button>
  );
}

export const Consent = memo(function Consent({
  consent,
  change,
}: {
  readonly consent: Draft["consent"];
  readonly change: Given["change"];
}) {
  const scopes = useEntries(consentScopes);
  return (
    <Row n={3} name="call.consent" isWide>
      <q className="spoken">
        <FormattedMessage id="call.consent.sentence" />
      </q>
      <div className="choices">
        {scopes.map((scope, at) => (
          <button
            key={scope.code}
            type="button"
            className="choice"
            title={scope.label}
            data-field={at === 0 || undefined}
            aria-pressed={consent.includes(scope.code)}
            onClick={() =>
              change({
                consent: consent.includes(scope.code)
                  ? consent.filter((one) => one !== scope.code)
                  : [...consent, scope.code],
              })
            }
          >
            {at === 0 && <kbd>y</kbd>}
            <FormattedMessage id={`consent.${scope.code}`} />
          </button>
        ))}
      </div>
    </Row>
  );
});

export const Caller = memo(function Caller({
  name,
  relation,
  guess,
  change,
}: {
  readonly name: string;
  readonly relation: Draft["relation"];
  readonly guess: boolean;
  readonly change: Given["change"];
}) {
  const intl = useIntl();
  const kin = useEntries(relations);
  return (
    <Row n={4} name="call.caller">
      <div className="pair">
        <Write
          label={intl.formatMessage({ id: "call.caller" })}
          placeholder={intl.formatMessage({ id: "call.caller.how" })}
          value={name}
          guess={guess}
          onWrite={(callerName) => change({ callerName })}
        />
        <CodeBox
          label={intl.formatMessage({ id: "call.relation" })}
          placeholder={intl.formatMessage({ id: "call.relation" })}
          entries={kin}
          value={relation}
          onTake={(code) => change({ relation: code })}
        />
      </div>
    </Row>
  );
});

export const Grievances = memo(function Grievances({
  codes,
  change,
}: {
  readonly codes: Draft["grievances"];
  readonly change: Given["change"];
}) {
  const intl = useIntl();
  const list = useGrievances();
  const label = intl.formatMessage({ id: "call.grievances" });
  return (
    <Row n={12} name="call.grievances">
      <div className="gather">
        {codes.map((code, at) => (
          <span key={code} className="chip" data-main={at === 0 || undefined}>
            <b className="code">{code}</b> {list.find((one) => one.code === code)?.label}
            <button
              type="button"
              aria-label={intl.formatMessage({ id: "call.grievances.drop" }, { code })}
              onClick={() => change({ grievances: codes.filter((one) => one !== code) })}
            >
              ×
            </button>
          </span>
        ))}
        {codes.length < 3 && (
          <CodeBox
            label={label}
            placeholder={codes.length === 0 ? intl.formatMessage({ id: "call.grievances.hint" }) : ""}
            entries={list.filter((one) => !codes.includes(one.code))}
            value={undefined}
            gathers
            onTake={(code) => code && change({ grievances: [...codes, code] })}
          />
        )}
      </div>
    </Row>
  );
});
