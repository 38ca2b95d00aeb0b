/** The regions as tiles, darker where more was said to have happened. The list beside it says the same in words and is what one presses. */
import { regionLabel, tileGrid, type CountedCode } from "@answerable/casework";
import { FormattedMessage, useIntl } from "react-intl";

import { useLang } from "../../app/vocab.ts";

interface Given {
  readonly regions: readonly (CountedCode & { readonly label: string })[];
  readonly chosen: string | undefined;
  readonly onChoose: (region: string | undefined) => void;
}

const SIDE = 30;
const columns = Math.max(...tileGrid.map(({ column }) => column)) + 1;
const rows = Math.max(...tileGrid.map(({ row }) => row)) + 1;

export function RegionMap({ regions, chosen, onChoose }: Given) {
  const intl = useIntl();
  const lang = useLang();
  const counts = new Map(regions.map(({ id, count }) => [id, count]));
  const most = Math.max(1, ...counts.values());
  return (
    <figure className="region-map">
      <svg
        viewBox={`0 0 ${columns * SIDE} ${rows * SIDE}`}
        role="img"
        aria-label={intl.formatMessage({ id: "ledger.map" }, { count: regions.length })}
      >
        {tileGrid.map(({ region, column, row }) => {
          const count = counts.get(region) ?? 0;
          const isDark = count > most / 2;
          return (
            <g
              key={region}
              transform={`translate(${column * SIDE} ${row * SIDE})`}
              className="tile"
              data-weight={count === 0 ? 0 : isDark ? 2 : 1}
              data-chosen={region === chosen || undefined}
              onClick={() => count > 0 && onChoose(region === chosen ? undefined : region)}
            >
              <title>{`${regionLabel(region, lang) ?? region}: ${count}`}</title>
              <rect width={SIDE - 2} height={SIDE - 2} rx="2" />
              {count > 0 && (
                <text x={(SIDE - 2) / 2} y={20} textAnchor="middle">
                  {count}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      {regions.length > 0 && (
        <ul className="map-list" aria-label={intl.formatMessage({ id: "filter.region" })}>
          {regions.map(({ id, label, count }) => (
            <li key={id}>
              <button
                type="button"
                className="choice"
                aria-pressed={id === chosen}
                onClick={() => onChoose(id === chosen ? undefined : id)}
              >
                {label} <b>{intl.formatNumber(count)}</b>
              </button>
            </li>
          ))}
        </ul>
      )}
      {regions.length === 0 && (
        <p className="says">
          <FormattedMessage id="ledger.map.none" />
        </p>
      )}
    </figure>
  );
}
