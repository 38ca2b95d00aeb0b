/** The letters of a case as one thread: what was sent, where it went on to, what came back, what may be done next. */
import {
  numberToText,
  type Case,
  type NextStep,
  type Signatory,
  type SignatoryGiven,
  type ThreadLetter,
  type ThreadQuery,
} from "@answerable/casework";
import { useState } from "react";
import { FormattedMessage } from "react-intl";

import { useAnswer, usePage } from "../../app/desk.tsx";
import { go, hashOf } from "../../app/route.ts";
import { useOpenForm } from "../../app/slips.tsx";
import { useLang } from "../../app/vocab.ts";
import type { DeedsOf } from "../casefile/Deeds.tsx";
import { Came, camePlace } from "./Came.tsx";
import { DateTold, Trace } from "./DateTold.tsx";
import { Overlays } from "./Overlays.tsx";

export function Thread({ file, deeds }: { readonly file: Case; readonly deeds: DeedsOf }) {
  const lang = useLang();
  const answer = useAnswer<ThreadQuery>({ type: "Thread", case: file.id, lang });
  const letters = answer?.type === "Here" ? answer.letters : [];
  return (
    <section aria-labelledby="thread-title">
      <header className="part-head">
        <h2 id="thread-title">
          <FormattedMessage id="thread.title" />
        </h2>
        <a className="button" data-look="plain" href={hashOf({ page: "draft", case: file.id })}>
          <FormattedMessage id="thread.draft" />
        </a>
      </header>
      {letters.length === 0 && (
        <p className="empty">
          <FormattedMessage id="thread.none" />
        </p>
      )}
      <ol className="thread">
        {letters.map((letter) => (
          <Letter key={letter.appeal.id} letter={letter} file={file} deeds={deeds} />
        ))}
      </ol>
      {letters.length > 0 && (
        <p className="says">
          <FormattedMessage id="notAdvice" />
        </p>
      )}
    </section>
  );
}

function Letter({
  letter,
  file,
  deeds,
}: {
  readonly letter: ThreadLetter;
  readonly file: Case;
  readonly deeds: DeedsOf;
}) {
  const { appeal } = letter;
  const [isTelling, setTelling] = useOpenForm(camePlace(letter));
  const [open, setOpen] = useState<string>();
  const staying = appeal.signatories.filter(({ left }) => left === undefined).length;
  const isGone = appeal.dispatched !== undefined || appeal.parent !== undefined;
  return (
    <li className="thread-letter" data-depth={Math.min(letter.depth, 3)}>
      <p className="thread-head">
        <a href={hashOf({ page: "letter", case: file.id, appeal: appeal.id })}>{appeal.office}</a>
        <span className="number says">{numberToText(appeal.number)}</span>
        {appeal.kind === "collective" && staying > 0 && (
          <small className="says">
            <FormattedMessage id="appeal.signatories" values={{ count: staying }} />
          </small>
        )}
      </p>
      <p className="says">
        {letter.depth > 0 ? <FormattedMessage id="appeal.forwardedTo" /> : letter.routeName}
        {appeal.registered && (
          <>
            {" · "}
            <FormattedMessage id="appeal.registered" values={{ number: appeal.registered.number }} />
          </>
        )}
      </p>
      <Overlays stage={letter.stage} overlays={letter.overlays} isHeld={appeal.held !== undefined} />
      <ul className="clocks">
        {/* Nobody must forward a letter: that term is told of once it was. */}
        {letter.clocks
          .filter(({ role, state }) => role !== "forward" || state !== "running")
          .map((clock) => (
            <li key={clock.rule} data-state={clock.state}>
              <span className="clock-says">
                {clock.says}
                <small>
                  <FormattedMessage id={`clock.${clock.state}`} />
                </small>
              </span>
              <DateTold
                date={{ ...clock, isEstimated: clock.proof !== "proved" }}
                isOpen={open === clock.rule}
                onOpen={() => setOpen(open === clock.rule ? undefined : clock.rule)}
              />
              {open === clock.rule && <Trace clock={clock} />}
            </li>
          ))}
      </ul>
      {letter.loop && (
        <p className="wrong">
          <FormattedMessage id="thread.loop" />
        </p>
      )}
      {letter.uncounted.length > 0 && (
        <p className="says">
          <FormattedMessage id="thread.uncounted" values={{ rules: letter.uncounted.join(", ") }} />
        </p>
      )}
      {appeal.answers.map((answer) => (
        <p key={answer.id} className="thread-answer">
          <b>
            <FormattedMessage id={`answer.${answer.kind}`} />
          </b>{" "}
          {answer.summary}
        </p>
      ))}
      {file.attachments
        .filter((one) => one.appeal === appeal.id)
        .map((one) => (
          <p key={one.id} className="says">
            <FormattedMessage id="thread.scan" values={{ name: <bdi key="name">{one.name}</bdi> }} />
          </p>
        ))}
      {appeal.outcome && (
        <p className="thread-answer">
          <FormattedMessage id={`helped.${appeal.outcome.helped}`} />
          {appeal.outcome.words !== "" && `: ${appeal.outcome.words}`}
        </p>
      )}
      <div className="thread-acts">
        <button
          type="button"
          className="button small"
          aria-expanded={isTelling}
          onClick={() => setTelling(!isTelling)}
        >
          <FormattedMessage id={isGone ? "came.open" : "came.openUnsent"} />
        </button>
        {letter.next
          .filter(({ why, route }) => !appeal.escalated.some((one) => one.why === `${why}>${route}`))
          .map((step, at) => (
            <Next
              key={`${step.why} ${step.route}`}
              step={step}
              isFirst={at === 0}
              letter={letter}
              file={file}
              deeds={deeds}
            />
          ))}
      </div>
      {isTelling && <Came letter={letter} file={file} deeds={deeds} onClose={() => setTelling(false)} />}
    </li>
  );
}

