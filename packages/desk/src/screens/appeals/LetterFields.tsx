/** The words of a letter, to be changed before it goes. A form of a name written here stands as it is written. */
import type { LetterMade } from "@answerable/casework";
import { FormattedMessage } from "react-intl";

import { useOpenForm, useSlip } from "../../app/slips.tsx";
import { Line } from "../../parts/Line.tsx";
import { SlipForm } from "../../parts/SlipForm.tsx";
import type { DeedsOf } from "../casefile/Deeds.tsx";

const unchanged = {};

export function LetterFields({ letter, deeds }: { readonly letter: LetterMade; readonly deeds: DeedsOf }) {
  const place = `letter/${letter.appeal}/words`;
  const [isOpen, setOpen] = useOpenForm(place);
  const slip = useSlip<Readonly<Record<string, string>>>(place, unchanged);
  const changed = slip.words;
  if (!isOpen)
    return (
      <button type="button" className="button" onClick={() => setOpen(true)}>
        <FormattedMessage id="letter.change" />
      </button>
    );
  async function keep(): Promise<void> {
    const command = {
      type: "ChangeAppeal",
      case: letter.case,
      appeal: letter.appeal,
      slots: changed,
    } as const;
    if (!(await deeds.run(command))) return;
    slip.drop();
    setOpen(false);
  }
  const write = (slot: string) => (text: string) => slip.write({ [slot]: text });
  return (
    <SlipForm does="letter.save" onDo={() => void keep()} onLeave={() => setOpen(false)}>
      {letter.fields.map((field) => {
        const value = changed[field.slot] ?? field.value;
        return field.isLong ? (
          <label key={field.slot} className="line">
            <span className="label">{field.name}</span>
            <textarea
              className="write"
              autoComplete="off"
              rows={Math.min(10, Math.max(2, value.split("\n").length + 1))}
              value={value}
              onChange={(event) => write(field.slot)(event.target.value)}
            />
          </label>
        ) : (
          <Line key={field.slot} label={field.name} value={value} onWrite={write(field.slot)} />
        );
      })}
    </SlipForm>
  );
}
