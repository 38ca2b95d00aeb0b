/** Leaving the chair, a journey, a phrase typed under duress, somebody at the door; and what none of it promises. */
import type { SafetyRefusal } from "@answerable/replica";
import { useState, type ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { usePage } from "../app/desk.tsx";
import { useLock } from "../app/idle.tsx";
import { Line } from "../parts/Line.tsx";
import type { WordId } from "../words/words.ts";

const code = (parts: ReactNode) => <kbd>{parts}</kbd>;
const nots = ["1", "2", "3", "4", "5"] as const;

export function Safety() {
  const lock = useLock();
  return (
    <div className="people">
      <h1>
        <FormattedMessage id="place.safety" />
      </h1>
      <Part name="panic">
        <Panic />
      </Part>
      <Part name="lock">
        <button type="button" className="button" onClick={() => void lock()}>
          <FormattedMessage id="people.lock" />
        </button>
      </Part>
      <Part name="travel">
        <Travel />
      </Part>
      <Part name="duress">
        <Duress />
      </Part>
      <section aria-labelledby="safety-not">
        <h2 id="safety-not">
          <FormattedMessage id="safety.not" />
        </h2>
        <ul className="plain-list">
          {nots.map((n) => (
            <li key={n}>
              <FormattedMessage id={`safety.not.${n}`} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

interface PartGiven {
  readonly name: "panic" | "lock" | "travel" | "duress";
  readonly children: ReactNode;
}

function Part({ name, children }: PartGiven) {
  return (
    <section aria-labelledby={`safety-${name}`}>
      <h2 id={`safety-${name}`}>
        <FormattedMessage id={`safety.${name}`} />
      </h2>
      <p className="safety-says">
        <FormattedMessage id={`safety.${name}.says`} values={{ code }} />
      </p>
      {children}
    </section>
  );
}

function Refused({ refusal }: { readonly refusal: SafetyRefusal | undefined }) {
  if (!refusal) return null;
  const values = {
    least: "least" in refusal ? refusal.least : 0,
    count: "count" in refusal ? refusal.count : 0,
  };
  return (
    <p role="alert" className="wrong">
      <FormattedMessage id={`safety.refused.${refusal.type}`} values={values} />
    </p>
  );
}

function Panic() {
  const { office } = usePage();
  const [isAsked, setAsked] = useState(false);
  if (!isAsked)
    return (
      <button type="button" className="button" onClick={() => setAsked(true)}>
        <FormattedMessage id="safety.panic.do" />
      </button>
    );
  return (
    <div className="door-acts">
      <button type="button" className="button" data-look="seal" onClick={() => void office.panic()}>
        <FormattedMessage id="safety.panic.sure" />
      </button>
      <button type="button" className="button" data-look="plain" onClick={() => setAsked(false)}>
        <FormattedMessage id="people.act.no" />
      </button>
    </div>
  );
}

function Travel() {
  const { office, showTravelCode } = usePage();
  const [passphrase, setPassphrase] = useState("");
  const [refusal, setRefusal] = useState<SafetyRefusal>();
  const [isBusy, setBusy] = useState(false);
  async function travel(): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    const done = await office.travel(passphrase).finally(() => setBusy(false));
    setPassphrase("");
    if (done.ok) showTravelCode(done.value.code);
    else setRefusal(done.refusal);
  }
  return (
    <Form onSubmit={travel} label="safety.travel.do" isBusy={isBusy}>
      <Phrase label="safety.passphrase" value={passphrase} onWrite={setPassphrase} />
      <Refused refusal={refusal} />
    </Form>
  );
}

function Duress() {
  const { office } = usePage();
  const [passphrase, setPassphrase] = useState("");
  const [phrase, setPhrase] = useState("");
  const [refusal, setRefusal] = useState<SafetyRefusal>();
  const [state, setState] = useState<"busy" | "done">();
  async function set(): Promise<void> {
    setState("busy");
    setRefusal(undefined);
    const done = await office.setDuress({ passphrase, phrase });
    setState(done.ok ? "done" : undefined);
    if (!done.ok) return setRefusal(done.refusal);
    setPassphrase("");
    setPhrase("");
  }
  return (
    <Form onSubmit={set} label="safety.duress.do" isBusy={state === "busy"}>
      <Phrase label="safety.passphrase" value={passphrase} onWrite={setPassphrase} />
      <Phrase label="safety.duress.phrase" value={phrase} onWrite={setPhrase} />
      <Refused refusal={refusal} />
      {state === "done" && (
        <p role="status" className="done">
          <FormattedMessage id="safety.duress.done" />
        </p>
      )}
    </Form>
  );
}

interface FormGiven {
  readonly onSubmit: () => Promise<void>;
  readonly label: WordId;
  readonly isBusy: boolean;
  readonly children: ReactNode;
}

function Form({ onSubmit, label, isBusy, children }: FormGiven) {
  return (
    <form
      className="door-form"
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit();
      }}
    >
      {children}
      <button type="submit" className="button" disabled={isBusy}>
        <FormattedMessage id={isBusy ? "door.wait" : label} />
      </button>
    </form>
  );
}

interface PhraseGiven {
  readonly label: WordId;
  readonly value: string;
  readonly onWrite: (text: string) => void;
}

function Phrase({ label, value, onWrite }: PhraseGiven) {
  const intl = useIntl();
  return (
    <Line
      type="password"
      autoComplete="off"
      label={intl.formatMessage({ id: label })}
      value={value}
      onWrite={onWrite}
    />
  );
}
