/** Who belongs to the helpline and on which devices; how somebody comes, and how somebody goes. */
import { FormattedMessage } from "react-intl";

import { useAnswer, useStatus } from "../app/desk.tsx";
import { hashOf } from "../app/route.ts";
import { Desks } from "./people/Desks.tsx";
import { Invite } from "./people/Invite.tsx";
import { Members } from "./people/Members.tsx";
import { ThisDevice } from "./people/ThisDevice.tsx";
import { Witness } from "./people/Witness.tsx";

export function People() {
  const status = useStatus();
  const team = useAnswer({ type: "Team" });
  return (
    <div className="people">
      <h1>{status.helpline}</h1>
      <p className="says">
        <FormattedMessage id="people.fingerprint" />
      </p>
      <p className="fingerprint number">{status.fingerprint?.match(/.{1,4}/g)?.join(" ")}</p>
      <p className="door-acts">
        <a className="button" href={hashOf({ page: "safety" })}>
          <FormattedMessage id="place.safety" />
        </a>
        <a className="button" href={hashOf({ page: "recovery" })}>
          <FormattedMessage id="place.recovery" />
        </a>
      </p>
      {team?.isLockedOut && (
        <p className="wrong" role="alert">
          <FormattedMessage id="people.locked" />
        </p>
      )}
      {team?.desks.some((desk) => desk.isRotationDue) && (
        <p className="says" role="status">
          <FormattedMessage id="people.rotation" />
        </p>
      )}
      <ThisDevice />
      <section aria-labelledby="add-title">
        <h2 id="add-title">
          <FormattedMessage id="people.people" />
        </h2>
        {team && <Members team={team} />}
        <details className="rights">
          <summary>
            <FormattedMessage id="people.rights" />
          </summary>
          <p>
            <FormattedMessage id="people.rights.says" />
          </p>
        </details>
        <Invite mayBringIn={team?.mayCoordinate ?? false} />
      </section>
      {team && <Desks team={team} />}
      {team && <Witness team={team} />}
    </div>
  );
}
