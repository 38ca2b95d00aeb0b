/** Whose word under the server's log is demanded: a program somewhere else, which a coordinator names by the line that it prints. */
import type { PeopleRefusal, TeamAnswer } from "@answerable/replica";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { usePage } from "../../app/desk.tsx";
import { useSlip } from "../../app/slips.tsx";
import { Line } from "../../parts/Line.tsx";

export function Witness({ team }: { readonly team: TeamAnswer }) {
  const intl = useIntl();
  const { office } = usePage();
  const { words, write, drop } = useSlip("witness", { line: "" });
  const [refusal, setRefusal] = useState<PeopleRefusal>();
  async function say(line: string | undefined): Promise<void> {
    const done = await office.sayOfPeople({ type: "NameWitness", ...(line === undefined ? {} : { line }) });
    setRefusal(done.ok ? undefined : done.refusal);
    if (done.ok) drop();
  }
  return (
    <section aria-labelledby="witness-title">
      <h2 id="witness-title">
        <FormattedMessage id="witness.title" />
      </h2>
      <p className="says">
        {team.witness === undefined ? (
          <FormattedMessage id="witness.none" />
        ) : (
          <FormattedMessage id="witness.is" values={{ name: <bdi className="number">{team.witness}</bdi> }} />
        )}
      </p>
      {team.mayCoordinate && (
        <form
          className="inline-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (words.line.trim() !== "") void say(words.line.trim());
          }}
        >
          <Line
            label={intl.formatMessage({ id: "witness.line" })}
            value={words.line}
            onWrite={(line) => write({ line })}
          />
          {refusal && (
            <p className="wrong" role="alert">
              {refusal.type === "NotPossible" ? (
                <FormattedMessage id="witness.wrong" />
              ) : (
                <FormattedMessage id={`people.refused.${refusal.type}`} />
              )}
            </p>
          )}
          <div className="inline-acts">
            <button type="submit" className="button" disabled={words.line.trim() === ""}>
              <FormattedMessage id="witness.name" />
            </button>
            {team.witness !== undefined && (
              <button type="button" className="button" data-look="plain" onClick={() => void say(undefined)}>
                <FormattedMessage id="witness.without" />
              </button>
            )}
          </div>
        </form>
      )}
    </section>
  );
}
