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
  const run = useCallback(
    async (command: Command, back?: Command) => {
      const done = await office.do(command);
      setRefused(done.ok ? undefined : { command, why: done.refusal });
      setUndo(done.ok ? back : undefined);
      return done.ok ? done.value.folder : undefined;
    },
    [office],
  );
  const takeBack = useCallback(() => {
    if (undo) void run(undo);
  }, [run, undo]);
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
