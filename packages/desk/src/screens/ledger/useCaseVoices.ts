/** Who speaks in a case, by relation and number and never by name: the caller of its last contact, and the soldier. */
import {
  labelOf,
  numberToText,
  relations,
  voicesOfCase,
  type CaseId,
  type Voice,
} from "@answerable/casework";
import { useMemo } from "react";
import { useIntl } from "react-intl";

import { useAnswer } from "../../app/desk.tsx";
import { useLang } from "../../app/vocab.ts";
import type { EntryWords } from "./entry-words.ts";

export interface CaseVoices {
  readonly voices: readonly Voice[];
  /** What the form begins with. */
  readonly words: Partial<EntryWords>;
}

export function useCaseVoices(from: CaseId | undefined): CaseVoices | undefined {
  const intl = useIntl();
  const lang = useLang();
  const answer = useAnswer(from === undefined ? undefined : { type: "CaseFile", case: from });
  const file = answer?.type === "Here" ? answer.case : undefined;
  return useMemo(() => {
    if (!file) return undefined;
    const number = numberToText(file.number);
    const contact = file.contacts.findLast(({ summary }) => summary !== "") ?? file.contacts.at(-1);
    const person = file.people.find(({ id }) => id === contact?.caller);
    const role = person && labelOf(relations, person.relation, lang);
    const isHimself = person?.relation === "self";
    const { soldier, caller } = voicesOfCase({
      case: file.id,
      soldier: { label: intl.formatMessage({ id: "ledger.enter.soldierOf" }, { number }), role: "soldier" },
      ...(person &&
        role !== undefined &&
        !isHimself && {
          caller: {
            person: person.id,
            label: intl.formatMessage({ id: "ledger.enter.callerOf" }, { role, number }),
            role: person.relation,
          },
        }),
    });
    const teller = caller ?? soldier;
    const told = contact?.source ?? "unknown";
    const origin = told === "sawHimself" ? teller.label : told === "soldierTold" ? soldier.label : "";
    return {
      voices: caller ? [soldier, caller] : [soldier],
      words: {
        from: "call",
        text: contact?.summary ?? "",
        origin,
        isUnknown: origin === "" ? "y" : "",
        perceives: told === "sawHimself" ? "saw" : told === "soldierTold" ? "did" : "unknown",
        through: origin === teller.label ? "" : teller.label,
      },
    };
  }, [file, intl, lang]);
}
