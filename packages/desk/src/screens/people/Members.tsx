/** Everyone on the line with duties and devices, and what may be done. Each deed is asked once more, in its own words. */
import type {
  PeopleRefusal,
  PeopleWord,
  Role,
  TeamAnswer,
  TeamDeviceRow,
  TeamMemberRow,
} from "@answerable/replica";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { usePage } from "../../app/desk.tsx";
import type { WordId } from "../../words/words.ts";
import { Duties } from "./Duties.tsx";

interface Deed {
  readonly word: PeopleWord;
  readonly label: WordId;
  readonly asks: WordId;
}

export function Members({ team }: { readonly team: TeamAnswer }) {
  return (
    <ul className="members">
      {team.members.map((member) => (
        <Member key={member.id} member={member} mayCoordinate={team.mayCoordinate} />
      ))}
    </ul>
  );
}

function Member({
  member,
  mayCoordinate,
}: {
  readonly member: TeamMemberRow;
  readonly mayCoordinate: boolean;
}) {
  const intl = useIntl();
  const name = member.name ?? intl.formatMessage({ id: "member.unnamed" }, { id: member.id.slice(0, 4) });
  const isActive = member.standing === "Active";
  return (
    <li className="member" data-standing={member.standing}>
      <p className="member-name">
        <strong>{name}</strong>
        {member.isMe && (
          <small>
            <FormattedMessage id="people.me" />
          </small>
        )}
        {!isActive && (
          <small className="standing">
            <FormattedMessage
              id={`people.standing.${member.standing === "Removed" ? "Removed" : "Suspended"}`}
            />
          </small>
        )}
        {isActive && member.voices > 0 && (
          <small className="standing">
            <FormattedMessage id="people.voices" values={{ count: member.voices }} />
          </small>
        )}
      </p>
      {isActive && (
        <p className="says member-roles">
          {member.roles.length === 0 ? (
            <FormattedMessage id="people.noRoles" />
          ) : (
            intl.formatList(
              member.roles.map((role) => intl.formatMessage({ id: `people.role.${role}` })),
              { type: "conjunction" },
            )
          )}
        </p>
      )}
      {member.standing !== "Removed" && (
        <ul className="devices">
          {member.devices.map((device) => (
            <Device key={device.id} device={device} mayTakeOut={member.isMe || mayCoordinate} />
          ))}
        </ul>
      )}
      {member.standing !== "Removed" && <Deeds member={member} mayCoordinate={mayCoordinate} name={name} />}
    </li>
  );
}

function Device({ device, mayTakeOut }: { readonly device: TeamDeviceRow; readonly mayTakeOut: boolean }) {
  const intl = useIntl();
  const day = intl.formatDate(`${device.renewed}T12:00:00Z`, { day: "numeric", month: "long" });
  const word = (why: "left" | "lost"): PeopleWord => ({ type: "RevokeDevice", device: device.id, why });
  return (
    <li className="device-row" data-out={!device.isInUse || undefined}>
      <span>
        {device.name ?? (
          <FormattedMessage id="people.device.unnamed" values={{ id: device.id.slice(0, 4) }} />
        )}
      </span>
      <small>
        {device.why !== undefined ? (
          <FormattedMessage id={`people.device.${device.why}`} />
        ) : device.isThis ? (
          <FormattedMessage id="people.device.this" />
        ) : (
          <>
            <FormattedMessage id="people.device.seen" values={{ day }} />
            {device.isInUse && device.expiresInDays <= 14 && (
              <>
                {" · "}
                <FormattedMessage id="people.device.expires" values={{ days: device.expiresInDays }} />
              </>
            )}
          </>
        )}
      </small>
      {mayTakeOut && device.isInUse && !device.isThis && (
        <Acts
          deeds={[
            { word: word("lost"), label: "people.act.lost", asks: "people.ask.lost" },
            { word: word("left"), label: "people.act.out", asks: "people.ask.out" },
          ]}
        />
      )}
    </li>
  );
}

