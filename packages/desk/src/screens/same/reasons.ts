/** Why two may be one man, in words. The core says which field compares how; the language is the page's. */
import { reasonInWords, type Lang, type SeenStrip } from "@answerable/casework";
import type { IntlShape } from "react-intl";

type Reason = Parameters<typeof reasonInWords>[0];

/** Fields of the core; the exact marks and a name still being typed have words of the desk. */
export function reasonsInWords(reasons: SeenStrip, intl: IntlShape): string {
  return reasons
    .flatMap(({ field, level }) => {
      if (field === "callSign" || field === "dogTag")
        return level === "same" || level === "differs"
          ? `${intl.formatMessage({ id: `match.${field}` })}: ${intl.formatMessage({ id: `match.is.${level}` })}`
          : [];
      if (field === "name") return intl.formatMessage({ id: "match.begun" });
      const words = reasonInWords({ field, level } as Reason, intl.locale as Lang); // as the core wrote them
      return words.includes("undefined") ? [] : words;
    })
    .join("; ");
}
