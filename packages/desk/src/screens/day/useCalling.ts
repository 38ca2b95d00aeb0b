/**
 * The one being called. It stays on the screen although the queue let go of it in mid-call (a colleague's answer came in, somebody ended
 * the task, the laptop slept), until it was said here what came of it, or given back: what was heard is lost to nobody.
 */
import type { QueueAnswer, TaskId } from "@answerable/casework";
import { useState } from "react";

import type { JustSaid } from "./HeldCallBack.tsx";

type Held = NonNullable<QueueAnswer["held"]>;

export interface Calling {
  readonly held: Held | undefined;
  /** The queue has let go of it. */
  readonly isGone: boolean;
  readonly onTaken: (task: TaskId) => void;
  readonly onGivenBack: () => void;
  /** undefined: what was said was refused. */
  readonly onSaid: (said: JustSaid | undefined) => void;
}

export function useCalling(answer: QueueAnswer | undefined): Calling {
  const [last, setLast] = useState<Held>();
  /** What she is through with. */
  const [left, setLeft] = useState<TaskId>();
  const now = answer?.held;
  if (now !== undefined && now !== last) setLast(now);
  const kept = last && last.item.task !== left ? last : undefined;
  const isGone = answer !== undefined && now === undefined && kept !== undefined;
  return {
    held: now ?? kept,
    isGone,
    onTaken: (task) => setLeft((before) => (before === task ? undefined : before)),
    onGivenBack: () => setLeft(last?.item.task),
    onSaid(said) {
      // A refusal is shown where it was said, so what is gone waits there for its answer.
      if (isGone) void said?.done.then((isDone) => isDone && setLeft(said.item.task));
      else setLeft(said?.item.task);
    },
  };
}
