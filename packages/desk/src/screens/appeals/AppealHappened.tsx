/** What happened to an appeal, in one sentence of the timeline. */
import { dayInWords, numberToText, triggerWords, type AppealEvent, type Case } from "@answerable/casework";
import { FormattedMessage, useIntl } from "react-intl";

import { useLang } from "../../app/vocab.ts";

export function AppealHappened({ what, file }: { readonly what: AppealEvent; readonly file: Case }) {
  const intl = useIntl();
  const lang = useLang();
  const appeal = file.appeals.find(({ id }) => id === what.appeal);
  const day = "on" in what ? what.on : "dated" in what && what.dated ? what.dated : undefined;
  const shownDay = what.type === "AppealAnswered" ? what.received : day;
  const signatory =
    "signatory" in what ? appeal?.signatories.find(({ id }) => id === what.signatory)?.name : undefined;
  return (
    <FormattedMessage
      id={`event.${what.type}`}
      values={{
        number: <span className="number">{appeal ? numberToText(appeal.number) : ""}</span>,
        office: <bdi>{"office" in what ? what.office : (appeal?.office ?? "")}</bdi>,
        day: shownDay ? dayInWords(shownDay, lang) : "",
        reason: "reason" in what ? what.reason : "words" in what ? what.words : "",
        text: "number" in what ? <bdi>{what.number}</bdi> : "",
        who: <bdi>{signatory ?? ""}</bdi>,
        how: howOf(),
      }}
    />
  );

  function howOf(): string {
    if (what.type === "AppealDispatched") return intl.formatMessage({ id: `sentBy.${what.by}` });
    if (what.type === "AppealAnswered") return intl.formatMessage({ id: `answer.${what.kind}` });
    if (what.type === "AppealOutcomeSaid") return intl.formatMessage({ id: `helped.${what.helped}` });
    return what.type === "AppealTriggerSaid" ? triggerWords(what.what, lang) : "";
  }
}
