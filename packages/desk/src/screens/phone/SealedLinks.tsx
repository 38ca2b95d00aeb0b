/** What was said of other cases in the call just sealed; one key takes all of it back, and the call stays. */
import { standingLinks, type Case } from "@answerable/casework";
import { FormattedMessage } from "react-intl";

import { usePage } from "../../app/desk.tsx";
import { useFreeKey } from "../../parts/useFreeKeys.ts";

export function SealedLinks({ file }: { readonly file: Case }) {
  const { office } = usePage();
  const links = standingLinks(file.links);
  const takeBack = () => {
    for (const { id } of links) void office.do({ type: "RetractLink", case: file.id, link: id, reason: "" });
  };
  useFreeKey("z", links.length > 0 ? takeBack : undefined);
  if (links.length === 0) return null;
  return (
    <button type="button" className="button" data-look="plain" onClick={takeBack}>
      <FormattedMessage id="same.takeBack" values={{ count: links.length }} /> <kbd>z</kbd>
    </button>
  );
}
