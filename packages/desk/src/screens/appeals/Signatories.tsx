/** Who signs: each with her own relation, her own soldier, and how she agreed. */
import { codesOf, labelOf, relations, type SignatoryGiven } from "@answerable/casework";
import { FormattedMessage, useIntl } from "react-intl";

import { useLang } from "../../app/vocab.ts";
import { Choice } from "../../parts/Choice.tsx";
import { Line } from "../../parts/Line.tsx";

const blank: SignatoryGiven = { name: "", relation: "spouse", soldier: "", consent: "spoken" };

export function Signatories({
  all,
  isMany,
  onChange,
}: {
  readonly all: readonly SignatoryGiven[];
  readonly isMany: boolean;
  readonly onChange: (all: readonly SignatoryGiven[]) => void;
}) {
  const intl = useIntl();
  const lang = useLang();
  const rows = all.length === 0 ? [blank] : isMany ? all : all.slice(0, 1);
  const write = (at: number, part: Partial<SignatoryGiven>) =>
    onChange(rows.map((one, place) => (place === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="signatories">
      <legend>
        <FormattedMessage id={isMany ? "draft.signatories" : "draft.applicant"} />
      </legend>
      {rows.map((one, at) => (
        // Rows are only added at the end and have no name of their own yet.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className="signatory">
          <Line
            label={intl.formatMessage({ id: "draft.name" })}
            value={one.name}
            onWrite={(name) => write(at, { name })}
          />
          <label className="line">
            <span className="label">
              <FormattedMessage id="draft.relation" />
            </span>
            <select
              className="write"
              value={one.relation}
              onChange={(event) =>
                write(at, {
                  relation: codesOf(relations).find((code) => code === event.target.value) ?? "unknown",
                })
              }
            >
              {codesOf(relations).map((code) => (
                <option key={code} value={code}>
                  {labelOf(relations, code, lang)}
                </option>
              ))}
            </select>
          </label>
          <Line
            label={intl.formatMessage({ id: "draft.soldier" })}
            value={one.soldier}
            onWrite={(soldier) => write(at, { soldier })}
          />
          {at === 0 && (
            <Line
              label={intl.formatMessage({ id: "draft.address" })}
              value={one.address ?? ""}
              onWrite={(address) => write(at, { address })}
            />
          )}
          <Choice
            label={intl.formatMessage({ id: "draft.consent" })}
            entries={(["spoken", "written"] as const).map((code) => ({
              code,
              label: intl.formatMessage({ id: `draft.consent.${code}` }),
            }))}
            value={one.consent}
            onChoose={(consent) => consent && write(at, { consent })}
          />
        </div>
      ))}
      {isMany && (
        <button type="button" className="button" onClick={() => onChange([...rows, blank])}>
          <FormattedMessage id="draft.addSignatory" />
        </button>
      )}
    </fieldset>
  );
}
