/**
 * The phone desk: one page, three columns. Left the call in speaking order, middle possible matches, right what to do.
 * It takes the draft and gives commands; what the words mean is read by casework.
 */
import { codesOf, contactKinds, suggestFrom, triageOf, type DraftField } from "@answerable/casework";
import { useCallback, useDeferredValue, useEffect, useMemo, useRef } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useCalls } from "../app/calls.tsx";
import { usePage } from "../app/desk.tsx";
import { useToday } from "../app/today.ts";
import { moveOn } from "../parts/move-on.ts";
import { Words } from "../parts/Words.tsx";
import { OfferForm, useSurge } from "./day/Surge.tsx";
import { Actions } from "./phone/Actions.tsx";
import { Caller, Consent, Grievances, Opening, Phones } from "./phone/CallFields.tsx";
import { Promise_, UrgencyRow, WrittenTo } from "./phone/Closing.tsx";
import { FollowUp } from "./phone/FollowUp.tsx";
import { Guide } from "./phone/Guide.tsx";
import { Matches } from "./phone/Matches.tsx";
import { PasteIn } from "./phone/PasteIn.tsx";
import { SealedLine } from "./phone/SealedLine.tsx";
import { Soldier } from "./phone/Soldier.tsx";
import { Summary } from "./phone/Summary.tsx";
import { usePhoneKeys } from "./phone/usePhoneKeys.ts";
import { useUnasked } from "./phone/useUnasked.ts";

/** What a paste may suggest, besides the name and the telephone. */
const draftFields = ["birth", "region", "unit", "callSign", "dogTag", "soldierPhone", "lastContact"] as const;

