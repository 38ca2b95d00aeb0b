/** Another desk goes on with the case: to which, with whose word; and the way back. */
import { consentWays, type Case, type Referral, type ReferralEvent } from "@answerable/casework";
import type { DeskRow, ReferRefusal } from "@answerable/replica";
import { useState } from "react";
import { FormattedDate, FormattedMessage, useIntl } from "react-intl";

import { usePage, useStatus } from "../../app/desk.tsx";
import { useDeskName } from "../../app/DeskSwitch.tsx";
import { useOpenForm, useSlip } from "../../app/slips.tsx";
import { Line } from "../../parts/Line.tsx";
import { Refused } from "../../parts/Refused.tsx";
import { SlipForm } from "../../parts/SlipForm.tsx";
import { Sentence } from "../../parts/Words.tsx";
import { Said } from "./Said.tsx";

/** Seen where there is another desk of one's own, or where the case has gone or come. */
export function Referrals({ file }: { readonly file: Case }) {
  const { desk, desks = [] } = useStatus();
  const others = desks.filter((one) => one.id !== desk);
  const [isOpen, setOpen] = useOpenForm(`${file.id}/refer`);
  if (others.length === 0 && file.referrals.length === 0) return null;
  return (
    <section aria-labelledby="referral-title">
      <header className="part-head">
        <h2 id="referral-title">
          <FormattedMessage id="referral.title" />
        </h2>
        {others.length > 0 && !isOpen && (
          <button type="button" className="button" data-look="plain" onClick={() => setOpen(true)}>
            <FormattedMessage id="referral.refer" />
          </button>
        )}
      </header>
      {isOpen && others.length > 0 && <Refer file={file} others={others} onClose={() => setOpen(false)} />}
      <ul className="tasks">
        {file.referrals.toReversed().map((one) => (
          <Gone key={one.referral} file={file} one={one} />
        ))}
      </ul>
    </section>
  );
}

interface ReferGiven {
  readonly file: Case;
  readonly others: readonly DeskRow[];
  readonly onClose: () => void;
}

function Refer({ file, others, onClose }: ReferGiven) {
  const intl = useIntl();
  const { office, now } = usePage();
  const deskName = useDeskName();
  const { words, write, drop } = useSlip(`${file.id}/refer`, {
    desk: "",
    by: "",
    how: "",
    day: "",
    reason: "",
  });
  const [refusal, setRefusal] = useState<ReferRefusal>();
  const [isBusy, setBusy] = useState(false);
  const desk = others.find((one) => one.id === words.desk) ?? (others.length === 1 ? others[0] : undefined);
  const how = consentWays.find((one) => one === words.how);
  const isWritten = desk && how && words.by.trim() !== "" && words.reason.trim() !== "";
  function close(): void {
    drop();
    onClose();
  }
  async function refer(): Promise<void> {
    if (!isWritten || isBusy) return;
    setBusy(true);
    const day = (words.day === "" ? now().slice(0, 10) : words.day) as Referral["consent"]["day"]; // the field gives a day or nothing
    const consent = { by: words.by.trim(), how, day };
    const done = await office
      .refer({ case: file.id, desk: desk.id, consent, reason: words.reason.trim() })
      .finally(() => setBusy(false));
    setRefusal(done.ok ? undefined : done.refusal);
    if (done.ok) close();
  }
  return (
    <SlipForm
      does={isBusy ? "referral.going" : "referral.do"}
      isHeld={!isWritten || isBusy}
      onDo={() => void refer()}
      onLeave={close}
    >
      <p className="says">
        <FormattedMessage id="referral.says" />
      </p>
      <fieldset className="duties">
        <legend>
          <FormattedMessage id="referral.to" />
        </legend>
        <div className="choices">
          {others.map((one) => (
            <button
              key={one.id}
              type="button"
              className="choice"
              aria-pressed={one.id === desk?.id}
              title={one.purpose}
              onClick={() => write({ desk: one.id })}
            >
              {deskName(one)}
            </button>
          ))}
        </div>
      </fieldset>
      <Line
        label={intl.formatMessage({ id: "referral.by" })}
        value={words.by}
        onWrite={(by) => write({ by })}
        says={intl.formatMessage({ id: "referral.by.says" })}
      />
      <fieldset className="duties">
        <legend>
          <FormattedMessage id="referral.how" />
        </legend>
        <div className="choices">
          {consentWays.map((one) => (
            <button
              key={one}
              type="button"
              className="choice"
              aria-pressed={one === how}
              onClick={() => write({ how: one })}
            >
              <FormattedMessage id={`referral.how.${one}`} />
            </button>
          ))}
        </div>
      </fieldset>
      <label className="line">
        <span className="label">
          <FormattedMessage id="referral.day" />
        </span>
        <input
          type="date"
          autoComplete="off"
          className="write"
          value={words.day === "" ? now().slice(0, 10) : words.day}
          onChange={(event) => write({ day: event.target.value })}
        />
      </label>
      <Line
        label={intl.formatMessage({ id: "referral.reason" })}
        value={words.reason}
        onWrite={(reason) => write({ reason })}
      />
      <RefusedReferral refusal={refusal} />
    </SlipForm>
  );
}

