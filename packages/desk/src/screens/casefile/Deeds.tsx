/** One command at a time, with its refusal in words beside the form it came from, and the way back where there is one. */
import type { CaseId, Command, Refusal } from "@answerable/casework";
import type { OfficeRefusal } from "@answerable/replica";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { FormattedMessage } from "react-intl";

import { usePage } from "../../app/desk.tsx";
import { Refused } from "../../parts/Refused.tsx";

export interface DeedsOf {
  /** undefined: refused, and the words of the refusal are on the screen. */
  readonly run: (command: Command, undo?: Command) => Promise<CaseId | undefined>;
  readonly refused: { readonly command: Command; readonly why: Refusal | OfficeRefusal } | undefined;
  readonly undo: Command | undefined;
  /** The last one, also when it is not written down yet; nothing where it has no way back. */
  readonly takeBack: () => void;
}

/** Their forms say it themselves, beside the field. */
const saidInPlace: ReadonlySet<Command["type"]> = new Set([
  "StateFact",
  "WithdrawFact",
  "AddPerson",
  "AddNote",
  "SetTask",
  "FinishTask",
  "SetOutcome",
  "GiveOutCase",
  "WriteReply",
]);

export function useDeeds(): DeedsOf {
  const { office } = usePage();
  const [refused, setRefused] = useState<DeedsOf["refused"]>();
  const [undo, setUndo] = useState<Command>();
  /** What takes back the last one, known when that is written down: a key may be pressed before. */
  const last = useRef<Promise<Command | undefined>>(undefined);
  const run = useCallback(
    async (command: Command, back?: Command) => {
      const doing = office.do(command);
      last.current = doing.then(({ ok }) => (ok ? back : undefined));
      const done = await doing;
      setRefused(done.ok ? undefined : { command, why: done.refusal });
      setUndo(done.ok ? back : undefined);
      return done.ok ? done.value.folder : undefined;
    },
    [office],
  );
  const takeBack = useCallback(() => {
    const pending = last.current;
    last.current = undefined;
    void pending?.then((back) => (back ? run(back) : undefined));
  }, [run]);
  return useMemo(() => ({ run, refused, undo, takeBack }), [run, refused, undo, takeBack]);
}

export function Deeds({ deeds }: { readonly deeds: DeedsOf }) {
  const { refused } = deeds;
  return (
    <>
      {refused && !saidInPlace.has(refused.command.type) && <Refused refusal={refused.why} />}
      {deeds.undo && (
        <p className="sealed-line settles" role="status">
          <FormattedMessage id="deed.done" />
          <button type="button" className="button" data-look="plain" onClick={deeds.takeBack}>
            <FormattedMessage id="deed.undo" />
          </button>
        </p>
      )}
    </>
  );
}

/** Stands in a form, under its field: says why, and leads the cursor back to the field. */
export function RefusedHere({ deeds, of }: { readonly deeds: DeedsOf; readonly of: Command["type"] }) {
  const place = useRef<HTMLDivElement>(null);
  const refused = deeds.refused?.command.type === of ? deeds.refused : undefined;
  useEffect(() => {
    const form = refused && place.current?.closest("form");
    form?.querySelector<HTMLElement>("input, textarea")?.focus();
  }, [refused]);
  return <div ref={place}>{refused && <Refused refusal={refused.why} />}</div>;
}
