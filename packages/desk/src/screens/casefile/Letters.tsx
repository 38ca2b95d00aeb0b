/** Letters the family says it has already written. */
import type { Case } from "@answerable/casework";
import { FormattedDate, FormattedMessage } from "react-intl";

import { Words } from "../../parts/Words.tsx";
import { Said } from "./Said.tsx";

export function Letters({ file }: { readonly file: Case }) {
  if (file.letters.length === 0) return null;
  return (
    <section aria-labelledby="letters-title">
      <header className="part-head">
        <h2 id="letters-title">
          <FormattedMessage id="letters.title" />
        </h2>
      </header>
      <ul className="tasks">
        {file.letters.map((letter) => (
          <li key={letter.id} className="task">
            <p>
              <bdi>
                <Words text={letter.authority} />
              </bdi>
              {letter.sentOn && (
                <>
                  {", "}
                  <FormattedDate
                    value={`${letter.sentOn}T12:00:00Z`}
                    timeZone="UTC"
                    day="numeric"
                    month="long"
                    year="numeric"
                  />
                </>
              )}
              {letter.number && (
                <span className="number letters-number">
                  {" "}
                  № <Words text={letter.number} />
                </span>
              )}
            </p>
            <p>
              {letter.answer ? (
                <FormattedMessage
                  id="letters.answer"
                  values={{
                    answer: (
                      <bdi>
                        <Words text={letter.answer} />
                      </bdi>
                    ),
                  }}
                />
              ) : (
                <FormattedMessage id="letters.noAnswer" />
              )}
            </p>
            <small>
              <Said stamp={letter} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
