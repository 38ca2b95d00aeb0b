/** The desks of the helpline: what each is for and who reads it; a coordinator makes one, names it, gives and takes seats. */
import type { TeamAnswer, TeamDeskRow, TeamMemberRow } from "@answerable/replica";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { DeskNamed, useDeskName } from "../../app/DeskSwitch.tsx";
import { useSlip } from "../../app/slips.tsx";
import { Line } from "../../parts/Line.tsx";
import { useSaying } from "./Members.tsx";

export function Desks({ team }: { readonly team: TeamAnswer }) {
  return (
    <section aria-labelledby="desks-title" className="desks">
      <h2 id="desks-title">
        <FormattedMessage id="desks.title" />
      </h2>
      {team.desks.length === 1 && (
        <p className="says">
          <FormattedMessage id="desks.one" />
        </p>
      )}
      <ul className="members">
        {team.desks.map((desk) => (
          <Desk key={desk.id} desk={desk} team={team} />
        ))}
      </ul>
      {team.mayCoordinate && <NewDesk members={team.members} />}
    </section>
  );
}

function useMemberName(): (member: TeamMemberRow) => string {
  const intl = useIntl();
  return (member) =>
    member.name ?? intl.formatMessage({ id: "member.unnamed" }, { id: member.id.slice(0, 4) });
}

function Desk({ desk, team }: { readonly desk: TeamDeskRow; readonly team: TeamAnswer }) {
  const intl = useIntl();
  const nameOf = useMemberName();
  const deskName = useDeskName();
  const sitting = team.members.filter((member) => desk.members.includes(member.id));
  return (
    <li className="member">
      <p className="member-name">
        <strong>
          <DeskNamed row={desk} />
        </strong>
        {desk.isMine && (
          <small>
            <FormattedMessage id="desks.mine" />
          </small>
        )}
      </p>
      {desk.purpose !== undefined && desk.purpose !== "" && <p className="says">{desk.purpose}</p>}
      <p className="says">
        <FormattedMessage
          id="desks.reads"
          values={{ who: intl.formatList(sitting.map(nameOf), { type: "conjunction" }) }}
        />
      </p>
      {team.mayCoordinate && desk.isMine && (
        <details className="member-acts">
          <summary>
            <FormattedMessage id="people.act.menu" values={{ name: deskName(desk) }} />
          </summary>
          <Name desk={desk} />
          <Seats desk={desk} members={team.members} />
        </details>
      )}
    </li>
  );
}

function Name({ desk }: { readonly desk: TeamDeskRow }) {
  const { words, write, drop } = useSlip(`desk/${desk.id}`, {
    name: desk.name ?? "",
    purpose: desk.purpose ?? "",
  });
  const { say, said, isBusy } = useSaying();
  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        void say({ type: "NameDesk", desk: desk.id, ...words }).then((done) => done && drop());
      }}
    >
      <NameAndPurpose words={words} write={write} />
      <div className="inline-acts">
        <button type="submit" className="button" disabled={isBusy}>
          <FormattedMessage id="desks.rename" />
        </button>
      </div>
      {said}
    </form>
  );
}

interface Words {
  readonly name: string;
  readonly purpose: string;
}

interface WordsGiven {
  readonly words: Words;
  readonly write: (words: Partial<Words>) => void;
  readonly says?: string;
}

function NameAndPurpose({ words, write, says }: WordsGiven) {
  const intl = useIntl();
  return (
    <>
      <Line
        label={intl.formatMessage({ id: "desks.name" })}
        value={words.name}
        onWrite={(name) => write({ name })}
      />
      <Line
        label={intl.formatMessage({ id: "desks.purpose" })}
        value={words.purpose}
        onWrite={(purpose) => write({ purpose })}
        says={says}
      />
    </>
  );
}

interface SeatsGiven {
  readonly desk: TeamDeskRow;
  readonly members: readonly TeamMemberRow[];
}

/** Each is signed at once: a seat taken changes the desk's key. */
function Seats({ desk, members }: SeatsGiven) {
  const nameOf = useMemberName();
  const { say, said, isBusy } = useSaying();
  return (
    <fieldset className="duties">
      <legend>
        <FormattedMessage id="desks.seats" />
      </legend>
      <p className="says">
        <FormattedMessage id="desks.seats.says" />
      </p>
      <div className="choices">
        {members
          .filter((member) => member.standing === "Active")
          .map((member) => {
            const sits = desk.members.includes(member.id);
            return (
              <button
                key={member.id}
                type="button"
                className="choice"
                aria-pressed={sits}
                disabled={isBusy || (sits && (member.isMe || desk.members.length === 1))}
                onClick={() =>
                  void say(
                    sits
                      ? { type: "TakeSeat", desk: desk.id, member: member.id }
                      : { type: "GiveSeat", desk: desk.id, member: member.id },
                  )
                }
              >
                {nameOf(member)}
              </button>
            );
          })}
      </div>
      {said}
    </fieldset>
  );
}

function NewDesk({ members }: { readonly members: readonly TeamMemberRow[] }) {
  const intl = useIntl();
  const nameOf = useMemberName();
  const { words, write, drop } = useSlip("desk/new", { name: "", purpose: "" });
  const [seats, setSeats] = useState<readonly TeamMemberRow["id"][]>([]);
  const { say, said, isBusy } = useSaying();
  const others = members.filter((member) => member.standing === "Active" && !member.isMe);
  async function make(): Promise<void> {
    if (!(await say({ type: "MakeDesk", ...words, members: seats }))) return;
    drop();
    setSeats([]);
  }
  return (
    <form
      className="door-form new-desk"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <h3>
        <FormattedMessage id="desks.new" />
      </h3>
      <p className="says">
        <FormattedMessage id="desks.new.says" />
      </p>
      <NameAndPurpose words={words} write={write} says={intl.formatMessage({ id: "desks.purpose.says" })} />
      <fieldset className="duties">
        <legend>
          <FormattedMessage id="desks.new.members" />
        </legend>
        {others.length === 0 && (
          <p className="says">
            <FormattedMessage id="desks.new.alone" />
          </p>
        )}
        <div className="choices">
          {others.map((member) => (
            <button
              key={member.id}
              type="button"
              className="choice"
              aria-pressed={seats.includes(member.id)}
              onClick={() =>
                setSeats(
                  seats.includes(member.id)
                    ? seats.filter((one) => one !== member.id)
                    : [...seats, member.id],
                )
              }
            >
              {nameOf(member)}
            </button>
          ))}
        </div>
      </fieldset>
      <button type="submit" className="button" data-look="seal" disabled={isBusy}>
        <FormattedMessage id="desks.make" />
      </button>
      {said}
    </form>
  );
}
