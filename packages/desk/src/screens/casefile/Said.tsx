/** Who put it in, and when. */
import type { MemberId, Stamp } from "@answerable/casework";
import { FormattedMessage } from "react-intl";

import { useClock, useStatus } from "../../app/desk.tsx";
import { When } from "../../app/moments.tsx";

export function Said({ stamp: { by, at } }: { readonly stamp: Pick<Stamp, "by" | "at"> }) {
  const now = useClock(60);
  return (
    <span className="said">
      <MemberName member={by} /> · <When at={at} now={now} />
    </span>
  );
}

export function MemberName({ member }: { readonly member: MemberId }) {
  const { members } = useStatus();
  return (
    members.find((one) => one.id === member)?.name ?? (
      <FormattedMessage id="member.unnamed" values={{ id: member.slice(0, 4) }} />
    )
  );
}
