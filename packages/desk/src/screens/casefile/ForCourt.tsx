/** The whole case for a court, as one archive with its checker. To whom and why is written first and kept in the folder. */
import type { Case } from "@answerable/casework";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { usePage } from "../../app/desk.tsx";
import { useOpenForm, useSlip } from "../../app/slips.tsx";
import { Line } from "../../parts/Line.tsx";
import { SlipForm } from "../../parts/SlipForm.tsx";
import { useFreeKey } from "../../parts/useFreeKeys.ts";
import { RefusedHere, type DeedsOf } from "./Deeds.tsx";

const placeOf = (file: Case) => `${file.id}/court`;

export interface CourtForm {
  readonly isOpen: boolean;
  readonly set: (isOpen: boolean) => void;
}

/** Opened by its button, or by g where nobody is writing. */
export function useForCourt(file: Case, mayGiveOut: boolean): CourtForm {
  const [isOpen, set] = useOpenForm(placeOf(file));
  useFreeKey("g", mayGiveOut ? () => set(true) : undefined);
  return { isOpen: isOpen && mayGiveOut, set };
}

export function ForCourt({
  file,
  deeds,
  onClose,
}: {
  readonly file: Case;
  readonly deeds: DeedsOf;
  readonly onClose: () => void;
}) {
  const intl = useIntl();
  const { office, save } = usePage();
  const { words, write, drop } = useSlip(placeOf(file), { to: "", reason: "" });
  const [state, setState] = useState<"asking" | "making" | "missing">("asking");
  const isWritten = words.to.trim() !== "" && words.reason.trim() !== "";
  function close(): void {
    drop();
    onClose();
  }
  async function make(): Promise<void> {
    if (state === "making" || !isWritten) return;
    setState("making");
    const bundle = await office.courtBundle(file.id);
    setState(bundle ? "asking" : "missing");
    if (!bundle) return;
    const { plain, sheets, archive } = bundle;
    if (!(await deeds.run({ type: "GiveOutCase", case: file.id, ...words, plain, sheets }))) return;
    save(`${file.number}.tar`, archive.type, archive);
    close();
  }
  return (
    <SlipForm
      does={state === "making" ? "court.making" : "court.make"}
      isHeld={!isWritten || state === "making"}
      onDo={() => void make()}
      onLeave={close}
    >
      <p className="says">
        <FormattedMessage id="court.says" />
      </p>
      <Line
        isFirst
        label={intl.formatMessage({ id: "court.to" })}
        value={words.to}
        onWrite={(to) => write({ to })}
      />
      <Line
        label={intl.formatMessage({ id: "court.reason" })}
        value={words.reason}
        onWrite={(reason) => write({ reason })}
      />
      {state === "missing" && (
        <p className="wrong" role="alert">
          <FormattedMessage id="court.missing" />
        </p>
      )}
      <RefusedHere deeds={deeds} of="GiveOutCase" />
    </SlipForm>
  );
}
