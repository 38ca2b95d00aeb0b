/** After Ctrl+Enter: what was sealed, its number, the way to it, and with n a short one for the caller to say next time. */
import { numberToText, type Case } from "@answerable/casework";
import { FormattedMessage } from "react-intl";

import type { Calls } from "../../app/calls.tsx";
import { useAnswer, usePage } from "../../app/desk.tsx";
import { Clock } from "../../app/moments.tsx";
import { hashOf } from "../../app/route.ts";
import { useLang } from "../../app/vocab.ts";
import { useFreeKey } from "../../parts/useFreeKeys.ts";
import { spelled } from "../casefile/spelled.ts";
import { SealedLinks } from "./SealedLinks.tsx";

export function SealedLine({ last }: { readonly last: NonNullable<Calls["last"]> }) {
  const answer = useAnswer({ type: "CaseFile", case: last.folder });
  const number = answer?.type === "Here" ? answer.case.number : undefined;
  return (
    <p key={last.folder} className="sealed-line settles" role="status">
      <span>
        <FormattedMessage
          id={number === undefined ? "sealed.counted" : last.attached ? "sealed.attached" : "sealed.opened"}
          values={{
            time: <Clock at={last.at} />,
            number: <b className="number">{number && numberToText(number)}</b>,
          }}
        />
      </span>
      {number !== undefined && (
        <a href={hashOf({ page: "case", case: last.folder })}>
          <FormattedMessage id="sealed.look" />
        </a>
      )}
      {last.answered && (
        <a href={hashOf({ page: "queue" })}>
          <FormattedMessage id="sealed.answered" />
        </a>
      )}
      {answer?.type === "Here" && (
        <>
          <SealedLinks file={answer.case} />
          <CallersNumber file={answer.case} />
        </>
      )}
    </p>
  );
}

/** Five symbols that open nothing. Whoever has one already is told the same. */
function CallersNumber({ file }: { readonly file: Case }) {
  const { office } = usePage();
  const lang = useLang();
  const told = file.toldNumbers.at(-1);
  const give = () => void office.do({ type: "GiveReceipt", case: file.id });
  useFreeKey("n", told ? undefined : give);
  if (!told)
    return (
      <button type="button" className="button" data-look="plain" onClick={give}>
        <FormattedMessage id="sealed.giveNumber" /> <kbd>n</kbd>
      </button>
    );
  const aloud = spelled(told.locator, lang);
  return (
    <span>
      <FormattedMessage
        id="sealed.callersNumber"
        values={{
          locator: (
            <b key="locator" className="number" role="img" aria-label={aloud} title={aloud}>
              {told.locator}
            </b>
          ),
        }}
      />
    </span>
  );
}
