/** What the short call of a surge leaves unasked, in the words of the task that it becomes. Empty: nothing was left out. */
import type { Draft } from "@answerable/casework";
import { useIntl } from "react-intl";

export function useUnasked(draft: Draft, isSurge: boolean): string {
  const intl = useIntl();
  if (!isSurge) return "";
  const fields = (
    [
      ["call.birth", draft.birth],
      ["call.region", draft.region],
      ["call.service", draft.service ?? ""],
      ["call.unit", draft.unit],
      ["call.callSign", `${draft.callSign}${draft.dogTag}${draft.soldierPhone}`],
      ["call.letter", Object.values(draft.writtenTo).join("")],
    ] as const
  ).flatMap(([id, said]) => (said.trim() === "" ? [intl.formatMessage({ id }).toLowerCase()] : []));
  if (fields.length === 0) return "";
  return intl.formatMessage({ id: "surge.followUp" }, { fields: intl.formatList(fields) });
}
