/** One command at a time, with its refusal in words, and the way back where there is one. */
import type { CaseId, Command, Refusal } from "@answerable/casework";
import type { OfficeRefusal } from "@answerable/replica";
import { useCallback, useMemo, useState } from "react";
import { FormattedMessage } from "react-intl";

import { usePage } from "../../app/desk.tsx";
import { Refused } from "../../parts/Refused.tsx";

export interface DeedsOf {
  /** undefined: refused, and the words of the refusal are on the screen. */
  readonly run: (command: Command, undo?: Command) => Promise<CaseId | undefined>;
  readonly refusal: Refusal | OfficeRefusal | undefined;
  readonly undo: Command | undefined;
  readonly takeBack: () => void;
}

export function useDeeds(): DeedsOf {
  const { office } = usePage();
  const [refusal, setRefusal] = useState<Refusal | OfficeRefusal>();
  const [undo, setUndo] = useState<Command>();
  const run = useCallback(
    async (command: Command, back?: Command) => {
      const done = await office.do(command);
      setRefusal(done.ok ? undefined : done.refusal);
      setUndo(done.ok ? back : undefined);
      return done.ok ? done.value.folder : undefined;
    },
    [office],
  );
  const takeBack = useCallback(() => {
    if (undo) void run(undo);
  }, [run, undo]);
  return useMemo(() => ({ run, refusal, undo, takeBack }), [run, refusal, undo, takeBack]);
}

export function Deeds({ deeds }: { readonly deeds: DeedsOf }) {
  return (
    <>
      {deeds.refusal && <Refused refusal={deeds.refusal} />}
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
