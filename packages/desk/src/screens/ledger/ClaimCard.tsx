/** One thing said: its words, who says it and through whom, how it stands, and beside it whoever denies it. */
import type { FolderId, ShownClaim } from "@answerable/casework";
import { FormattedMessage, useIntl } from "react-intl";

import { Words } from "../../parts/Words.tsx";
import { ClaimDeeds } from "./ClaimDeeds.tsx";
import { CodeWord, Range } from "./Codes.tsx";
import { WhenSaid } from "./WhenSaid.tsx";

export function ClaimCard({
  claim,
  file,
  name,
}: {
  readonly claim: ShownClaim;
  readonly file: FolderId;
  readonly name: string;
}) {
  const intl = useIntl();
  const isFallen = claim.soundness.type === "Retracted" || claim.soundness.type === "RestsOnRetracted";
  return (
    <li
      id={`claim-${claim.id}`}
      className="claim"
      data-fallen={isFallen || undefined}
      data-again={claim.soundness.type === "RestsOnCorrected" || undefined}
    >
      <div className="claim-said">
        <p className="claim-words">
          <Words text={claim.text} />
        </p>
        <p className="claim-who">
          <b>{claim.by || <FormattedMessage id="ledger.originUnknown" />}</b>
          {claim.voices.length > 1 && <span className="claim-through">{claim.voices.join(" → ")}</span>}
        </p>
        <p className="claim-marks">
          <span>
            <CodeWord of="type" code={claim.type} />
          </span>
          <span>
            {claim.isUnattributed ? (
              <FormattedMessage id="ledger.unattributed" />
            ) : (
              <FormattedMessage
                id={claim.depthIsMinimum ? "ledger.depth.least" : "ledger.depth"}
                values={{ depth: claim.depth }}
              />
            )}
          </span>
          {claim.edtf !== undefined && (
            <span>
              <WhenSaid edtf={claim.edtf} />
            </span>
          )}
          {claim.place !== undefined && <span>{claim.place}</span>}
          {claim.figure && (
            <span>
              “{claim.figure.words}”
              {(claim.figure.min !== undefined || claim.figure.max !== undefined) && (
                <>
                  {" = "}
                  <Range min={claim.figure.min} max={claim.figure.max} />
                </>
              )}
            </span>
          )}
          {claim.isContested && (
            <b>
              <FormattedMessage id="ledger.grade.contested" />
            </b>
          )}
        </p>
        {claim.held !== undefined && (
          <p className="claim-note">
            <FormattedMessage id="ledger.withheld" values={{ why: claim.held }} />
          </p>
        )}
        <Stands claim={claim} />
        {claim.ambiguity !== undefined && (
          <p className="claim-note">
            <FormattedMessage id="ledger.ambiguity" values={{ words: claim.ambiguity }} />
          </p>
        )}
        {(claim.entered !== undefined || claim.source !== undefined) && (
          <details className="claim-source">
            <summary>
              <FormattedMessage id="ledger.source" />
            </summary>
            {claim.source !== undefined && <blockquote>{claim.source}</blockquote>}
            {claim.entered !== undefined && (
              <p>
                <FormattedMessage id="ledger.enteredAs" values={{ words: claim.entered }} />
              </p>
            )}
          </details>
        )}
        <ClaimDeeds claim={claim} file={file} name={name} />
      </div>
      {(claim.denials.length > 0 || claim.denies.length > 0) && (
        <div role="group" className="claim-beside" aria-label={intl.formatMessage({ id: "ledger.beside" })}>
          {claim.denials.map((denial) => (
            <div key={denial.claim} className="denial">
              <p className="denial-head">
                <FormattedMessage id="ledger.deniedBy" values={{ who: <b key="who">{denial.by}</b> }} />
              </p>
              <p className="claim-words">{denial.text}</p>
              <p className="says">
                <FormattedMessage id={`ledger.denial.${denial.kind}`} />
                {!denial.isExplicit && (
                  <>
                    {" · "}
                    <FormattedMessage id="ledger.denial.possible" />
                  </>
                )}
              </p>
            </div>
          ))}
          {claim.denies.map((denied) => (
            <div key={denied.claim} className="denial">
              <p className="denial-head">
                <FormattedMessage id="ledger.denies" />
              </p>
              <p className="claim-words">{denied.text}</p>
            </div>
          ))}
        </div>
      )}
    </li>
  );
}

/** What became of it since it was entered. */
function Stands({ claim: { soundness } }: { readonly claim: ShownClaim }) {
  switch (soundness.type) {
    case "Sound":
      return null;
    case "Retracted":
    case "Discounted":
      return (
        <p className="claim-note" data-heavy>
          <FormattedMessage id={`ledger.sound.${soundness.type}`} values={{ reason: soundness.reason }} />
        </p>
      );
    case "NoChain":
      return (
        <p className="claim-note" data-heavy>
          <FormattedMessage id="ledger.sound.NoChain" />
        </p>
      );
    case "Corrected":
      return (
        <p className="claim-note" data-heavy>
          <FormattedMessage id="ledger.sound.Corrected" /> <ClaimLink id={soundness.by} />
        </p>
      );
    case "RestsOnRetracted":
      return (
        <p className="claim-note" data-heavy>
          <FormattedMessage id="ledger.sound.RestsOnRetracted" /> <ClaimLink id={soundness.root} />
        </p>
      );
    case "RestsOnCorrected":
      return (
        <p className="claim-note" data-heavy>
          <FormattedMessage id="ledger.sound.RestsOnCorrected" /> <ClaimLink id={soundness.root} /> →{" "}
          <ClaimLink id={soundness.by} />
        </p>
      );
  }
}

/** To another claim of this page; the address does not change. */
function ClaimLink({ id }: { readonly id: string }) {
  return (
    <button
      type="button"
      className="button small"
      onClick={() => {
        const there = document.getElementById(`claim-${id}`);
        there?.scrollIntoView({ block: "center" });
      }}
    >
      <FormattedMessage id="ledger.showClaim" />
    </button>
  );
}
