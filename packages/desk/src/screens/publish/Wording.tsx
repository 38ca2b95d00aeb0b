/** One claim before print: its words in three languages, what the family wishes, and holding it back. What was said stays as it was said. */
import { langs, type LedgerEvent, type ClaimId, type IncidentId, type Lang } from "@answerable/casework";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import type { SealRefusal } from "../../app/calls.tsx";
import { usePage } from "../../app/desk.tsx";
import { Line } from "../../parts/Line.tsx";
import { Refused } from "../../parts/Refused.tsx";
import type { Here } from "./standing.ts";

type Words = Readonly<Partial<Record<Lang, string>>>;

interface Given {
  readonly here: Here;
  readonly words: Words;
  readonly onDone: () => void;
  readonly claim?: ClaimId;
  /** The title of a matter is worded in the same way; it has no family of its own. */
  readonly incident?: IncidentId;
}

export function Wording({ here, claim, incident, words, onDone }: Given) {
  const intl = useIntl();
  const { office } = usePage();
  const [written, setWritten] = useState<Words>(words);
  const [reason, setReason] = useState("");
  const [refusal, setRefusal] = useState<SealRefusal>();
  const wish = here.file.wishes.find((one) => one.claim === claim)?.wish;
  const run = async (doing: ReturnType<typeof office.do>) => {
    const done = await doing;
    if (!done.ok) return setRefusal(done.refusal);
    onDone();
  };
  const enter = (event: LedgerEvent) =>
    run(office.do({ type: "EnterInLedger", case: here.id, name: here.file.name, entries: [event] }));
  const say = (said: "agreed" | "out" | "none") =>
    claim !== undefined &&
    void run(office.do({ type: "SetPrintWish", case: here.id, claims: [claim], wish: said, reason }));
  return (
    <form
      className="wording"
      onSubmit={(event) => {
        event.preventDefault();
        if (claim !== undefined) void enter({ type: "ClaimWorded", claim, printed: written });
        else if (incident !== undefined) void enter({ type: "IncidentWorded", incident, printed: written });
      }}
    >
      {langs.map((lang) => (
        <label key={lang} className="line">
          <span className="label">
            <FormattedMessage id={`lang.${lang}`} />
          </span>
          <textarea
            className="write"
            lang={lang}
            rows={2}
            autoComplete="off"
            value={written[lang] ?? ""}
            onChange={(event) => setWritten({ ...written, [lang]: event.target.value })}
          />
        </label>
      ))}
      <p className="door-acts">
        <button type="submit" className="button">
          <FormattedMessage id="publish.word" />
        </button>
      </p>
      {claim !== undefined && (
        <>
          <Line label={intl.formatMessage({ id: "publish.reason" })} value={reason} onWrite={setReason} />
          <p className="door-acts">
            {wish !== "out" && (
              <button type="button" className="button" onClick={() => say("out")}>
                <FormattedMessage id="publish.out" />
              </button>
            )}
            {wish !== "agreed" && (
              <button type="button" className="button" onClick={() => say("agreed")}>
                <FormattedMessage id="publish.agreed" />
              </button>
            )}
            {wish !== undefined && wish !== "none" && (
              <button type="button" className="button" onClick={() => say("none")}>
                <FormattedMessage id="publish.noWish" />
              </button>
            )}
            <button
              type="button"
              className="button"
              onClick={() => {
                if (reason.trim() === "") return setRefusal({ type: "TextMissing", field: "reason" });
                return void enter({ type: "ClaimHeldBack", claim, reason });
              }}
            >
              <FormattedMessage id="publish.hold" />
            </button>
          </p>
        </>
      )}
      {refusal && <Refused refusal={refusal} />}
    </form>
  );
}
