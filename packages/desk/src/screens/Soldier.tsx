/**
 * One soldier and all that is behind him: every name ever heard, all cases, contacts and callers. Of callers in other
 * people's cases the worker says only that they called. Keys: z takes the last link back.
 */
import { masked, numberToText, type CaseId } from "@answerable/casework";
import type { SoldierAnswer } from "@answerable/replica";
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer, useClock } from "../app/desk.tsx";
import { useBirthWords, When } from "../app/moments.tsx";
import { hashOf } from "../app/route.ts";
import { grievances, Label, relations, stages } from "../app/vocab.ts";
import { useFreeKey } from "../parts/useFreeKeys.ts";
import { Deeds, useDeeds, type DeedsOf } from "./casefile/Deeds.tsx";
import { reasonsInWords } from "./same/reasons.ts";
import { Strip } from "./same/Strip.tsx";

type Known = Extract<SoldierAnswer, { readonly type: "Soldier" }>;

export function Soldier({ case: id }: { readonly case: CaseId }) {
  const answer = useAnswer({ type: "Soldier", case: id });
  const deeds = useDeeds();
  const birthWords = useBirthWords();
  const soldier = answer?.type === "Soldier" ? answer : undefined;
  const last = soldier?.links.at(-1);
  const retract = (link: Known["links"][number]) =>
    void deeds.run({ type: "RetractLink", case: link.case, link: link.link, reason: "" });
  useFreeKey("z", last && (() => retract(last)));
  if (!answer) return <p className="empty large" />;
  if (!soldier)
    return (
      <p className="empty large">
        <FormattedMessage id="case.unknown" />
      </p>
    );
  const [name = "", ...alsoNamed] = soldier.names;
  const numbers = new Map(soldier.cases.map((one) => [one.case, numberToText(one.number)]));
  const heard = [
    soldier.births.map(birthWords),
    soldier.regions,
    soldier.units,
    soldier.callSigns.map((sign) => `«${sign}»`),
    soldier.dogTags,
  ].flat();
  return (
    <article className="case soldier">
      <header className="case-head">
        <p className="case-number">
          <FormattedMessage
            id="soldier.counts"
            values={{ cases: soldier.cases.length, contacts: soldier.contacts.length }}
          />
        </p>
        <h1 className="name">{name === "" ? <FormattedMessage id="roster.noName" /> : name}</h1>
        {alsoNamed.length > 0 && (
          <p className="case-also">
            <FormattedMessage id="case.also" values={{ names: alsoNamed.join(", ") }} />
          </p>
        )}
        {heard.length > 0 && <p className="says">{heard.join(" · ")}</p>}
      </header>
      {isMasked(soldier) && (
        <p className="says">
          <FormattedMessage id="veils.elsewhere" />
        </p>
      )}
      <Deeds deeds={deeds} />
      {soldier.conflicts.length > 0 && (
        <p className="wrong" role="status">
          <FormattedMessage id="soldier.conflict" values={{ count: soldier.conflicts.length }} />
        </p>
      )}
      <div className="case-columns">
        <div className="case-main">
          <Cases soldier={soldier} />
          <Alike id={id} soldier={soldier} deeds={deeds} />
        </div>
        <aside className="case-side">
          <Callers soldier={soldier} numbers={numbers} />
          <section aria-labelledby="soldier-links">
            <header className="part-head">
              <h2 id="soldier-links">
                <FormattedMessage id="soldier.links" />
              </h2>
            </header>
            {soldier.links.length === 0 && (
              <p className="empty">
                <FormattedMessage id="soldier.noLinks" />
              </p>
            )}
            <ul className="same-links">
              {soldier.links.map((link) => (
                <li key={link.link}>
                  <p>
                    <span className="number">{numbers.get(link.case) ?? ""}</span>{" "}
                    <FormattedMessage
                      id="event.SoldierLinked"
                      values={{
                        verdict: link.verdict,
                        other: <CaseLink key="other" id={link.other} number={link.otherNumber} />,
                      }}
                    />
                  </p>
                  <button
                    type="button"
                    className="button small"
                    data-look="plain"
                    onClick={() => retract(link)}
                  >
                    <FormattedMessage id="same.retract" /> {link === last && <kbd>z</kbd>}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        </aside>
      </div>
    </article>
  );
}

function isMasked({ units, callers }: Known): boolean {
  const phones = callers.flatMap((caller) => (caller.type === "Known" ? caller.phones : []));
  return [...units, ...phones].includes(masked);
}

function CaseLink({ id, number }: { readonly id: CaseId; readonly number: string | undefined }) {
  return (
    <a href={hashOf({ page: "case", case: id })}>
      {number === undefined ? <FormattedMessage id="same.other" /> : <span className="number">{number}</span>}
    </a>
  );
}

function Cases({ soldier }: { readonly soldier: Known }) {
  const now = useClock(60);
  return (
    <section aria-labelledby="soldier-cases">
      <header className="part-head">
        <h2 id="soldier-cases">
          <FormattedMessage id="soldier.cases" />
        </h2>
      </header>
      <ul className="soldier-cases">
        {soldier.cases.map((one) => (
          <li key={one.case}>
            <a href={hashOf({ page: "case", case: one.case })}>
              <span className="number">{numberToText(one.number)}</span>{" "}
              <bdi className="name">{one.name}</bdi>
            </a>
            <p className="says">
              <Label of={stages} code={one.stage} />
              {" · "}
              <FormattedMessage id="roster.contacts" values={{ count: one.contacts }} />
              {one.lastContact && (
                <>
                  {" · "}
                  <When at={one.lastContact} now={now} />
                </>
              )}
              {one.isOwn && (
                <>
                  {" · "}
                  <FormattedMessage id="soldier.own" />
                </>
              )}
            </p>
            {one.grievances.length > 0 && (
              <p>
                {one.grievances.map((code) => (
                  <span key={code} className="soldier-code">
                    <b className="code">{code}</b> <Label of={grievances} code={code} />
                  </span>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Callers({
  soldier,
  numbers,
}: {
  readonly soldier: Known;
  readonly numbers: ReadonlyMap<CaseId, string>;
}) {
  return (
    <section aria-labelledby="soldier-callers">
      <header className="part-head">
        <h2 id="soldier-callers">
          <FormattedMessage id="soldier.callers" />
        </h2>
      </header>
      <ul className="circle">
        {soldier.callers.map((caller, at) => (
          <li key={`${caller.case}${at}`} className="person">
            {caller.type === "Known" ? (
              <>
                <p>
                  <bdi className="name">
                    {caller.calledAs === "" ? <FormattedMessage id="circle.unnamed" /> : caller.calledAs}
                  </bdi>{" "}
                  <Label of={relations} code={caller.relation} />
                </p>
                {[...new Set(caller.phones)].map((phone) => (
                  <p key={phone} className="number">
                    {phone}
                  </p>
                ))}
              </>
            ) : (
              <p>
                <FormattedMessage id="matches.another" />
              </p>
            )}
            <small>
              <span className="number">{numbers.get(caller.case) ?? ""}</span>
              {" · "}
              <FormattedMessage id="roster.contacts" values={{ count: caller.contacts }} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Alike({
  id,
  soldier,
  deeds,
}: {
  readonly id: CaseId;
  readonly soldier: Known;
  readonly deeds: DeedsOf;
}) {
  const intl = useIntl();
  if (soldier.alike.length === 0) return null;
  return (
    <section aria-labelledby="soldier-alike">
      <header className="part-head">
        <h2 id="soldier-alike">
          <FormattedMessage id="soldier.alike" />
        </h2>
      </header>
      <ol className="soldier-alike">
        {soldier.alike.map((row) => {
          const say = (verdict: "same" | "different" | "unsure") =>
            void deeds.run({
              type: "LinkSoldier",
              case: id,
              other: row.case,
              verdict,
              why: "",
              strip: row.reasons,
            });
          return (
            <li key={row.case}>
              <p className="match-name">
                <a href={hashOf({ page: "case", case: row.case })}>
                  <bdi className="name">{row.name}</bdi>
                </a>
                {row.birthYear !== undefined && <span>{row.birthYear}</span>}
              </p>
              <p className="says">
                <b>
                  <FormattedMessage id={`match.proposed.${row.proposed}`} />
                </b>
                : {reasonsInWords(row.reasons, intl)}
              </p>
              <Strip strip={row.strip} />
              <div className="match-acts">
                <button type="button" className="button" onClick={() => say("same")}>
                  <FormattedMessage id="matches.link" />
                </button>
                <button type="button" className="button" data-look="plain" onClick={() => say("different")}>
                  <FormattedMessage id="matches.different" />
                </button>
                <button type="button" className="button" data-look="plain" onClick={() => say("unsure")}>
                  <FormattedMessage id="matches.unsure" />
                </button>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
