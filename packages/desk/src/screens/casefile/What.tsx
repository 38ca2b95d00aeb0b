/** One event in one sentence. Whole sentences stand in words/; here are only the values that go into them. */
import {
  channels,
  consentScopes,
  contactKinds,
  dispositions,
  factFields,
  grievances,
  isAppealEvent,
  isAttachmentEvent,
  isIncidentEvent,
  isRecordEvent,
  isCallBackEvent,
  isDropEvent,
  isDutyEvent,
  isIncomingEvent,
  isOutgoingEvent,
  isSameEvent,
  labelOf,
  numberToText,
  outcomes,
  relations,
  skipReasons,
  sources,
  stages,
  tryResults,
  type Case,
  type PersonId,
  type TimelineRow,
} from "@answerable/casework";
import type { ReactNode } from "react";
import { FormattedDate, useIntl } from "react-intl";

import { minutesOf } from "../../app/moments.tsx";
import { useLang } from "../../app/vocab.ts";
import { hexOf } from "../../parts/hex.ts";
import { UrgencyMark } from "../../parts/UrgencyMark.tsx";
import { Sentence, Words } from "../../parts/Words.tsx";
import { AppealHappened } from "../appeals/AppealHappened.tsx";
import { factWords } from "./FactValue.tsx";
import { LetterHappened } from "./LetterHappened.tsx";
import { MemberName } from "./Said.tsx";
import { OtherCase } from "./SameSoldier.tsx";
import { isShownOrKept, ShownOrKept } from "./ShownOrKept.tsx";

