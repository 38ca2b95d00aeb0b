/** The call-back queue: one is taken from the top, called, and what came of it said with one key. What waits is seen below. */
import { codesOf, tryResults, type QueueItem } from "@answerable/casework";
import type { OfficeRefusal, TakeRefusal } from "@answerable/replica";
import { useCallback, useEffect, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer, useClock, usePage } from "../../app/desk.tsx";
import { When } from "../../app/moments.tsx";
import { hashOf } from "../../app/route.ts";
import { UrgencyMark } from "../../parts/UrgencyMark.tsx";
import { useFreeKeys } from "../../parts/useFreeKeys.ts";
import { Words } from "../../parts/Words.tsx";
import { FolderLink, Standing, WhoIsIt } from "./CallBackParts.tsx";
import { HeldCallBack, type JustSaid, type SaidOf } from "./HeldCallBack.tsx";
import { SaidLine } from "./SaidLine.tsx";
import { useCalling } from "./useCalling.ts";

const SHOWN = 100;
/** A lease begins anew so often while one speaks. */
const RENEW_MINUTES = 5;

export function CallBacks() {
  const { office } = usePage();
  const intl = useIntl();
  const now = useClock(30);
  const answer = useAnswer({ type: "Queue", count: SHOWN });
  const [refused, setRefused] = useState<TakeRefusal | OfficeRefusal>();
  const [justSaid, setJustSaid] = useState<JustSaid>();
  const said = useRef<SaidOf>(undefined);
  const next = useRef<HTMLButtonElement>(null);
  const calling = useCalling(answer);
  const { held, onTaken } = calling;
  const heldTask = held?.item.task;

  const take = useCallback(
    async (task?: QueueItem["task"]) => {
      const taken = await office.takeCallBack(task === undefined ? {} : { task });
      setRefused(taken.ok ? undefined : taken.refusal);
      setJustSaid(undefined);
      if (taken.ok) onTaken(taken.value.task);
    },
    [office, onTaken],
  );
  const giveBack = () => {
    calling.onGivenBack();
    void office.freeCallBack();
  };
  useEffect(() => {
    if (heldTask === undefined) return undefined;
    const timer = setInterval(() => void office.takeCallBack({ task: heldTask }), RENEW_MINUTES * 60_000);
    return () => clearInterval(timer);
  }, [office, heldTask]);
  useEffect(() => {
    if (heldTask === undefined) next.current?.focus();
  }, [heldTask]);

  useFreeKeys((key) => {
    const result = codesOf(tryResults)[Number(key) - 1];
    if (key === "n" && !held) void take();
    else if (held && result !== undefined) said.current?.say(result);
    else if (held && key === "s") said.current?.skip();
    else if (held && key === "b") giveBack();
    else if (held && key === "w") said.current?.write();
    else return false;
    return true;
  });

  return (
    <section className="queue" aria-labelledby="queue-title">
      <header className="due-top">
        <h1 id="queue-title">
          <FormattedMessage id="queue.title" />
        </h1>
        <p className="says" role="status">
          {answer && <FormattedMessage id="queue.count" values={{ ...answer.counts, total: answer.total }} />}
        </p>
        <a className="button" data-look="plain" href={hashOf({ page: "out", of: "queue" })}>
          <FormattedMessage id="out.link" />
        </a>
        {answer?.oldestDue && (
          <p className="says">
            <FormattedMessage id="queue.oldest" values={{ when: <When at={answer.oldestDue} now={now} /> }} />
          </p>
        )}
      </header>
      {held ? (
        <HeldCallBack
          key={held.item.task}
          held={held}
          isGone={calling.isGone}
          ref={said}
          onGiveBack={giveBack}
          onSaid={(one) => {
            setJustSaid(one);
            calling.onSaid(one);
          }}
        />
      ) : (
        <p className="queue-take">
          <button ref={next} type="button" className="button" data-look="seal" onClick={() => void take()}>
            <FormattedMessage id="queue.take" /> <kbd>n</kbd>
          </button>
          <span className="says">
            <FormattedMessage id="queue.takeSays" />
          </span>
        </p>
      )}
      {justSaid && !held && <SaidLine said={justSaid} onTake={(task) => void take(task)} />}
      {refused && (
        <p className="wrong settles" role="alert">
          <span>
            <FormattedMessage
              id={
                refused.type === "QueueEmpty" ||
                refused.type === "CalledByAnother" ||
                refused.type === "NoLine" ||
                refused.type === "AlreadyTaking" ||
                refused.type === "NotYourDuty"
                  ? `queue.refused.${refused.type}`
                  : `refused.${refused.type}`
              }
            />
          </span>
        </p>
      )}
      {answer && answer.total === 0 ? (
        <p className="empty large">
          <FormattedMessage id="queue.none" />
        </p>
      ) : (
        <ul className="queue-rows" aria-label={intl.formatMessage({ id: "queue.title" })}>
          {answer?.rows
            .filter((item) => item.task !== heldTask)
            .map((item) => (
              <li key={item.task} className="queue-row" data-now={item.standing.type === "now" || undefined}>
                {item.urgency ? <UrgencyMark urgency={item.urgency} word={false} /> : <span />}
                <span className="queue-standing">
                  <Standing item={item} now={now} />
                </span>
                <span className="due-what">
                  <bdi>
                    <Words
                      text={item.what === "" ? intl.formatMessage({ id: "call.callBack.what" }) : item.what}
                    />
                  </bdi>
                  <small>
                    <WhoIsIt item={item} now={now} />
                  </small>
                </span>
                <FolderLink item={item} />
                <span>
                  {(item.standing.type === "write" || item.standing.type === "held") && !held && (
                    <button type="button" className="button small" onClick={() => void take(item.task)}>
                      <FormattedMessage id="queue.takeThis" />
                    </button>
                  )}
                </span>
              </li>
            ))}
        </ul>
      )}
      {answer && answer.total > SHOWN && (
        <p className="says">
          <FormattedMessage id="queue.more" values={{ count: answer.total - SHOWN }} />
        </p>
      )}
    </section>
  );
}
