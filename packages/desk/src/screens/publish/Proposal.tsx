/** A release that one person signed: whoever proposed it waits; somebody else examines it on her own device, and signs it or sends it back. */
import type { FiledRelease } from "@answerable/casework";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import type { SealRefusal } from "../../app/calls.tsx";
import { usePage, useStatus } from "../../app/desk.tsx";
import { Line } from "../../parts/Line.tsx";
import { Refused } from "../../parts/Refused.tsx";
import { Reviewing } from "./Reviewing.tsx";
import type { Here } from "./standing.ts";
import type { Work } from "./useWork.ts";

interface Given {
  readonly here: Here;
  readonly proposal: FiledRelease;
  readonly isMine: boolean;
  readonly maySign: boolean;
  readonly work: Work;
  readonly onExamine: () => void;
  readonly onDone: () => void;
}

export function Proposal({ here, proposal, isMine, maySign, work, onExamine, onDone }: Given) {
  const intl = useIntl();
  const { office } = usePage();
  const { members } = useStatus();
  const [reason, setReason] = useState("");
  const [refusal, setRefusal] = useState<SealRefusal>();
  const { number, manifest } = proposal;
  const who = members.find(({ id }) => id === proposal.by)?.name ?? proposal.by.slice(0, 4);
  const examined = work.type === "Examined" ? work.examined : undefined;
  const sign = async () => {
    if (!examined) return;
    const signed = await office.signManifest({ release: number, manifest: examined.manifest });
    if (!signed.ok) return setRefusal(signed.refusal);
    const { signature } = signed.value;
    const done = await office.do({ type: "SignRelease", case: here.id, number, manifest, signature });
    if (!done.ok) return setRefusal(done.refusal);
    onDone();
  };
  const drop = async () => {
    const done = await office.do({ type: "DropRelease", case: here.id, number, reason });
    if (!done.ok) return setRefusal(done.refusal);
    onDone();
  };
  return (
    <section className="waiting-release" aria-labelledby="waiting-title">
      <h2 id="waiting-title">
        <FormattedMessage id="publish.waits" values={{ number, who }} />
      </h2>
      <p className="says">
        <FormattedMessage id={isMine ? "publish.waits.mine" : "publish.waits.yours"} />
      </p>
      <p className="door-acts">
        <button type="button" className="button" onClick={onExamine}>
          <FormattedMessage id="publish.examine" />
        </button>
      </p>
      <details className="rights">
        <summary>
          <FormattedMessage id="publish.sendBack" />
        </summary>
        <Line label={intl.formatMessage({ id: "publish.reason" })} value={reason} onWrite={setReason} />
        <p className="door-acts">
          <button type="button" className="button" onClick={() => void drop()}>
            <FormattedMessage id="publish.sendBack" />
          </button>
        </p>
      </details>
      {refusal && <Refused refusal={refusal} />}
      {work.type === "Examined" && (
        <Reviewing here={here} shown={work.examined} onChanged={undefined}>
          <p className="says">
            <FormattedMessage id={isMine ? "publish.anotherSigns" : "publish.secondSigns"} />
          </p>
          <p className="door-acts">
            <button
              type="button"
              className="button"
              data-look="seal"
              disabled={!maySign || work.examined.objections.length > 0}
              onClick={() => void sign()}
            >
              <FormattedMessage id="publish.sign" /> <kbd>Ctrl+Enter</kbd>
            </button>
          </p>
        </Reviewing>
      )}
    </section>
  );
}
