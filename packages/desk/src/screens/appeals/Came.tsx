/**
 * What came, taken down in ten seconds: the kind, a day, a number, Enter. Days are typed as they are said; what cannot be
 * is refused beside the field.
 */
import {
  answerKinds,
  type AnswerId,
  type AppealCommand,
  type Case,
  type Proof,
  type ThreadLetter,
} from "@answerable/casework";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { usePage } from "../../app/desk.tsx";
import { useSlip } from "../../app/slips.tsx";
import { useLang } from "../../app/vocab.ts";
import { Choice } from "../../parts/Choice.tsx";
import { Line } from "../../parts/Line.tsx";
import { SlipForm } from "../../parts/SlipForm.tsx";
import type { WordId } from "../../words/words.ts";
import type { DeedsOf } from "../casefile/Deeds.tsx";
import { NotAttached } from "../files/Files.tsx";
import { useAttaching } from "../files/useAttaching.ts";
import { useOffices } from "./useOffices.ts";

const unsentKinds = ["dispatched", "held", "withdrawn"] as const;
const sentKinds = [
  "registered",
  "answered",
  "forwarded",
  "extended",
  "received",
  "returned",
  "outcome",
] as const;
type Kind = (typeof unsentKinds)[number] | (typeof sentKinds)[number];
const ways = ["post", "hand", "reception", "portal", "fax"] as const;
const helps = ["yes", "partly", "no", "harm"] as const;

const proofs = ["proved", "told", "estimated"] as const satisfies readonly Proof[];
/** Strings, as a slip keeps them; a code of a release that is gone falls back to the first. */
const blank = {
  on: "",
  until: "",
  number: "",
  words: "",
  proof: "proved",
  way: "post",
  answerKind: "formal",
  helped: "no",
  whole: "whole",
  authority: "ru.mil-prosecutor.garrison",
  office: "",
};

export const camePlace = ({ appeal }: ThreadLetter) => `letter/${appeal.id}/came`;