/** The next letter, drafted at once from this one and opened to be read. */
function Next({
  step,
  isFirst,
  letter,
  file,
  deeds,
}: {
  readonly step: NextStep;
  readonly isFirst: boolean;
  readonly letter: ThreadLetter;
  readonly file: Case;
  readonly deeds: DeedsOf;
}) {
  const { newId } = usePage();
  const { appeal } = letter;
  const { template } = step;
  if (template === undefined) return null;
  async function draft(): Promise<void> {
    const fresh = newId<typeof appeal.id>();
    const root = file.appeals.find(({ id }) => id === appeal.parent) ?? appeal;
    const signatories = root.signatories.filter(({ left }) => left === undefined);
    const done = await deeds.run({
      type: "DraftAppeal",
      case: file.id,
      appeal: fresh,
      pack: appeal.pack,
      route: step.route,
      authority: step.authority,
      office: step.office,
      ...(appeal.region === undefined ? {} : { region: appeal.region }),
      ...(appeal.ground === undefined ? {} : { ground: appeal.ground }),
      complainedOf: [appeal.office],
      kind: "individual",
      template: template ?? "",
      slots: pickSlots(root.slots),
      signatories: signatories.slice(0, 1).map(anew),
      after: { appeal: appeal.id, why: `${step.why}>${step.route}` },
    });
    if (done) go({ page: "letter", case: file.id, appeal: fresh });
  }
  return (
    <button
      type="button"
      className="button small"
      data-look={isFirst ? "seal" : undefined}
      onClick={() => void draft()}
    >
      <FormattedMessage id="thread.next" values={{ name: step.name }} />
    </button>
  );
}

/** What the family has told goes along; whom the letter goes to does not. */
function pickSlots(slots: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(slots).filter(([slot]) => !slot.startsWith("addressee")));
}

function anew({ name, relation, soldier, consent, address, person }: Signatory): SignatoryGiven {
  return {
    name,
    relation,
    soldier,
    consent,
    ...(address === undefined ? {} : { address }),
    ...(person === undefined ? {} : { person }),
  };
}
