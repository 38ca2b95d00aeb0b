/** Why something was not done, in plain words. The words of case work live beside its rules; the office's own are here. */
import { refusalValues, type Refusal } from "@answerable/casework";
import type { OfficeRefusal } from "@answerable/replica";
import { FormattedMessage } from "react-intl";

export function Refused({ refusal }: { readonly refusal: Refusal | OfficeRefusal }) {
  return (
    <p className="wrong settles" role="alert">
      <span>
        {isOfOffice(refusal) ? (
          <FormattedMessage id={`refused.${refusal.type}`} />
        ) : (
          <FormattedMessage id={`refusal.${refusal.type}`} values={refusalValues(refusal)} />
        )}
      </span>
    </p>
  );
}

function isOfOffice(refusal: Refusal | OfficeRefusal): refusal is OfficeRefusal {
  return refusal.type === "Locked" || refusal.type === "OtherTab" || refusal.type === "FolderNotHere";
}
