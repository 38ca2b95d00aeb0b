/** What must be seen before a letter is printed, each with its reason. A person decides. */
import { inLang, numberToText, type Guard } from "@answerable/casework";
import { FormattedMessage } from "react-intl";

import { useLang } from "../../app/vocab.ts";

export function Guards({ guards }: { readonly guards: readonly Guard[] }) {
  const lang = useLang();
  if (guards.length === 0)
    return (
      <p className="says">
        <FormattedMessage id="guard.none" />
      </p>
    );
  return (
    <ul className="guards">
      {guards.map((guard) => (
        <li key={guard.type} className="wrong">
          <span>
            <FormattedMessage
              id={`guard.${guard.type}`}
              values={{ about: guard.type === "repeat" ? numberToText(guard.about) : guard.about }}
            />
            {guard.says !== undefined && ` ${inLang(guard.says, lang)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
