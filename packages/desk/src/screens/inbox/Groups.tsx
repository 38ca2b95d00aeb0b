/** In a surge hundreds of letters speak of one unit, one region, or are one text passed on: chosen together, handled together. */
import type { InboxGroup, Within } from "@answerable/replica";
import { FormattedMessage, useIntl } from "react-intl";

import type { Sorting } from "./useSorting.ts";

interface Given {
  readonly groups: readonly InboxGroup[];
  readonly within: Within | undefined;
  readonly choose: (within: Within | undefined) => void;
  readonly sorting: Sorting;
}

const MOST = 8;

export function Groups({ groups, within, choose, sorting }: Given) {
  const intl = useIntl();
  const chosen = groups.find((group) => isSame(group, within));
  const { going } = sorting;
  if (groups.length === 0 && !within && !going) return null;
  return (
    <section className="inbox-groups" aria-labelledby="inbox-groups-title">
      <h2 id="inbox-groups-title">
        <FormattedMessage id="inbox.groups" />
      </h2>
      <ul>
        {groups.slice(0, MOST).map((group) => (
          <li key={group.by + group.key}>
            <button
              type="button"
              className="button group"
              aria-pressed={isSame(group, within)}
              onClick={() => choose(isSame(group, within) ? undefined : { by: group.by, key: group.key })}
            >
              <span className="says">
                <FormattedMessage id={`inbox.by.${group.by}`} />
              </span>{" "}
              <bdi>{group.label}</bdi> <b>{intl.formatNumber(group.count)}</b>
            </button>
          </li>
        ))}
      </ul>
      {within && !going && (
        <p className="inbox-mass">
          <button
            type="button"
            className="button"
            data-look="seal"
            disabled={!chosen}
            onClick={() => void sorting.takeAll(within).then(() => choose(undefined))}
          >
            <FormattedMessage id="inbox.takeAll" values={{ count: chosen?.count ?? 0 }} />
          </button>
          <button
            type="button"
            className="button"
            disabled={!chosen}
            onClick={() => void sorting.setAllAside(within).then(() => choose(undefined))}
          >
            <FormattedMessage id="inbox.asideAll" values={{ count: chosen?.count ?? 0 }} />
          </button>
          <button type="button" className="button" data-look="plain" onClick={() => choose(undefined)}>
            <FormattedMessage id="inbox.allLetters" />
          </button>
        </p>
      )}
      {going && (
        <p className="inbox-mass" role="status">
          <progress
            value={going.done}
            max={going.of}
            aria-label={intl.formatMessage({ id: "inbox.taking" }, going)}
          />
          <FormattedMessage id="inbox.taking" values={going} />
          <button type="button" className="button" onClick={sorting.stop}>
            <FormattedMessage id="inbox.stop" />
          </button>
        </p>
      )}
    </section>
  );
}

function isSame(group: Within, within: Within | undefined): boolean {
  return group.by === within?.by && group.key === within.key;
}
