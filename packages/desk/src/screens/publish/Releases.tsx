/** Releases that two signed, the newest first. The newest is handed to the server from here, again if the line was down. */
import type { FiledRelease } from "@answerable/casework";
import type { PublishRefusal, OfficeRefusal } from "@answerable/replica";
import { useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { usePage, useStatus } from "../../app/desk.tsx";
import type { Step } from "../../publishing/print-shop.ts";
import { Going } from "./Going.tsx";
import type { Here } from "./standing.ts";

type Sending =
  | { readonly type: "Packing"; readonly step: Step | undefined }
  | { readonly type: "Sending" }
  | { readonly type: "Refused"; readonly refusal: PublishRefusal | OfficeRefusal };

export function Releases({ here, maySign }: { readonly here: Here; readonly maySign: boolean }) {
  const intl = useIntl();
  const { office, printShop, origin } = usePage();
  const { members } = useStatus();
  const [sending, setSending] = useState<Sending>();
  const stop = useRef<() => void>(() => undefined);
  const { file, id } = here;
  const newest = file.releases.at(-1);
  const name = (member: string): string =>
    members.find((one) => one.id === member)?.name ?? member.slice(0, 4);

  const publish = async ({ text, by, second, signature, number }: FiledRelease) => {
    if (!second) return;
    setSending({ type: "Packing", step: undefined });
    const { by: other, ...countersigned } = second;
    const packing = printShop.pack(
      { text, by, second: other, signatures: [signature, countersigned] },
      (step) => setSending({ type: "Packing", step }),
    );
    stop.current = packing.stop;
    const archive = await packing.made;
    if (!archive) return setSending(undefined);
    setSending({ type: "Sending" });
    const sent = await office.publish(archive);
    if (!sent.ok) return setSending({ type: "Refused", refusal: sent.refusal });
    setSending(undefined);
    await office.do({ type: "NotePublished", case: id, number });
  };

  if (!newest) return null;
  return (
    <section aria-labelledby="releases-title">
      <h2 id="releases-title">
        <FormattedMessage id="publish.releases" />
      </h2>
      {sending?.type === "Packing" && <Going step={sending.step} onStop={() => stop.current()} />}
      {sending?.type === "Sending" && (
        <p className="says" role="status">
          <FormattedMessage id="publish.sending" />
        </p>
      )}
      {sending?.type === "Refused" && (
        <p className="wrong" role="alert">
          <FormattedMessage
            id={`publish.refused.${sending.refusal.type}`}
            values={sending.refusal.type === "Behind" ? { number: sending.refusal.number } : {}}
          />
        </p>
      )}
      <ul className="releases">
        {file.releases.toReversed().map((one) => (
          <li key={one.number}>
            <p>
              <strong>
                <FormattedMessage
                  id="publish.release"
                  values={{
                    number: one.number,
                    on: intl.formatDate(one.on, { dateStyle: "long", timeZone: "UTC" }),
                  }}
                />
              </strong>{" "}
              <FormattedMessage
                id="publish.signers"
                values={{ one: name(one.by), other: one.second ? name(one.second.by) : "" }}
              />{" "}
              <span className="says">
                <FormattedMessage id={one.published ? "publish.isOut" : "publish.isNotOut"} />
              </span>
            </p>
            {one === newest && (
              <p className="door-acts">
                <button
                  type="button"
                  className="button"
                  data-look={one.published ? undefined : "seal"}
                  disabled={!maySign || (sending !== undefined && sending.type !== "Refused")}
                  onClick={() => void publish(one)}
                >
                  <FormattedMessage id={one.published ? "publish.sendAgain" : "publish.send"} />
                </button>
                {one.published && (
                  <a className="button" href={`${origin}/record/`} target="_blank" rel="noreferrer">
                    <FormattedMessage id="publish.look" />
                  </a>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
