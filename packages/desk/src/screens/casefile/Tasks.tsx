/** Promises, call-backs and tasks: open ones by due time, done ones below with what came of them. */
import { codesOf, labelOf, readDue, taskKinds, type Case, type Task } from "@answerable/casework";
import { FormattedMessage, useIntl } from "react-intl";

import { useClock, usePage, useStatus } from "../../app/desk.tsx";
import { When } from "../../app/moments.tsx";
import { useOpenForm, useSlip } from "../../app/slips.tsx";
import { useLang } from "../../app/vocab.ts";
import { Choice } from "../../parts/Choice.tsx";
import { Line } from "../../parts/Line.tsx";
import { SlipForm } from "../../parts/SlipForm.tsx";
import { Words } from "../../parts/Words.tsx";
import { RefusedHere, type DeedsOf } from "./Deeds.tsx";
import { FinishTask, slipOfTask } from "./FinishTask.tsx";
import { MemberName, Said } from "./Said.tsx";

export function Tasks({ file, deeds }: { readonly file: Case; readonly deeds: DeedsOf }) {
  const [isAdding, setAdding] = useOpenForm(addPlace(file));
  const open = file.tasks
    .filter((task) => !task.done)
    .toSorted((a, b) => (a.due ?? "9").localeCompare(b.due ?? "9"));
  const done = file.tasks.filter((task) => task.done);
  return (
    <section aria-labelledby="tasks-title">
      <header className="part-head">
        <h2 id="tasks-title">
          <FormattedMessage id="tasks.title" />
        </h2>
        <button type="button" className="button" data-look="plain" onClick={() => setAdding(!isAdding)}>
          <FormattedMessage id="tasks.add" />
        </button>
      </header>
      {isAdding && <AddTask file={file} deeds={deeds} onClose={() => setAdding(false)} />}
      {open.length === 0 && !isAdding && (
        <p className="empty">
          <FormattedMessage id="tasks.none" />
        </p>
      )}
      <ul className="tasks">
        {open.map((task) => (
          <Open key={task.id} task={task} file={file} deeds={deeds} />
        ))}
        {done.map((task) => (
          <li key={task.id} className="task" data-done="true">
            <p>
              <s>
                <Words text={task.what} />
              </s>{" "}
              <Words text={task.done?.result ?? ""} />
            </p>
            <small>
              <FormattedMessage id="tasks.done" /> · {task.done && <Said stamp={task.done} />}
            </small>
            <button
              type="button"
              className="button small"
              data-look="plain"
              onClick={() => void deeds.run({ type: "ReopenTask", case: file.id, task: task.id })}
            >
              <FormattedMessage id="tasks.reopen" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Open({ task, file, deeds }: { readonly task: Task; readonly file: Case; readonly deeds: DeedsOf }) {
  const now = useClock(30);
  const of = { case: file.id, task: task.id };
  const [isEnding, setEnding] = useOpenForm(slipOfTask(of));
  const isLate = task.due !== undefined && task.due < now;
  return (
    <li className="task" data-late={isLate || undefined}>
      <p>
        <Words text={task.what} />
      </p>
      <small>
        <FormattedMessage id={`task.${task.kind}`} />
        {task.due && (
          <>
            {" · "}
            <FormattedMessage
              id={isLate ? "tasks.late" : "tasks.due"}
              values={{ when: <When at={task.due} now={now} /> }}
            />
          </>
        )}
        {task.owner && (
          <>
            {" · "}
            <MemberName member={task.owner} />
          </>
        )}
      </small>
      {isEnding ? (
        <FinishTask of={of} deeds={deeds} onClose={() => setEnding(false)} />
      ) : (
        <button type="button" className="button small" onClick={() => setEnding(true)}>
          <FormattedMessage id="tasks.finish" />
        </button>
      )}
    </li>
  );
}

const addPlace = (file: Case) => `${file.id}/task`;

function AddTask({
  file,
  deeds,
  onClose,
}: {
  readonly file: Case;
  readonly deeds: DeedsOf;
  readonly onClose: () => void;
}) {
  const intl = useIntl();
  const lang = useLang();
  const { now, offsetMinutes } = usePage();
  const { me } = useStatus();
  const { words, write, drop } = useSlip(addPlace(file), { kind: "promise", what: "", dueText: "" });
  const { what, dueText } = words;
  const kind = codesOf(taskKinds).find((code) => code === words.kind) ?? "promise";
  const close = () => {
    drop();
    onClose();
  };
  const due = dueText.trim() === "" ? undefined : readDue(dueText, now(), offsetMinutes);
  const isUnread = dueText.trim() !== "" && due === undefined;
  return (
    <SlipForm
      does="tasks.set"
      onDo={() => {
        if (isUnread) return;
        void deeds
          .run({
            type: "SetTask",
            case: file.id,
            kind,
            what,
            ...(due ? { due } : {}),
            ...(me ? { owner: me.member } : {}),
          })
          .then((ok) => ok && close());
      }}
      onLeave={close}
    >
      <Choice
        label={intl.formatMessage({ id: "tasks.kind" })}
        entries={codesOf(taskKinds).map((code) => ({ code, label: labelOf(taskKinds, code, lang) }))}
        value={kind}
        onChoose={(code) => code && write({ kind: code })}
      />
      <Line
        isFirst
        label={intl.formatMessage({ id: "tasks.what" })}
        value={what}
        onWrite={(text) => write({ what: text })}
      />
      <RefusedHere deeds={deeds} of="SetTask" />
      <Line
        label={intl.formatMessage({ id: "call.promise.due" })}
        value={dueText}
        onWrite={(text) => write({ dueText: text })}
        says={
          isUnread
            ? intl.formatMessage({ id: "call.unread" })
            : intl.formatMessage({ id: "call.promise.due.hint" })
        }
      />
    </SlipForm>
  );
}
