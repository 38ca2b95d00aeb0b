/** The paper: making it, printing its shares from a page that sends nothing, and the sheet that a member keeps at home. */
import type { PeopleRefusal } from "@answerable/replica";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer, usePage, useStatus } from "../app/desk.tsx";
import { Choice } from "../parts/Choice.tsx";
import { MemberSheet } from "./people/MemberSheet.tsx";
import { SharePaper } from "./people/SharePaper.tsx";

const ways = { "2of3": { least: 2, of: 3 }, "3of5": { least: 3, of: 5 } } as const;
type Way = keyof typeof ways;

export function Recovery() {
  const { office, print } = usePage();
  const { fingerprint = "", helpline = "" } = useStatus();
  const team = useAnswer({ type: "Team" });
  const intl = useIntl();
  const [way, setWay] = useState<Way>("2of3");
  const [made, setMade] = useState<{
    readonly set: string;
    readonly shares: readonly string[];
    readonly way: Way;
  }>();
  const [refusal, setRefusal] = useState<PeopleRefusal>();
  const [isBusy, setBusy] = useState(false);
  const [isKitShown, setKitShown] = useState(false);

  async function make(): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    const done = await office.setRecovery(ways[way]).finally(() => setBusy(false));
    if (done.ok) setMade({ ...done.value, way });
    else setRefusal(done.refusal);
  }
  const { recovery } = team ?? {};
  if (made) {
    const { least, of } = ways[made.way];
    return (
      <div className="people papers">
        <div className="on-screen-block">
          <h1>
            <FormattedMessage id="place.recovery" />
          </h1>
          <p role="status">
            <FormattedMessage id="recovery.shown" values={{ count: made.shares.length }} />
          </p>
          <p className="says">
            <FormattedMessage id="recovery.offline" />
          </p>
          <div className="door-acts">
            <button type="button" className="button" data-look="seal" onClick={print}>
              <FormattedMessage id="recovery.print" />
            </button>
            <button type="button" className="button" onClick={() => setMade(undefined)}>
              <FormattedMessage id="recovery.forget" />
            </button>
          </div>
        </div>
        {made.shares.map((text, at) => (
          <SharePaper
            key={text}
            text={text}
            number={at + 1}
            {...{ least, of, helpline, fingerprint }}
            set={made.set}
          />
        ))}
      </div>
    );
  }
  return (
    <div className="people papers">
      <div className="on-screen-block">
        <h1>
          <FormattedMessage id="place.recovery" />
        </h1>
        <p>
          <FormattedMessage id="recovery.says" />
        </p>
        <p role="status" className={recovery ? "done" : "wrong"}>
          {recovery ? (
            <FormattedMessage
              id="recovery.is"
              values={{
                set: recovery.set,
                least: recovery.least,
                of: recovery.of,
                day: intl.formatDate(`${recovery.day}T12:00:00Z`, {
                  day: "numeric",
                  month: "long",
                  year: "numeric",
                }),
              }}
            />
          ) : (
            <FormattedMessage id="recovery.none" />
          )}
        </p>
        {team?.mayCoordinate ? (
          <div className="door-form">
            <Choice
              label={intl.formatMessage({ id: "recovery.how" })}
              entries={(["2of3", "3of5"] as const).map((code) => ({
                code,
                label: intl.formatMessage({ id: `recovery.${code}` }),
              }))}
              value={way}
              onChoose={(chosen) => setWay(chosen ?? way)}
            />
            {recovery && (
              <p className="says">
                <FormattedMessage id="recovery.again" />
              </p>
            )}
            {refusal && (
              <p role="alert" className="wrong">
                <FormattedMessage id={`people.refused.${refusal.type}`} />
              </p>
            )}
            <button
              type="button"
              className="button"
              data-look="seal"
              disabled={isBusy}
              onClick={() => void make()}
            >
              <FormattedMessage id="recovery.make" />
            </button>
          </div>
        ) : (
          <p className="says">
            <FormattedMessage id="recovery.onlyCoordinator" />
          </p>
        )}
        <section aria-labelledby="kit-title">
          <h2 id="kit-title">
            <FormattedMessage id="recovery.kit" />
          </h2>
          <p>
            <FormattedMessage id="recovery.kit.says" />
          </p>
          <div className="door-acts">
            <button type="button" className="button" onClick={() => setKitShown(!isKitShown)}>
              <FormattedMessage id={isKitShown ? "recovery.kit.hide" : "recovery.kit.show"} />
            </button>
            {isKitShown && (
              <button type="button" className="button" onClick={print}>
                <FormattedMessage id="recovery.print" />
              </button>
            )}
          </div>
        </section>
      </div>
      {isKitShown && <MemberSheet helpline={helpline} fingerprint={fingerprint} />}
    </div>
  );
}
