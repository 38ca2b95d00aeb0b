/**
 * A claim is entered: where it comes from, who told whom, what it says, where it belongs. Ctrl+Enter enters it; what was just entered can be
 * taken out again. The half-written form is kept like any other.
 */
import {
  entriesOfQuick,
  type FolderId,
  type LedgerCastAnswer,
  type LedgerEvent,
  type QuickEntries,
} from "@answerable/casework";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer, usePage } from "../../app/desk.tsx";
import type { LedgerRoom } from "../../app/ledger-route.ts";
import { hashOf } from "../../app/route.ts";
import { useSlip } from "../../app/slips.tsx";
import { useLang } from "../../app/vocab.ts";
import { Line } from "../../parts/Line.tsx";
import { Refused } from "../../parts/Refused.tsx";
import { useDeeds } from "../casefile/Deeds.tsx";
import { EnterClaim } from "./EnterClaim.tsx";
import { EnterSource } from "./EnterSource.tsx";
import { EnterWay } from "./EnterWay.tsx";
import { blankEntry, dateOf, quickOf, type EntryWords } from "./entry-words.ts";
import { useCaseVoices, type CaseVoices } from "./useCaseVoices.ts";

type Room = Extract<LedgerRoom, { readonly at: "enter" }>;

export function Enter({ file, room }: { readonly file: FolderId; readonly room: Room }) {
  const lang = useLang();
  const slipPlace = `ledger/${file}/${room.from ?? room.corrects ?? room.incident ?? ""}`;
  const ofCase = useCaseVoices(room.from);
  const { words } = useSlip(slipPlace, blankEntry);
  const cast = useAnswer({
    type: "LedgerCast",
    case: file,
    lang,
    ...(words.incident !== "" || room.incident !== undefined
      ? { incident: words.incident || (room.incident ?? "") }
      : {}),
    ...(room.corrects === undefined ? {} : { claim: room.corrects }),
  });
  if (cast?.type !== "Here" || (room.from !== undefined && !ofCase)) return null;
  return <Form file={file} room={room} cast={cast.found} ofCase={ofCase} slipPlace={slipPlace} />;
}

interface Given {
  readonly file: FolderId;
  readonly room: Room;
  readonly cast: LedgerCastAnswer;
  readonly ofCase: CaseVoices | undefined;
  readonly slipPlace: string;
}

function Form({ file, room, cast: first, ofCase, slipPlace }: Given) {
  const intl = useIntl();
  const lang = useLang();
  const { newId } = usePage();
  const deeds = useDeeds();
  const [begun] = useState<EntryWords>(() => ({
    ...blankEntry,
    incident: room.incident ?? first.claim?.incident ?? "",
    text: first.claim?.text ?? "",
    ...ofCase?.words,
  }));
  const { words, write, drop } = useSlip(slipPlace, begun);
  const answer = useAnswer({
    type: "LedgerCast",
    case: file,
    lang,
    ...(words.incident === "" ? {} : { incident: words.incident }),
    ...(room.corrects === undefined ? {} : { claim: room.corrects }),
  });
  const cast = answer?.type === "Here" ? answer.found : first;
  const [entered, setEntered] = useState<readonly (QuickEntries & { readonly sentence: string })[]>([]);
  const [missing, setMissing] = useState<"text" | "reason" | "when" | "incident">();
  const last = entered.at(-1);

  async function save(): Promise<void> {
    const lacks =
      words.text.trim() === ""
        ? "text"
        : room.corrects !== undefined && words.reason.trim() === ""
          ? "reason"
          : !dateOf(words.when) || !dateOf(words.sourceDate)
            ? "when"
            : words.incident === "" && words.label.trim() === ""
              ? "incident"
              : undefined;
    setMissing(lacks);
    if (lacks !== undefined) return;
    const quick = quickOf(words, { cast, known: ofCase?.voices ?? [], corrects: room.corrects, newId });
    const made = entriesOfQuick(quick, newId);
    const done = await deeds.run({
      type: "EnterInLedger",
      case: file,
      name: cast.name,
      entries: made.entries,
    });
    if (!done) return;
    setEntered([...entered, { ...made, sentence: words.sentence }]);
    // The source and the incident stay: a page of press is taken apart sentence by sentence.
    const { from, pasted, sourceName, sourceDate, region } = words;
    drop();
    write({
      ...blankEntry,
      from,
      pasted,
      sourceName,
      sourceDate,
      region,
      sourceId: pasted === "" ? "" : made.source,
      incident: made.incident ?? "",
    });
  }
  async function takeBack(): Promise<void> {
    if (!last) return;
    const struck: LedgerEvent = { type: "ClaimStruck", claim: last.claim };
    const done = await deeds.run({ type: "EnterInLedger", case: file, name: cast.name, entries: [struck] });
    if (done) setEntered(entered.slice(0, -1));
  }
  return (
    <form
      className="case enter-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void save();
      }}
    >
      <header className="case-head">
        <p className="incident-way">
          <a href={hashOf({ page: "ledger", file, room: { at: "list" } })}>{cast.name}</a>
        </p>
        <h1>
          <FormattedMessage id={room.corrects === undefined ? "ledger.enter" : "ledger.correct.title"} />
        </h1>
        {first.claim && (
          <p className="says">
            <FormattedMessage id="ledger.correct.what" values={{ words: first.claim.text }} />
          </p>
        )}
      </header>
      {last && (
        <p className="sealed-line settles" role="status">
          <FormattedMessage id="ledger.enter.done" />{" "}
          {last.incident !== undefined && (
            <a href={hashOf({ page: "ledger", file, room: { at: "incident", incident: last.incident } })}>
              <FormattedMessage id="ledger.enter.show" />
            </a>
          )}
          <button type="button" className="button" data-look="plain" onClick={() => void takeBack()}>
            <FormattedMessage id="deed.undo" />
          </button>
        </p>
      )}
      <datalist id="ledger-names">
        {[...(ofCase?.voices ?? []), ...cast.agents].map((one) => (
          <option key={one.id} value={one.label}>
            {one.label}
          </option>
        ))}
      </datalist>
      <div className="enter-columns">
        <div>
          {room.from === undefined && (
            <EnterSource
              words={words}
              write={write}
              taken={entered.map(({ sentence }) => sentence)}
              names="ledger-names"
            />
          )}
          <EnterWay words={words} write={write} names="ledger-names" />
        </div>
        <div>
          <EnterClaim words={words} write={write} cast={cast} />
          {room.corrects !== undefined && (
            <Line
              label={intl.formatMessage({ id: "ledger.correct.reason" })}
              value={words.reason}
              onWrite={(reason) => write({ reason })}
            />
          )}
          {deeds.refused && <Refused refusal={deeds.refused.why} />}
          {missing && (
            <p className="wrong settles" role="alert">
              <span>
                <FormattedMessage id={`ledger.enter.missing.${missing}`} />
              </span>
            </p>
          )}
          <p className="case-acts">
            <button type="submit" className="button" data-look="seal">
              <FormattedMessage id="ledger.enter.save" /> <kbd>Ctrl+Enter</kbd>
            </button>
          </p>
        </div>
      </div>
    </form>
  );
}
