/** Where a letter stands, in words: its stage, and what lies over it. */
import type { AppealStage, Overlay } from "@answerable/casework";
import { FormattedMessage } from "react-intl";

export function Overlays({
  stage,
  overlays,
  isHeld,
}: {
  readonly stage: AppealStage;
  readonly overlays: readonly Overlay[];
  readonly isHeld: boolean;
}) {
  return (
    <span className="overlays">
      <span>
        <FormattedMessage id={`appealStage.${stage}`} />
      </span>
      {isHeld && (
        <b>
          <FormattedMessage id="overlay.held" />
        </b>
      )}
      {overlays.map((overlay) => (
        <b key={overlay} data-overlay={overlay}>
          <FormattedMessage id={`overlay.${overlay}`} />
        </b>
      ))}
    </span>
  );
}
