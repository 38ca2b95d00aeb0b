/** One ledger and its releases: what is in hand (a draft, a proposal, a signed release on its way) and what went out before. */
import type { FiledRelease } from "@answerable/casework";
import { readFiled } from "@answerable/press";
import { useEffect, useMemo, useState } from "react";
import { FormattedMessage } from "react-intl";

import type { SealRefusal } from "../../app/calls.tsx";
import { useAnswer, usePage, useStatus } from "../../app/desk.tsx";
import { useToday } from "../../app/today.ts";
import { isWriting } from "../../parts/move-on.ts";
import { Refused } from "../../parts/Refused.tsx";
import { useFreeKeys } from "../../parts/useFreeKeys.ts";
import { Going } from "./Going.tsx";
import { Proposal } from "./Proposal.tsx";
import { Proposing } from "./Proposing.tsx";
import { Releases } from "./Releases.tsx";
import { Reviewing } from "./Reviewing.tsx";
import type { Here } from "./standing.ts";
import { Stopped } from "./Stopped.tsx";
import { useWork } from "./useWork.ts";

const team = { type: "Team" } as const;
const duties: ReadonlySet<string> = new Set(["coordinator", "reviewer", "press"]);

export function Desk({ file, id }: Here) {
  const { office } = usePage();
  const status = useStatus();
  const today = useToday();
  const here = useMemo(() => ({ file, id }), [file, id]);
  const me = useAnswer(team)?.members.find(({ isMe }) => isMe);
  const maySign = me?.roles.some((role) => duties.has(role)) ?? false;
  const { work, prepare, examine, stop, clear } = useWork(here);
  const [stale, setStale] = useState(false);
  const [refusal, setRefusal] = useState<SealRefusal>();
  const number = file.releases.length + 1;

  const propose = async () => {
    if (work.type !== "Prepared") return;
    const { prepared } = work;
    const signed = await office.signManifest({ release: number, manifest: prepared.manifest });
    if (!signed.ok) return setRefusal(signed.refusal);
    const done = await office.do({
      type: "ProposeRelease",
      case: id,
      number,
      on: prepared.printable.on,
      text: prepared.text,
      manifest: signed.value.manifest,
      signature: signed.value.signature,
    });
    if (!done.ok) return setRefusal(done.refusal);
    setRefusal(undefined);
    clear();
  };
  useFreeKeys((key) => {
    // Esc is everybody's: help and advice close by it too.
    if (key === "Escape") stop();
    if (key !== "p") return false;
    document.querySelector<HTMLFormElement>("form.proposing")?.requestSubmit();
    return true;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !event.ctrlKey) return;
      if (event.defaultPrevented || isWriting(document.activeElement)) return;
      event.preventDefault();
      document.querySelector<HTMLButtonElement>(".signing [data-look='seal']")?.click();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

  return (
    <>
      {!maySign && me && (
        <p className="says" role="status">
          <FormattedMessage id="publish.mayNot" />
        </p>
      )}
      {refusal && <Refused refusal={refusal} />}
      {file.proposal ? (
        <Proposal
          key={file.proposal.manifest}
          here={here}
          proposal={file.proposal}
          isMine={file.proposal.by === status.me?.member}
          maySign={maySign}
          work={work}
          onExamine={() => file.proposal && void examine(filedOf(file.proposal))}
          onDone={clear}
        />
      ) : (
        <Proposing
          number={number}
          today={today}
          onPrepare={(tables) => {
            setStale(false);
            void prepare(today, tables);
          }}
        />
      )}
      {work.type === "Going" && <Going step={work.step} onStop={stop} />}
      {work.type === "Stopped" && <Stopped why={work.why} here={here} onChanged={() => setStale(true)} />}
      {stale && (
        <p className="says" role="status">
          <FormattedMessage id="publish.stale" />
        </p>
      )}
      {work.type === "Prepared" && !file.proposal && (
        <Reviewing here={here} shown={work.prepared} onChanged={() => setStale(true)}>
          <p className="says">
            <FormattedMessage id="publish.firstSigns" />
          </p>
          <p className="door-acts">
            <button
              type="button"
              className="button"
              data-look="seal"
              disabled={!maySign || stale}
              onClick={() => void propose()}
            >
              <FormattedMessage id="publish.propose" /> <kbd>Ctrl+Enter</kbd>
            </button>
          </p>
        </Reviewing>
      )}
      <Releases here={here} maySign={maySign} />
    </>
  );
}

function filedOf({ text, manifest }: FiledRelease) {
  return { text, signed: manifest, tables: readFiled(text)?.line.tables ?? [] };
}
