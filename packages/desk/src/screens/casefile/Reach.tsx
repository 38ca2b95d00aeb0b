/**
 * How somebody of the circle is reached, and the way to take it out when she asks: written down with who asks and why, said plainly
 * where else it stands. Key d: to the first of them, or at once where there is one.
 */
import { factFields, hotFieldOf, masked, numberToText, type Case, type Fact } from "@answerable/casework";
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer } from "../../app/desk.tsx";
import { hashOf } from "../../app/route.ts";
import { useOpenForm, useSlip } from "../../app/slips.tsx";
import { Label } from "../../app/vocab.ts";
import { Line } from "../../parts/Line.tsx";
import { SlipForm } from "../../parts/SlipForm.tsx";
import { useFreeKey } from "../../parts/useFreeKeys.ts";
import { Sentence } from "../../parts/Words.tsx";
import { RefusedHere, type DeedsOf } from "./Deeds.tsx";
import { FactValue } from "./FactValue.tsx";
import { Said } from "./Said.tsx";

export const isReach = ({ field }: Fact): boolean => hotFieldOf(field) === "phone";

const BUTTON = "button[data-takes-out]";

/** Two of them: the eye and the cursor decide which. */
export function useTakeOutKey(circle: { readonly current: HTMLElement | null }): void {
  useFreeKey("d", () => {
    const [first, ...others] = circle.current?.querySelectorAll<HTMLButtonElement>(BUTTON) ?? [];
    first?.focus();
    if (others.length === 0) first?.click();
  });
}

interface Given {
  readonly file: Case;
  readonly fact: Fact;
  readonly deeds: DeedsOf;
}

export function Reach({ file, fact, deeds }: Given) {
  const [isOpen, setOpen] = useOpenForm(placeOf(file, fact));
  return (
    <>
      <p className="person-fact">
        {fact.field !== "phone" && (
          <span className="label">
            <Label of={factFields} code={fact.field} />{" "}
          </span>
        )}
        <FactValue fact={fact} />
        {fact.value !== masked && !isOpen && (
          <button
            type="button"
            className="button small"
            data-look="plain"
            data-takes-out
            onClick={() => setOpen(true)}
          >
            <FormattedMessage id="reach.takeOut" />
            <span className="unseen">: {fact.value}</span> <kbd>d</kbd>
          </button>
        )}
      </p>
      {isOpen && <TakeOut file={file} fact={fact} deeds={deeds} onClose={() => setOpen(false)} />}
    </>
  );
}

const placeOf = (file: Case, fact: Fact) => `${file.id}/take-out/${fact.id}`;

function TakeOut({ file, fact, deeds, onClose }: Given & { readonly onClose: () => void }) {
  const intl = useIntl();
  const { words, write, drop } = useSlip(placeOf(file, fact), { reason: "" });
  const close = () => {
    drop();
    onClose();
  };
  return (
    <SlipForm
      does="reach.takeOut"
      onDo={() => {
        const command = { type: "WithdrawFact", case: file.id, fact: fact.id, ...words } as const;
        void deeds
          .run(command, { type: "StateAgain", case: file.id, fact: fact.id })
          .then((done) => done && close());
      }}
      onLeave={close}
    >
      <p className="says">
        <FormattedMessage id="reach.says" />
      </p>
      <ElsewhereToo file={file} fact={fact} />
      {file.referrals.length > 0 && (
        <p className="says">
          <FormattedMessage id="reach.referred" />
        </p>
      )}
      <Line
        isFirst
        label={intl.formatMessage({ id: "reach.reason" })}
        value={words.reason}
        onWrite={(reason) => write({ reason })}
      />
      <RefusedHere deeds={deeds} of="WithdrawFact" />
    </SlipForm>
  );
}

const SHOWN = 6;

/** A mother of two sons has two cases: each is its own folder, and she says it once. */
function ElsewhereToo({ file, fact }: Omit<Given, "deeds">) {
  const found = useAnswer(
    fact.field === "phone"
      ? { type: "Roster", text: fact.known ?? fact.value, list: "all", from: 0, count: SHOWN }
      : undefined,
  );
  const others = found?.rows.filter((row) => row.case !== file.id) ?? [];
  if (others.length === 0) return null;
  const links = others.map((row) => (
    <a key={row.case} href={hashOf({ page: "case", case: row.case })}>
      <span className="number">{numberToText(row.number)}</span>
    </a>
  ));
  return (
    <p className="says">
      <Sentence
        id="reach.also"
        values={{
          count: (found?.total ?? 1) - 1,
          cases: links.flatMap((link, at) => (at === 0 ? [link] : [", ", link])),
        }}
      />
    </p>
  );
}

/** What was taken out, and never which: one line for each time that somebody asked. */
export function TakenOut({ facts }: { readonly facts: readonly Fact[] }) {
  const gone = facts.filter((fact) => isReach(fact) && fact.withdrawn !== undefined);
  const once = [...new Map(gone.map((fact) => [fact.withdrawn?.sheet, fact])).values()];
  return once.map(
    (fact) =>
      fact.withdrawn && (
        <p key={fact.id} className="person-fact">
          <Label of={factFields} code={fact.field} />{" "}
          <small>
            <FormattedMessage id="reach.out" values={{ reason: fact.withdrawn.reason }} /> ·{" "}
            <Said stamp={fact.withdrawn} />
          </small>
        </p>
      ),
  );
}