export function PhoneDesk() {
  const { now } = usePage();
  const { draft, restored, last, refusal, change, confirm, seal, park } = useCalls();
  const intl = useIntl();
  const today = useToday();
  const late = useDeferredValue(draft);
  const triage = useMemo(() => triageOf(late, today), [late, today]);
  const left = useRef<HTMLElement>(null);
  const isSurge = useSurge();
  const unasked = useUnasked(draft, isSurge);

  const refusedField = refusal && "field" in refusal ? refusal.field : undefined;
  useEffect(() => {
    if (refusedField !== undefined) fieldOf(refusedField)?.focus();
  }, [refusedField]);

  const focus = (id: string) => document.getElementById(id)?.focus();
  const sealCall = useCallback(async () => {
    const folder = await seal(unasked === "" ? {} : { followUp: unasked });
    if (!folder) return;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    left.current?.scrollTo({ top: 0 });
    left.current?.scrollIntoView({ block: "start" });
  }, [seal, unasked]);
  const callBack = () => {
    change({
      disposition: "callBackSet",
      promise: {
        what: draft.promise.what || intl.formatMessage({ id: "call.callBack.what" }),
        due: draft.promise.due,
      },
    });
    requestAnimationFrame(() => focus("call-due"));
  };
  const hangUp = () => change({ ended: draft.ended ? undefined : now() });
  const nothing = () => void seal({ kind: "nothing" });
  const paste = (text: string) => {
    const read = suggestFrom(text, today);
    const empty = Object.fromEntries(
      Object.entries(read).filter(([field]) => isBlank(draft[field as DraftField])),
    ); // keys of a Partial<Draft>
    change({
      ...empty,
      pasted: draft.pasted === "" ? text : `${draft.pasted}\n${text}`,
      suggested: [...new Set([...draft.suggested, ...(Object.keys(empty) as DraftField[])])],
    }); // likewise
  };

  usePhoneKeys({
    kind: (place) => {
      const kind = codesOf(contactKinds)[place - 1];
      if (kind === "nothing") nothing();
      else if (kind) {
        change({ kind });
        focus(kind === "followUp" ? "call-number" : "call-phone");
      }
    },
    unsafe: () => {
      change({ safeToSpeak: "no" });
      requestAnimationFrame(() => focus("call-phone"));
    },
    consent: () =>
      change({
        consent: draft.consent.includes("help")
          ? draft.consent.filter((one) => one !== "help")
          : ["help", ...draft.consent],
      }),
    seal: () => void sealCall(),
    matches: () => focus("matches"),
    urgency: () => document.querySelector<HTMLElement>('#call-urgency [tabindex="0"]')?.focus(),
    callBack,
    park,
    paste,
  });

  const hushed = draft.safeToSpeak === "no";
  return (
    <div className="phone-desk">
      <nav className="jump" aria-label={intl.formatMessage({ id: "phone.parts" })}>
        <a href="#call" onClick={(event) => jump(event, "call")}>
          <FormattedMessage id="phone.call" />
        </a>
        <a href="#matches-part" onClick={(event) => jump(event, "matches-part")}>
          <FormattedMessage id="phone.matches" />
        </a>
        <a href="#guide-part" onClick={(event) => jump(event, "guide-part")}>
          <FormattedMessage id="phone.guide" values={{ urgency: draft.urgency ?? triage.urgency }} />
        </a>
      </nav>
      <section
        id="call"
        ref={left}
        className="call"
        data-form
        aria-labelledby="call-title"
        onKeyDown={(event) => {
          const target = event.target;
          if (
            event.key !== "Enter" ||
            event.defaultPrevented ||
            event.ctrlKey ||
            event.metaKey ||
            !(target instanceof HTMLInputElement)
          )
            return;
          event.preventDefault();
          // Read and passed over with Enter: what a paste suggested here is confirmed.
          const field = target.dataset["guess"] === undefined ? undefined : fieldWritten(target.id);
          if (field) confirm(field);
          moveOn(target);
        }}
      >
        <h1 id="call-title" className="unseen">
          <FormattedMessage id="phone.call" />
        </h1>
        {restored && (
          <p className="restored settles" role="status">
            <FormattedMessage id="draft.restored" />
          </p>
        )}
        {draft.answers && (
          <p className="restored settles" role="status">
            <FormattedMessage id="call.answers" />
          </p>
        )}
        {last && <SealedLine last={last} />}
        <div className="rows">
          <Opening draft={draft} change={change} onNothing={nothing} />
          <PasteIn onText={paste} />
          {draft.kind === "followUp" && <FollowUp attachTo={draft.attachTo} change={change} />}
          <Phones phones={draft.phones} guess={draft.suggested.includes("phones")} change={change} />
          {hushed ? (
            <>
              <p className="hushed">
                <FormattedMessage id="call.hushed" />
              </p>
              <Promise_ draft={draft} change={change} />
            </>
          ) : (
            <>
              <Consent consent={draft.consent} change={change} />
              <Caller
                name={draft.callerName}
                relation={draft.relation}
                guess={draft.suggested.includes("callerName")}
                change={change}
              />
              <Soldier draft={draft} change={change} isShort={isSurge} />
              <Grievances codes={draft.grievances} change={change} />
              <Summary
                summary={draft.summary}
                source={draft.source}
                grievances={draft.grievances}
                guess={draft.suggested.includes("summary")}
                change={change}
              />
              {!isSurge && <WrittenTo letter={draft.writtenTo} change={change} />}
              <UrgencyRow draft={draft} triage={triage} change={change} />
              <Promise_ draft={draft} change={change} />
            </>
          )}
          {draft.pasted !== "" && (
            <div className="row" data-wide>
              <span className="row-n" />
              <span className="row-name">
                <FormattedMessage id="call.pasted" />
              </span>
              <div className="row-write pasted">
                <p>
                  <Words text={draft.pasted} />
                </p>
                {draft.suggested.length > 0 && (
                  <button type="button" className="button" onClick={() => change({ suggested: [] })}>
                    <FormattedMessage id="call.pasted.confirm" values={{ count: draft.suggested.length }} />
                  </button>
                )}
              </div>
            </div>
          )}
        </div>
        <Actions onSeal={() => void sealCall()} onCallBack={callBack} onHangUp={hangUp} />
      </section>
      <div id="matches-part" className="column">
        <Matches draft={draft} change={change} onLeave={() => focus("call-soldier")} />
      </div>
      <div id="guide-part" className="column">
        {isSurge && <OfferForm />}
        <Guide draft={late} triage={triage} today={today} />
      </div>
    </div>
  );
}

/** Where the cursor goes when a field is refused. */
function fieldOf(name: string): HTMLElement | null {
  const ids: Readonly<Record<string, string>> = {
    phones: "call-phone",
    soldierName: "call-soldier",
    "promise.due": "call-due",
    "promise.what": "call-promise",
  };
  return name === "kind"
    ? document.querySelector<HTMLElement>(".kinds button")
    : document.getElementById(ids[name] ?? `call-${name}`);
}

/** The field of the draft that an input writes. */
function fieldWritten(id: string): DraftField | undefined {
  if (id === "call-phone") return "phones";
  if (id === "call-soldier") return "soldierName";
  return draftFields.find((field) => id === `call-${field}`);
}

/** The address stays where it is: it names screens, not places on them. */
function jump(event: React.MouseEvent, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.scrollIntoView({ block: "start" });
}

function isBlank(value: unknown): boolean {
  return (
    value === undefined ||
    value === "" ||
    value === "unknown" ||
    (Array.isArray(value) && value.length === 0) ||
    (typeof value === "object" && value !== null && Object.values(value).every((one) => one === ""))
  );
}
