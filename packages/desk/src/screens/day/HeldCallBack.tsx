/** The one being called: number, hour there, what may be said; and what came of it, with one key. */
import {
  codesOf,
  presentValue,
  skipReasons,
  tryResults,
  type Code,
  type PersonId,
  type QueueAnswer,
} from "@answerable/casework";
import { useEffect, useImperativeHandle, useRef, useState, type Ref } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useCalls } from "../../app/calls.tsx";
import { useAnswer, useClock, usePage } from "../../app/desk.tsx";
import { When } from "../../app/moments.tsx";
import { go } from "../../app/route.ts";
import { Label } from "../../app/vocab.ts";
import { Line } from "../../parts/Line.tsx";
import { UrgencyMark } from "../../parts/UrgencyMark.tsx";
import { Words } from "../../parts/Words.tsx";
import { RefusedHere, useDeeds } from "../casefile/Deeds.tsx";
import { FolderLink, WhoIsIt } from "./CallBackParts.tsx";

export interface SaidOf {
  readonly say: (result: Code<typeof tryResults>) => void;
  readonly skip: () => void;
  readonly write: () => void;
}

type Held = NonNullable<QueueAnswer["held"]>;

export function HeldCallBack({ held, ref }: { readonly held: Held; readonly ref: Ref<SaidOf | undefined> }) {
  const { item, alsoWaiting } = held;
  const { office } = usePage();
  const intl = useIntl();
  const now = useClock(30);
  const calls = useCalls();
  const deeds = useDeeds();
  const [note, setNote] = useState("");
  const [later, setLater] = useState("");
  const [isSkipping, setSkipping] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);

  const of = { case: item.folder, task: item.task };
  const say = (result: Code<typeof tryResults>) => {
    if (result === "askedLater" && later.trim() === "")
      document.querySelector<HTMLElement>(".held-later input")?.focus();
    void deeds.run({
      type: "TryCallBack",
      ...of,
      result,
      note,
      later,
      closes: alsoWaiting.map(({ task }) => task),
      zone: item.zone,
    });
  };
  const skip = (reason: Code<typeof skipReasons>) =>
    void deeds.run({ type: "SkipCallBack", ...of, reason, note });
  const write = () => {
    calls.change({
      kind: "followUp",
      channel: "phoneOut",
      ...(item.number === "" ? {} : { attachTo: item.folder }),
      callerName: item.calledAs,
      phones: item.phones.slice(0, 1).map((raw) => ({
        raw,
        safeHours: "",
        mayLeaveMessage: "unasked",
        maySayWhoWeAre: "unasked",
      })),
    });
    go({ page: "phone" });
  };
  useImperativeHandle(ref, () => ({ say, skip: () => setSkipping(true), write }));

  return (
    <div ref={place} className="held" tabIndex={-1} aria-labelledby="held-title" role="group">
      <h2 id="held-title" className="held-who">
        {item.urgency && <UrgencyMark urgency={item.urgency} />}
        <bdi className="name">
          {item.calledAs === "" ? <FormattedMessage id="queue.noName" /> : item.calledAs}
        </bdi>
      </h2>
      <p className="held-phones">
        {item.phones.map((phone) => (
          <a key={phone} className="held-phone" href={`tel:${phone}`}>
            {phone}
          </a>
        ))}
      </p>
      <p className="held-there">
        <WhoIsIt item={{ ...item, calledAs: "" }} now={now} />
      </p>
      <MayBeSaid held={held} />
      <p className="held-what">
        <Words text={item.what === "" ? intl.formatMessage({ id: "call.callBack.what" }) : item.what} />
        {item.due && (
          <small>
            {" "}
            <FormattedMessage id="tasks.due" values={{ when: <When at={item.due} now={now} /> }} />
          </small>
        )}
      </p>
      <FolderLink item={item} />
      {alsoWaiting.length > 0 && (
        <div className="held-also">
          <p className="label">
            <FormattedMessage id="queue.also" values={{ count: alsoWaiting.length }} />
          </p>
          <ul>
            {alsoWaiting.map((other) => (
              <li key={other.task}>
                <Words
                  text={other.what === "" ? intl.formatMessage({ id: "call.callBack.what" }) : other.what}
                />{" "}
                <FolderLink item={other} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <form
        className="held-said"
        onSubmit={(event) => {
          event.preventDefault();
          if (later.trim() !== "") say("askedLater");
        }}
      >
        <Line label={intl.formatMessage({ id: "queue.note" })} value={note} onWrite={setNote} />
        <div className="held-later">
          <Line
            label={intl.formatMessage({ id: "queue.laterWhen" })}
            says={intl.formatMessage({ id: "queue.laterSays" })}
            value={later}
            onWrite={setLater}
          />
        </div>
        <RefusedHere deeds={deeds} of="TryCallBack" />
        <div className="held-results" role="group" aria-label={intl.formatMessage({ id: "queue.result" })}>
          {codesOf(tryResults).map((result, at) => (
            <button
              key={result}
              type="button"
              className="button"
              data-look={result === "reached" ? "seal" : undefined}
              onClick={() => say(result)}
            >
              <kbd>{at + 1}</kbd> <Label of={tryResults} code={result} />
            </button>
          ))}
        </div>
      </form>
      <div className="held-acts">
        <button type="button" className="button" onClick={write}>
          <FormattedMessage id="queue.record" /> <kbd>w</kbd>
        </button>
        <button
          type="button"
          className="button"
          data-look="plain"
          aria-expanded={isSkipping}
          onClick={() => setSkipping(!isSkipping)}
        >
          <FormattedMessage id="queue.skip" /> <kbd>s</kbd>
        </button>
        <button type="button" className="button" data-look="plain" onClick={() => void office.freeCallBack()}>
          <FormattedMessage id="queue.giveBack" /> <kbd>b</kbd>
        </button>
        <span className="says">
          <FormattedMessage
            id={held.isLeased ? "queue.leased" : "queue.notLeased"}
            values={{ when: <When at={held.until} now={now} /> }}
          />
        </span>
      </div>
      {isSkipping && (
        <div className="held-results" role="group" aria-label={intl.formatMessage({ id: "queue.skip" })}>
          {codesOf(skipReasons).map((reason) => (
            <button key={reason} type="button" className="button small" onClick={() => skip(reason)}>
              <Label of={skipReasons} code={reason} />
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** Whether a message may be left, and who may be said to call: as they told us last. */
function MayBeSaid({ held }: { readonly held: Held }) {
  const { item } = held;
  const intl = useIntl();
  const answer = useAnswer(item.number === "" ? undefined : { type: "CaseFile", case: item.folder });
  if (answer?.type !== "Here") return null;
  const task = answer.case.tasks.find(({ id }) => id === item.task);
  const told = (field: "mayLeaveMessage" | "maySayWhoWeAre", person: PersonId | undefined) =>
    person && presentValue(answer.case, field, person).values[0]?.value;
  const person = task?.person;
  // Those that could be read stand beside the clock already.
  const hours = item.hours
    ? undefined
    : person && presentValue(answer.case, "safeHours", person).values[0]?.value;
  return (
    <p className="held-may">
      {(["mayLeaveMessage", "maySayWhoWeAre"] as const).map((field) => (
        <span key={field}>
          <FormattedMessage
            id={`queue.${field}`}
            values={{
              answer: told(field, person) === "yes" ? "yes" : told(field, person) === "no" ? "no" : "unasked",
            }}
          />
        </span>
      ))}
      {hours && <span>{intl.formatMessage({ id: "queue.said" }, { hours })}</span>}
    </p>
  );
}