interface DeedsGiven {
  readonly member: TeamMemberRow;
  readonly mayCoordinate: boolean;
  readonly name: string;
}

function Deeds({ member, mayCoordinate, name }: DeedsGiven) {
  const intl = useIntl();
  const { id } = member;
  const suspend: Deed = member.isMe
    ? { word: { type: "Suspend", member: id }, label: "people.act.suspendMe", asks: "people.ask.suspendMe" }
    : { word: { type: "Suspend", member: id }, label: "people.act.suspend", asks: "people.ask.suspend" };
  const deeds: Deed[] = [];
  if (member.standing === "Active" && !member.hasMyVoice) deeds.push(suspend);
  if (member.standing === "Suspended" && mayCoordinate)
    deeds.push({
      word: { type: "Restore", member: id },
      label: "people.act.restore",
      asks: "people.ask.restore",
    });
  if (mayCoordinate && !member.isMe)
    deeds.push({
      word: { type: "Remove", member: id },
      label: "people.act.remove",
      asks: "people.ask.remove",
    });
  const isRoles = mayCoordinate && member.standing === "Active";
  if (deeds.length === 0 && !isRoles) return null;
  return (
    <details className="member-acts">
      <summary>
        <FormattedMessage id="people.act.menu" values={{ name }} />
      </summary>
      <Acts deeds={deeds} />
      {isRoles && <Roles member={member} label={intl.formatMessage({ id: "people.act.roles" })} />}
    </details>
  );
}

export function useSaying() {
  const { office } = usePage();
  const [state, setState] = useState<"busy" | "done">();
  const [refusal, setRefusal] = useState<PeopleRefusal>();
  /** true: it was said. */
  async function say(word: PeopleWord): Promise<boolean> {
    setState("busy");
    setRefusal(undefined);
    const done = await office.sayOfPeople(word).finally(() => setState(undefined));
    if (done.ok) setState("done");
    else setRefusal(done.refusal);
    return done.ok;
  }
  const said =
    state !== undefined ? (
      <p role="status" className="says">
        <FormattedMessage id={`people.act.${state}`} />
      </p>
    ) : (
      refusal && (
        <p role="alert" className="wrong">
          <FormattedMessage id={`people.refused.${refusal.type}`} />
        </p>
      )
    );
  return { say, said, isBusy: state === "busy" };
}

function Acts({ deeds }: { readonly deeds: readonly Deed[] }) {
  const { say, said, isBusy } = useSaying();
  const [asked, setAsked] = useState<Deed>();
  return (
    <div className="acts">
      {asked ? (
        <div className="asked">
          <p>
            <FormattedMessage id={asked.asks} />
          </p>
          <div className="door-acts">
            <button
              type="button"
              className="button"
              data-look="seal"
              disabled={isBusy}
              onClick={() => void say(asked.word).finally(() => setAsked(undefined))}
            >
              <FormattedMessage id="people.act.sure" />
            </button>
            <button type="button" className="button" data-look="plain" onClick={() => setAsked(undefined)}>
              <FormattedMessage id="people.act.no" />
            </button>
          </div>
        </div>
      ) : (
        <div className="door-acts">
          {deeds.map((deed) => (
            <button
              key={deed.label}
              type="button"
              className="button"
              data-look="plain"
              onClick={() => setAsked(deed)}
            >
              <FormattedMessage id={deed.label} />
            </button>
          ))}
        </div>
      )}
      {said}
    </div>
  );
}

function Roles({ member, label }: { readonly member: TeamMemberRow; readonly label: string }) {
  const [given, setGiven] = useState<readonly Role[]>(member.roles);
  const { say, said, isBusy } = useSaying();
  return (
    <div className="acts">
      <Duties label={label} given={given} onGive={setGiven} />
      <button
        type="button"
        className="button"
        disabled={isBusy}
        onClick={() => void say({ type: "GiveRoles", member: member.id, roles: given })}
      >
        <FormattedMessage id="people.act.saveRoles" />
      </button>
      {said}
    </div>
  );
}