export function What({ what, file }: { readonly what: TimelineRow["what"]; readonly file: Case }) {
  const [lang, intl] = [useLang(), useIntl()];
  const personName = (id: PersonId | undefined) => {
    const person = file.people.find((one) => one.id === id);
    return person
      ? person.calledAs || labelOf(relations, person.relation, lang)
      : intl.formatMessage({ id: "event.soldier" });
  };
  const taskWhat = (id: string) => file.tasks.find((task) => task.id === id)?.what ?? "";
  if (isAppealEvent(what))
    return (
      <Told>
        <AppealHappened what={what} file={file} />
      </Told>
    );
  if (isRecordEvent(what) || isDutyEvent(what) || isIncidentEvent(what) || isOutgoingEvent(what)) return null;
  if (isShownOrKept(what))
    return (
      <Told>
        <ShownOrKept what={what} file={file} />
      </Told>
    );
  if (isSameEvent(what)) {
    const link = file.links.find((one) => one.id === what.link);
    return (
      <Told>
        <Sentence
          id={`event.${what.type}`}
          values={{
            verdict: link?.verdict ?? "other",
            other: link ? <OtherCase key="other" case={link.other} /> : "",
          }}
        />
      </Told>
    );
  }
  if (isAttachmentEvent(what)) {
    const about = what.type === "AttachmentsStamped" ? what.leaves[0]?.attachment : what.attachment;
    const name = file.attachments.find(({ id }) => id === about)?.name ?? "";
    return (
      <Told>
        <Sentence
          id={`event.${what.type}`}
          values={{
            name: <bdi key="name">{name}</bdi>,
            count: what.type === "AttachmentsStamped" ? what.leaves.length : 1,
            from: what.type === "AttachmentReceived" ? what.from : "other",
            as: what.type === "AttachmentGivenOut" ? what.as : "other",
            to: what.type === "AttachmentGivenOut" ? what.to : "",
          }}
        />
      </Told>
    );
  }
  if (isCallBackEvent(what))
    return (
      <Told>
        <Sentence
          id={`event.${what.type}`}
          values={{
            what: <Words key="what" text={taskWhat(what.task)} />,
            result:
              what.type === "CallBackTried"
                ? labelOf(tryResults, what.result, lang)
                : labelOf(skipReasons, what.reason, lang),
            note: what.note,
            has: what.note === "" ? "no" : "yes",
          }}
        />
      </Told>
    );
  if (isDropEvent(what))
    return (
      <Told>
        <LetterHappened what={what} file={file} />
      </Told>
    );
  if (isIncomingEvent(what)) {
    if (what.type !== "RowTaken" && what.type !== "RowsTakenBack") return null;
    const values = what.type === "RowTaken" ? { place: what.place } : { reason: what.reason };
    return (
      <Told>
        <Sentence id={`event.${what.type}`} values={values} />
      </Told>
    );
  }
  switch (what.type) {
    case "ContactRecorded":
      return (
        <Told
          kind="contact"
          aside={
            <Sentence
              id="event.contact.aside"
              values={{
                source: labelOf(sources, what.source, lang),
                minutes: minutesOf(what.began, what.ended),
              }}
            />
          }
        >
          <b>
            <Sentence
              id="event.ContactRecorded"
              values={{
                kind: labelOf(contactKinds, what.kind, lang),
                channel: labelOf(channels, what.channel, lang),
                caller: what.caller ? personName(what.caller) : "",
                has: what.caller ? "yes" : "no",
              }}
            />
          </b>
          {what.summary !== "" && (
            <p className="said-words">
              <Words text={what.summary} />
            </p>
          )}
          {what.pasted && (
            <p className="said-words pasted">
              <Words text={what.pasted} />
            </p>
          )}
          {what.safeToSpeak === "no" && (
            <p>
              <Sentence id="event.notSafe" />
            </p>
          )}
          <small>{labelOf(dispositions, what.disposition, lang)}</small>
        </Told>
      );
    case "FactStated": {
      const field = labelOf(factFields, what.field, lang);
      return (
        <Told aside={labelOf(sources, what.source, lang)}>
          <Sentence
            id={what.setsAside.length > 0 ? "event.FactCorrected" : "event.FactStated"}
            values={{
              field,
              who: personName(what.about),
              about: what.about ? "person" : "soldier",
              value: (
                <bdi>
                  <Words text={factWords(what.field, what.value, lang)} />
                </bdi>
              ),
              sure: what.sure ? "yes" : "no",
            }}
          />
        </Told>
      );
    }
    case "FactWithdrawn": {
      const fact = file.facts.find((one) => one.id === what.fact);
      return (
        <Told>
          <Sentence
            id="event.FactWithdrawn"
            values={{
              field: fact ? labelOf(factFields, fact.field, lang) : "",
              value: <s>{fact && factWords(fact.field, fact.value, lang)}</s>,
              reason: what.reason,
            }}
          />
        </Told>
      );
    }
    case "PersonAdded":
      return (
        <Told>
          <Sentence
            id="event.PersonAdded"
            values={{
              name: (
                <bdi>
                  <Words text={what.calledAs} />
                </bdi>
              ),
              relation: labelOf(relations, what.relation, lang),
            }}
          />
        </Told>
      );
    case "ConsentGiven":
      return (
        <Told>
          <Sentence
            id="event.ConsentGiven"
            values={{
              who: personName(what.person),
              scopes: intl.formatList(what.scopes.map((scope) => labelOf(consentScopes, scope, lang))),
              count: what.scopes.length,
            }}
          />
        </Told>
      );
    case "GrievancesNamed":
      return (
        <Told>
          <Sentence
            id="event.GrievancesNamed"
            values={{
              codes: intl.formatList(what.codes.map((code) => `${code} ${labelOf(grievances, code, lang)}`)),
            }}
          />
        </Told>
      );
    case "LetterReported":
      return (
        <Told>
          <Sentence
            id="event.LetterReported"
            values={{
              authority: (
                <bdi>
                  <Words text={what.authority} />
                </bdi>
              ),
              dated: what.sentOn ? "yes" : "no",
              day: what.sentOn ? (
                <FormattedDate value={`${what.sentOn}T12:00:00Z`} timeZone="UTC" dateStyle="long" />
              ) : (
                ""
              ),
            }}
          />
        </Told>
      );
    case "UrgencySet":
      return (
        <Told>
          <UrgencyMark urgency={what.urgency} />{" "}
          {what.reason !== "" ? (
            <Words text={what.reason} />
          ) : what.rules.length > 0 ? (
            <Sentence id="event.byRule" />
          ) : null}
        </Told>
      );
    case "UrgencyAcknowledged":
      return (
        <Told>
          <Sentence id="event.UrgencyAcknowledged" values={{ urgency: what.urgency }} />
        </Told>
      );
    case "TaskSet":
      return (
        <Told>
          <Sentence
            id={`event.TaskSet.${what.kind}`}
            values={{
              what: (
                <bdi>
                  <Words text={what.what} />
                </bdi>
              ),
            }}
          />
        </Told>
      );
    case "TaskDone":
      return (
        <Told>
          <Sentence id="event.TaskDone" values={{ what: taskWhat(what.task), result: what.result }} />
        </Told>
      );
    case "TaskReopened":
      return (
        <Told>
          <Sentence id="event.TaskReopened" values={{ what: taskWhat(what.task) }} />
        </Told>
      );
    case "NoteAdded":
      return (
        <Told>
          <Sentence id="event.NoteAdded" />
          <p className="said-words">
            <Words text={what.text} />
          </p>
        </Told>
      );
    case "StageMoved":
      return (
        <Told>
          <Sentence
            id="event.StageMoved"
            values={{ stage: labelOf(stages, what.stage, lang), reason: what.reason }}
          />
        </Told>
      );
    case "OwnerSet":
      return (
        <Told>
          {what.owner ? (
            <Sentence id="event.OwnerSet" values={{ who: <MemberName member={what.owner} /> }} />
          ) : (
            <Sentence id="event.OwnerCleared" />
          )}
        </Told>
      );
    case "OutcomeSet":
      return (
        <Told>
          <Sentence
            id="event.OutcomeSet"
            values={{ outcome: labelOf(outcomes, what.outcome, lang), reason: what.reason }}
          />
        </Told>
      );
    case "CaseGivenOut":
      return (
        <Told aside={<Sentence id="files.hash" values={{ hash: hexOf(what.plain) }} />}>
          <Sentence
            id="event.CaseGivenOut"
            values={{ to: what.to, reason: what.reason, sheets: what.sheets }}
          />
        </Told>
      );
    case "CaseOpened":
      return (
        <Told>
          <Sentence
            id="event.CaseOpened"
            values={{ number: <span className="number">{numberToText(what.number)}</span> }}
          />
        </Told>
      );
    case "ShiftOpened":
      return null;
    case "Unknown":
      return (
        <Told>
          <Sentence id="case.newer" values={{ count: what.count }} />
        </Told>
      );
  }
}

function Told({
  children,
  aside,
  kind,
}: {
  readonly children: ReactNode;
  readonly aside?: ReactNode;
  readonly kind?: "contact";
}) {
  return (
    <li className="told-row" data-kind={kind}>
      <div>{children}</div>
      {aside && <small>{aside}</small>}
    </li>
  );
}
