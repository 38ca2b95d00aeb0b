/** After Ctrl+Enter: what was sealed, its number to tell the caller, and the way to it. */
import { numberToText } from "@answerable/casework";
import { FormattedMessage } from "react-intl";

import type { Calls } from "../../app/calls.tsx";
import { useAnswer } from "../../app/desk.tsx";
import { Clock } from "../../app/moments.tsx";
import { hashOf } from "../../app/route.ts";
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
      {answer?.type === "Here" && <SealedLinks file={answer.case} />}
    </p>
  );
}
