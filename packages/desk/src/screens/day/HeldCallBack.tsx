/** The one being called: number, hour there, what may be said; and what came of it, with one key. */
import {
  codesOf,
  presentValue,
  readPhone,
  skipReasons,
  tryResults,
  type Code,
  type Command,
  type PersonId,
  type QueueAnswer,
} from "@answerable/casework";
import { useEffect, useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { PARKED_MOST, useCalls } from "../../app/calls.tsx";
import { useAnswer, useClock } from "../../app/desk.tsx";
import { When } from "../../app/moments.tsx";
import { go } from "../../app/route.ts";
import { useSlip } from "../../app/slips.tsx";
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

/** What was done with one a moment ago. Without a result it was passed on. */
export interface JustSaid extends Pick<Held, "item" | "alsoWaiting"> {
  readonly result?: Code<typeof tryResults>;
  /** Whether it was written down: it leaves the screen before the answer comes. */
  readonly done: Promise<boolean>;
}

interface Given {
  readonly held: Held;
  /** The queue has let go of it in mid-call. */
  readonly isGone: boolean;
  readonly onGiveBack: () => void;
  readonly ref: Ref<SaidOf | undefined>;
  /** undefined: it was refused. */
  readonly onSaid: (said: JustSaid | undefined) => void;
}

export function HeldCallBack({ held, isGone, ref, onGiveBack, onSaid }: Given) {
  const { item, alsoWaiting } = held;
  const intl = useIntl();
  const now = useClock(30);
  const calls = useCalls();
  const deeds = useDeeds();
  const { words, write: jot, drop } = useSlip(`call-back/${item.task}`, { note: "", later: "" });
  const { note, later } = words;
  const [isFull, setFull] = useState(false);
  const [isSkipping, setSkipping] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);

  const of = { case: item.folder, task: item.task };
  const say = (result: Code<typeof tryResults>) => {
    if (result === "askedLater" && later.trim() === "")
      document.querySelector<HTMLElement>(".held-later input")?.focus();
    const closes = alsoWaiting.map(({ task }) => task);
    leave(
      { item, alsoWaiting, result },
      { type: "TryCallBack", ...of, result, note, later, closes, zone: item.zone },
    );
  };
  const skip = (reason: Code<typeof skipReasons>) =>
    leave({ item, alsoWaiting }, { type: "SkipCallBack", ...of, reason, note });
  const leave = (said: Omit<JustSaid, "done">, command: Command) => {
    const done = deeds.run(command).then((folder) => folder !== undefined);
    onSaid({ ...said, done });
    void done.then((isDone) => (isDone ? drop() : onSaid(undefined)));
  };
  const write = () => {
    const hasRoom = calls.begin({
      // A call of a shift belongs to no case yet: about whom it is, is asked first.
      ...(item.number === "" ? {} : { kind: "followUp", attachTo: item.folder }),
      channel: "phoneOut",
      answers: {
        folder: item.folder,
        task: item.task,
        closes: alsoWaiting.map(({ task }) => task),
        zone: item.zone,
      },
      summary: note,
      callerName: item.calledAs,
      phones: item.phones.slice(0, 1).map((raw) => ({
        raw,
        safeHours: "",
        mayLeaveMessage: "unasked",
        maySayWhoWeAre: "unasked",
      })),
    });
    setFull(!hasRoom);
    if (hasRoom) go({ page: "phone" });
  };
  useImperativeHandle(ref, () => ({ say, skip: () => setSkipping(!isGone), write }));

  return (
    // The keys of the results work again once nobody writes.
    <div
      ref={place}
      className="held"
      tabIndex={-1}
      aria-labelledby="held-title"
      role="group"
      onKeyDown={(event: KeyboardEvent) => event.key === "Escape" && place.current?.focus()}
    >
      <h2 id="held-title" className="held-who">
        {item.urgency && <UrgencyMark urgency={item.urgency} />}
        <bdi className="name">
          {item.calledAs === "" ? <FormattedMessage id="queue.noName" /> : item.calledAs}
        </bdi>
      </h2>
      <div className="held-reach">
        <p className="held-phones">
          {item.phones.map((phone) => (
            <a key={phone} className="held-phone" href={`tel:${phone}`}>
              {readPhone(phone)?.pretty ?? phone}
            </a>
          ))}
        </p>
        <p className="held-there">
          <WhoIsIt item={{ ...item, calledAs: "" }} now={now} />
        </p>
      </div>
      {isGone && (
        <p className="wrong settles" role="status">
          <FormattedMessage id="queue.gone" />
        </p>
      )}
      <MayBeSaid held={held} />
      <div className="held-about">
        <FolderLink item={item} />
        <p>
          <Words text={item.what === "" ? intl.formatMessage({ id: "call.callBack.what" }) : item.what} />
          {item.due && (
            <small>
              {" "}
              <FormattedMessage id="tasks.due" values={{ when: <When at={item.due} now={now} /> }} />
            </small>
          )}
        </p>
      </div>
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
        <Line
          label={intl.formatMessage({ id: "queue.note" })}
          value={note}
          onWrite={(text) => jot({ note: text })}
        />
        <div className="held-later">
          <Line
            label={intl.formatMessage({ id: "queue.laterWhen" })}
            says={intl.formatMessage({ id: "queue.laterSays" })}
            value={later}
            onWrite={(text) => jot({ later: text })}
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
      {isFull && (
        <p className="wrong settles" role="alert">
          <FormattedMessage id="queue.parkedFull" values={{ most: PARKED_MOST }} />
        </p>
      )}
      <div className="held-acts">
        <button type="button" className="button" onClick={write}>
          <FormattedMessage id="queue.record" /> <kbd>w</kbd>
        </button>
        {!isGone && (
          <button
            type="button"
            className="button"
            data-look="plain"
            aria-expanded={isSkipping}
            onClick={() => setSkipping(!isSkipping)}
          >
            <FormattedMessage id="queue.skip" /> <kbd>s</kbd>
          </button>
        )}
        <button type="button" className="button" data-look="plain" onClick={onGiveBack}>
          <FormattedMessage id={isGone ? "queue.putAway" : "queue.giveBack"} /> <kbd>b</kbd>
        </button>
        <span className="says">
          {!isGone && (
            <FormattedMessage
              id={held.isLeased ? "queue.leased" : "queue.notLeased"}
              values={{ when: <When at={held.until} now={now} /> }}
            />
          )}
        </span>
      </div>
      {isSkipping && !isGone && (
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
  const may = (["mayLeaveMessage", "maySayWhoWeAre"] as const).map((field) => {
    const said = told(field, person);
    return [field, said === "yes" || said === "no" ? said : undefined] as const;
  });
  return (
    <p className="held-may">
      {may.every(([, said]) => said === undefined) ? (
        <span>
          <FormattedMessage id="queue.mayUnasked" />
        </span>
      ) : (
        may.map(([field, said]) => (
          <span key={field} data-told={said}>
            <FormattedMessage id={`queue.${field}`} values={{ answer: said ?? "unasked" }} />
          </span>
        ))
      )}
      {hours && <span data-told>{intl.formatMessage({ id: "queue.said" }, { hours })}</span>}
    </p>
  );
}
