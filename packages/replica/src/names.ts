/** How members sign, as heard by now: the team log names nobody. */
import type { MemberId } from "@answerable/casework";
import type { Team } from "@answerable/wire";

import type { MemberName } from "./office.ts";
import type { SessionDeps } from "./session-deps.ts";

export function openNames(
  own: { readonly member: MemberId; readonly name: string },
  team: () => Team,
  status: SessionDeps["status"],
) {
  const names = new Map<string, string>([[own.member, own.name]]);
  const memberNames = (): readonly MemberName[] =>
    [...team().members.keys()].map((id) => {
      const name = names.get(id);
      return { id, ...(name === undefined ? {} : { name }) };
    });
  const named = (who: string, name: string): void => {
    if (name === "" || names.get(who) === name) return;
    names.set(who, name);
    status({ members: memberNames() });
  };
  return { names, named, memberNames };
}
