/** What was just said of a call-back, when it comes again, and the way back for a finger that slipped. */
import { tryResults, type QueueItem } from "@answerable/casework";
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer, useClock, usePage } from "../../app/desk.tsx";
import { Label } from "../../app/vocab.ts";
import { useFreeKey } from "../../parts/useFreeKeys.ts";
import { Standing } from "./CallBackParts.tsx";
import type { JustSaid } from "./HeldCallBack.tsx";

interface Given {
  readonly said: JustSaid;
  readonly onTake: (task: QueueItem["task"]) => void;
}

export function SaidLine({ said: { item, alsoWaiting, result, done }, onTake }: Given) {
  const { office } = usePage();
  const intl = useIntl();
  const now = useClock(30);
  const waits = useAnswer({ type: "Queue", count: 0, find: item.task })?.found;
  async function back(): Promise<void> {
    if (!(await done)) return;
    if (result === "reached" || result === "written")
      for (const one of [item, ...alsoWaiting])
        await office.do({ type: "ReopenTask", case: one.folder, task: one.task });
    onTake(item.task);
  }
  useFreeKey("z", () => void back());
  const who = item.name || item.calledAs || intl.formatMessage({ id: "queue.noName" });
  return (
    <p className="sealed-line settles" role="status">
      <span>
        <bdi className="name">{who}</bdi>:{" "}
        {result ? <Label of={tryResults} code={result} /> : <FormattedMessage id="queue.passedOn" />}
        {waits && (
          <>
            {" · "}
            <Standing item={waits} now={now} />
          </>
        )}
      </span>
      <button type="button" className="button" data-look="plain" onClick={() => void back()}>
        <FormattedMessage id="queue.undo" /> <kbd>z</kbd>
      </button>
    </p>
  );
}