export function Came({
  letter,
  file,
  deeds,
  onClose,
}: {
  readonly letter: ThreadLetter;
  readonly file: Case;
  readonly deeds: DeedsOf;
  readonly onClose: () => void;
}) {
  const intl = useIntl();
  const lang = useLang();
  const { newId } = usePage();
  const { appeal } = letter;
  const isGone = appeal.dispatched !== undefined || appeal.parent !== undefined;
  const kinds: readonly Kind[] = isGone ? sentKinds : unsentKinds;
  const slip = useSlip(camePlace(letter), { ...blank, kind: kinds[0] ?? "registered" });
  const { write } = slip;
  const { on, until, number, words, authority, office } = slip.words;
  const kind = kinds.find((one) => one === slip.words.kind) ?? kinds[0] ?? "registered";
  const proof = proofs.find((one) => one === slip.words.proof) ?? "proved";
  const way = ways.find((one) => one === slip.words.way) ?? "post";
  const answerKind = answerKinds.find((one) => one === slip.words.answerKind) ?? "formal";
  const helped = helps.find((one) => one === slip.words.helped) ?? "no";
  const isWhole = slip.words.whole === "whole";
  const offices = useOffices(lang);
  const [scans, setScans] = useState<readonly File[]>([]);
  const { attach, refused } = useAttaching(file.id);
  const close = () => {
    slip.drop();
    onClose();
  };

  const of = { case: file.id, appeal: appeal.id } as const;
  const isHeld = appeal.held !== undefined;
  /** What came is in the case before its scan: a scan that is refused leaves the answer standing, and can be put in again. */
  async function take(): Promise<void> {
    const answer = newId<AnswerId>();
    if (!(await deeds.run(command(answer)))) return;
    slip.drop();
    const put = await attach(scans, { appeal: appeal.id, ...(kind === "answered" ? { answer } : {}) });
    if (put.length === scans.length) onClose();
    else setScans([]);
  }
  function command(answer: AnswerId): AppealCommand {
    switch (kind) {
      case "dispatched":
        return { type: "DispatchAppeal", ...of, on, by: way, proof, tracking: number };
      case "held":
        return isHeld
          ? { type: "FreeAppeal", ...of, reason: words }
          : { type: "HoldAppeal", ...of, reason: words };
      case "withdrawn":
        return { type: "WithdrawAppeal", ...of, reason: words };
      case "registered":
        return { type: "RegisterAppeal", ...of, on, number, proof };
      case "received":
        return { type: "ReceiveAppeal", ...of, on, proof };
      case "answered":
        return {
          type: "AnswerAppeal",
          ...of,
          answer,
          kind: answerKind,
          dated: until,
          received: on,
          number,
          summary: words,
        };
      case "forwarded": {
        const place = offices.find((one) => one.authority === authority);
        return {
          type: "ForwardAppeal",
          ...of,
          on,
          proof,
          isWhole,
          child: newId(),
          notice: number,
          route: place?.route ?? appeal.route,
          authority,
          office: office.trim() === "" ? (place?.name ?? "") : office,
        };
      }
      case "extended":
        return { type: "ExtendAppeal", ...of, dated: on, until, reason: words };
      case "returned":
        return { type: "ReturnAppeal", ...of, on, how: "returned", reason: words };
      case "outcome":
        return { type: "SayAppealOutcome", ...of, helped, words };
    }
  }
  const hasDay = kind !== "held" && kind !== "withdrawn" && kind !== "outcome";
  const hasNumber =
    kind === "dispatched" || kind === "registered" || kind === "answered" || kind === "forwarded";
  const hasProof =
    kind === "dispatched" || kind === "registered" || kind === "received" || kind === "forwarded";
  const hasUntil = kind === "extended" || kind === "answered";
  const hasWords = !hasProof;
  const label = (id: WordId) => intl.formatMessage({ id });
  return (
    <SlipForm look="came" does="came.save" onDo={() => void take()} onLeave={close}>
      <Choice
        label={label("came.what")}
        entries={kinds.map((code) => ({
          code,
          label: label(code === "held" && isHeld ? "came.freed" : `came.${code}`),
        }))}
        value={kind}
        onChoose={(code) => code && write({ kind: code })}
      />
      {kind === "dispatched" && (
        <Choice
          label={label("came.way")}
          entries={ways.map((code) => ({ code, label: label(`sentBy.${code}`) }))}
          value={way}
          onChoose={(code) => code && write({ way: code })}
        />
      )}
      {kind === "dispatched" && letter.closedWays.includes(way) && (
        <p className="wrong" role="status">
          <FormattedMessage
            id="guard.channelNotInForce"
            values={{ about: intl.formatMessage({ id: `sentBy.${way}` }) }}
          />
        </p>
      )}
      {kind === "answered" && (
        <Choice
          label={label("came.answerKind")}
          entries={answerKinds.map((code) => ({ code, label: label(`answer.${code}`) }))}
          value={answerKind}
          onChoose={(code) => code && write({ answerKind: code })}
        />
      )}
      {kind === "outcome" && (
        <Choice
          label={label("came.outcome")}
          entries={helps.map((code) => ({ code, label: label(`helped.${code}`) }))}
          value={helped}
          onChoose={(code) => code && write({ helped: code })}
        />
      )}
      {kind === "forwarded" && (
        <>
          <div className="line">
            <label htmlFor="came-authority">
              <FormattedMessage id="came.to" />
            </label>
            <select
              id="came-authority"
              className="write"
              value={authority}
              onChange={(event) => write({ authority: event.target.value })}
            >
              {offices.map((one) => (
                <option key={one.authority} value={one.authority}>
                  {one.name}
                </option>
              ))}
            </select>
          </div>
          <Line label={label("draft.office")} value={office} onWrite={(text) => write({ office: text })} />
          <Choice
            label={label("came.whole")}
            entries={(["whole", "part"] as const).map((code) => ({ code, label: label(`came.${code}`) }))}
            value={isWhole ? "whole" : "part"}
            onChoose={(code) => code && write({ whole: code })}
          />
        </>
      )}
      {hasDay && (
        <Line
          isFirst
          label={label(
            kind === "answered" ? "came.receivedOn" : kind === "extended" ? "came.noticeOn" : "came.on",
          )}
          value={on}
          onWrite={(text) => write({ on: text })}
          says={label("came.on.hint")}
        />
      )}
      {hasUntil && (
        <Line
          label={label(kind === "answered" ? "came.dated" : "came.until")}
          value={until}
          onWrite={(text) => write({ until: text })}
        />
      )}
      {hasNumber && (
        <Line
          label={label(kind === "dispatched" ? "came.tracking" : "came.number")}
          value={number}
          onWrite={(text) => write({ number: text })}
        />
      )}
      {hasProof && (
        <Choice
          label={label("came.proof")}
          entries={proofs.map((code) => ({
            code,
            label: label(`proof.${code}`),
          }))}
          value={proof}
          onChoose={(code) => code && write({ proof: code })}
        />
      )}
      {hasDay && (
        <label className="line">
          <span className="label">{label("came.scan")}</span>
          <input
            type="file"
            multiple
            autoComplete="off"
            accept="image/*,application/pdf"
            onChange={(event) => setScans([...(event.target.files ?? [])])}
          />
        </label>
      )}
      {refused.map((one) => (
        <NotAttached key={one.name} refused={one} />
      ))}
      {hasWords && (
        <Line label={label("came.words")} value={words} onWrite={(text) => write({ words: text })} />
      )}
    </SlipForm>
  );
}
