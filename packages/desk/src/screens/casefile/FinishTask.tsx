/** A task is ended with what came of it. The same slip at the case and in the list of all that is due. */
import type { CaseId, TaskId } from "@answerable/casework";
import { useIntl } from "react-intl";

import { useSlip } from "../../app/slips.tsx";
import { Line } from "../../parts/Line.tsx";
import { SlipForm } from "../../parts/SlipForm.tsx";
import { RefusedHere, type DeedsOf } from "./Deeds.tsx";

export interface TaskAt {
  readonly case: CaseId;
  readonly task: TaskId;
}

export const slipOfTask = (of: TaskAt) => `${of.case}/task/${of.task}`;

export function FinishTask({
  of,
  deeds,
  onClose,
}: {
  readonly of: TaskAt;
  readonly deeds: DeedsOf;
  readonly onClose: () => void;
}) {
  const intl = useIntl();
  const { words, write, drop } = useSlip(slipOfTask(of), { result: "" });
  const close = () => {
    drop();
    onClose();
  };
  return (
    <SlipForm
      does="tasks.finish"
      onDo={() =>
        void deeds
          .run({ type: "FinishTask", ...of, ...words }, { type: "ReopenTask", ...of })
          .then((done) => done && close())
      }
      onLeave={close}
    >
      <Line
        isFirst
        label={intl.formatMessage({ id: "tasks.result" })}
        value={words.result}
        onWrite={(result) => write({ result })}
      />
      <RefusedHere deeds={deeds} of="FinishTask" />
    </SlipForm>
  );
}