function RefusedReferral({ refusal }: { readonly refusal: ReferRefusal | undefined }) {
  if (!refusal) return null;
  if (refusal.type === "NoSeat")
    return (
      <p role="alert" className="wrong">
        <FormattedMessage id="desk.refused.NoSeat" />
      </p>
    );
  if (refusal.type === "Unreachable")
    return (
      <p role="alert" className="wrong">
        <FormattedMessage id="referral.unreachable" />
      </p>
    );
  return <Refused refusal={refusal} />;
}

function Gone({ file, one }: { readonly file: Case; readonly one: Referral }) {
  const { office } = usePage();
  const [isOpen, setOpen] = useOpenForm(`${file.id}/back`);
  const intl = useIntl();
  const { words, write, drop } = useSlip(`${file.id}/back`, { reason: "" });
  const [refusal, setRefusal] = useState<ReferRefusal>();
  async function back(): Promise<void> {
    const done = await office.sendBack({ case: file.id, reason: words.reason.trim() });
    setRefusal(done.ok ? undefined : done.refusal);
    if (!done.ok) return;
    drop();
    setOpen(false);
  }
  return (
    <li className="task">
      <p>
        <Sentence id={`referral.${one.way}`} values={{ desk: one.deskName }} />
      </p>
      <p className="says">
        <Sentence
          id="referral.consent"
          values={{ by: one.consent.by, how: one.consent.how, day: <Day key="day" day={one.consent.day} /> }}
        />
      </p>
      <p className="note">{one.reason}</p>
      <small>
        <Said stamp={one} />
      </small>
      {one.back && (
        <>
          <p>
            <Sentence id={`referral.back.${one.way}`} values={{ reason: one.back.reason }} />
          </p>
          <small>
            <Said stamp={one.back} />
          </small>
        </>
      )}
      {one.way === "in" && !one.back && !isOpen && (
        <button type="button" className="button small" onClick={() => setOpen(true)}>
          <FormattedMessage id="referral.sendBack" />
        </button>
      )}
      {one.way === "in" && !one.back && isOpen && (
        <SlipForm
          does="referral.sendBack"
          isHeld={words.reason.trim() === ""}
          onDo={() => void back()}
          onLeave={() => {
            drop();
            setOpen(false);
          }}
        >
          <p className="says">
            <FormattedMessage id="referral.sendBack.says" />
          </p>
          <Line
            isFirst
            label={intl.formatMessage({ id: "referral.reason" })}
            value={words.reason}
            onWrite={(reason) => write({ reason })}
          />
          <RefusedReferral refusal={refusal} />
        </SlipForm>
      )}
    </li>
  );
}

function Day({ day }: { readonly day: string }) {
  return <FormattedDate value={`${day}T12:00:00Z`} timeZone="UTC" dateStyle="long" />;
}

/** Its line among all that happened. */
export function ReferralHappened({ what, file }: { readonly what: ReferralEvent; readonly file: Case }) {
  const name = file.referrals.find((one) => one.referral === what.referral)?.deskName ?? "";
  return <Sentence id={`event.${what.type}`} values={{ desk: name, reason: what.reason }} />;
}
