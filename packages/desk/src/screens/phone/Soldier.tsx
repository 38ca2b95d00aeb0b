/** The soldier as the caller tells of him: fields 5 to 11. What was understood stands under the words, never over them. */
import { readBirth, type Draft, type DraftField } from "@answerable/casework";
import { memo, useCallback } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import type { Change } from "../../app/calls.tsx";
import { useBirthWords } from "../../app/moments.tsx";
import { useToday } from "../../app/today.ts";
import { fates, services, useEntries, whereabouts } from "../../app/vocab.ts";
import { CodeBox } from "../../parts/CodeBox.tsx";
import { Write } from "../../parts/Line.tsx";
import type { WordId } from "../../words/words.ts";
import { Row } from "./Row.tsx";
import { Understood } from "./Understood.tsx";

interface Given {
  readonly draft: Draft;
  /** A surge: what is blank among fields 6 to 10 is not asked now. What was written stays in view. */
  readonly isShort: boolean;
  readonly change: (change: Change) => void;
}

const parts = ["surname", "given", "patronymic"] as const;
export const Soldier = memo(function Soldier({ draft, isShort, change }: Given) {
  const intl = useIntl();
  const today = useToday();
  const birthWords = useBirthWords();
  const serviceList = useEntries(services);
  const fateList = useEntries(fates);
  const placeList = useEntries(whereabouts);
  const write = useWrites(change);
  const hides = (...fields: readonly (DraftField & keyof Draft)[]) =>
    isShort && fields.every((one) => draft[one] === undefined || draft[one] === "");
  const guess = (field: DraftField) => draft.suggested.includes(field);
  const birth = draft.birth.trim() === "" ? undefined : readBirth(draft.birth, today);
  const field = (
    name: DraftField & keyof typeof write,
    label: WordId,
    more: { hint?: WordId; id?: string; inputMode?: "tel" } = {},
  ) => (
    <Write
      label={intl.formatMessage({ id: label })}
      placeholder={more.hint && intl.formatMessage({ id: more.hint })}
      value={draft[name]}
      guess={guess(name)}
      onWrite={write[name]}
      id={more.id ?? `call-${name}`}
      inputMode={more.inputMode}
    />
  );
  return (
    <>
      <Row
        n={5}
        name="call.soldier"
        under={
          draft.soldierName.trim() !== "" && (
            <span className="unsure">
              <FormattedMessage id="call.unsure" />
              {parts.map((part) => (
                <button
                  key={part}
                  type="button"
                  className="choice"
                  aria-pressed={draft.unsure.includes(part)}
                  onClick={() =>
                    change({
                      unsure: draft.unsure.includes(part)
                        ? draft.unsure.filter((one) => one !== part)
                        : [...draft.unsure, part],
                    })
                  }
                >
                  <FormattedMessage id={`call.unsure.${part}`} />
                </button>
              ))}
            </span>
          )
        }
      >
        {field("soldierName", "call.soldier", { hint: "call.soldier.hint", id: "call-soldier" })}
      </Row>
      {isShort && (
        <p className="says short-call">
          <FormattedMessage id="surge.hidden" />
        </p>
      )}
      {!hides("birth", "region") && (
        <div className="duo">
          <Row
            n={6}
            name="call.birth"
            under={
              birth
                ? birthWords(birth.known)
                : draft.birth.trim() !== "" && <FormattedMessage id="call.unread" />
            }
          >
            {field("birth", "call.birth", { hint: "call.birth.hint" })}
          </Row>
          <Row n={7} name="call.region">
            {field("region", "call.region")}
          </Row>
        </div>
      )}
      {!hides("service", "unit") && (
        <div className="duo">
          <Row n={8} name="call.service">
            <CodeBox
              label={intl.formatMessage({ id: "call.service" })}
              entries={serviceList}
              value={draft.service}
              guess={guess("service")}
              onTake={(service) => change({ service })}
            />
          </Row>
          <Row n={9} name="call.unit">
            {field("unit", "call.unit", { hint: "call.unit.hint" })}
          </Row>
        </div>
      )}
      {!hides("callSign", "dogTag", "soldierPhone") && (
        <Row n={10} name="call.marks" isWide>
          <div className="three">
            {field("callSign", "call.callSign", { hint: "call.callSign" })}
            {field("dogTag", "call.dogTag", { hint: "call.dogTag" })}
            {field("soldierPhone", "call.hisPhone", { hint: "call.hisPhone", inputMode: "tel" })}
          </div>
        </Row>
      )}
      <Row n={11} name="call.lastContact" isWide under={<Understood text={draft.lastContact} />}>
        <div className="three">
          {field("lastContact", "call.lastContact.when", { hint: "call.lastContact.when" })}
          {field("lastContactHow", "call.lastContact.how", { hint: "call.lastContact.how" })}
          {field("lastContactFrom", "call.lastContact.from", { hint: "call.lastContact.from" })}
        </div>
        <div className="pair">
          <CodeBox
            label={intl.formatMessage({ id: "call.fate" })}
            placeholder={intl.formatMessage({ id: "call.fate" })}
            entries={fateList}
            value={draft.fate}
            guess={guess("fate")}
            onTake={(fate) => change({ fate })}
          />
          <CodeBox
            label={intl.formatMessage({ id: "call.whereabouts" })}
            placeholder={intl.formatMessage({ id: "call.whereabouts" })}
            entries={placeList}
            value={draft.whereabouts}
            onTake={(place) => change({ whereabouts: place })}
          />
        </div>
      </Row>
    </>
  );
});

/** One stable writer a field, so that a keystroke draws one input and not sixteen. */
function useWrites(change: Given["change"]) {
  const writer = useCallback(
    <
      F extends
        | "soldierName"
        | "birth"
        | "region"
        | "unit"
        | "callSign"
        | "dogTag"
        | "soldierPhone"
        | "lastContact"
        | "lastContactHow"
        | "lastContactFrom",
    >(
      field: F,
    ) =>
      (text: string) =>
        change({ [field]: text }),
    [change],
  );
  return {
    soldierName: writer("soldierName"),
    birth: writer("birth"),
    region: writer("region"),
    unit: writer("unit"),
    callSign: writer("callSign"),
    dogTag: writer("dogTag"),
    soldierPhone: writer("soldierPhone"),
    lastContact: writer("lastContact"),
    lastContactHow: writer("lastContactHow"),
    lastContactFrom: writer("lastContactFrom"),
  };
}
