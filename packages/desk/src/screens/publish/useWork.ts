/** One piece of work of the print shop at a time: how far it is, what came of it, and a way to stop it. */
import type { Day } from "@answerable/casework";
import type { Examined, Objection, PrepareRefusal, Prepared, TableSpec } from "@answerable/press";
import { useCallback, useEffect, useRef, useState } from "react";

import { usePage, useStatus } from "../../app/desk.tsx";
import type { Step, Working } from "../../publishing/print-shop.ts";
import { readStanding, siteOf, type Here } from "./standing.ts";

export type Work =
  | { readonly type: "Idle" }
  | { readonly type: "Going"; readonly step: Step | undefined }
  | { readonly type: "Prepared"; readonly prepared: Prepared }
  | { readonly type: "Examined"; readonly examined: Examined }
  | { readonly type: "Stopped"; readonly why: PrepareRefusal | Objection | { readonly type: "Broken" } };

const idle: Work = { type: "Idle" };

export function useWork(here: Here | undefined) {
  const { office, printShop, origin } = usePage();
  const status = useStatus();
  const [work, setWork] = useState<Work>(idle);
  const stopNow = useRef<() => void>(() => undefined);
  useEffect(() => () => stopNow.current(), []);
  const run = useCallback(async <T>(working: Working<T>, finished: (made: T) => Work) => {
    stopNow.current = working.stop;
    try {
      const made = await working.made;
      setWork(made === undefined ? idle : finished(made));
    } catch {
      setWork({ type: "Stopped", why: { type: "Broken" } }); // the worker says no more than that
    }
  }, []);
  const told = useCallback((step: Step) => setWork({ type: "Going", step }), []);
  const prepare = useCallback(
    async (on: Day, tables: readonly TableSpec[]) => {
      if (!here) return;
      setWork({ type: "Going", step: undefined });
      const standing = await readStanding(office, here, tables);
      const wanted = { ...standing, on, tables, site: siteOf(status, origin) };
      await run(printShop.prepare(wanted, told), (made) =>
        made.ok ? { type: "Prepared", prepared: made.value } : { type: "Stopped", why: made.refusal },
      );
    },
    [here, office, printShop, origin, status, run, told],
  );
  const examine = useCallback(
    async (filed: {
      readonly text: string;
      readonly signed: string;
      readonly tables: readonly TableSpec[];
    }) => {
      if (!here) return;
      setWork({ type: "Going", step: undefined });
      const standing = await readStanding(office, here, filed.tables);
      const given = { ...standing, text: filed.text, signed: filed.signed };
      await run(printShop.examine(given, told), (made) =>
        made.ok ? { type: "Examined", examined: made.value } : { type: "Stopped", why: made.refusal },
      );
    },
    [here, office, printShop, run, told],
  );
  const stop = useCallback(() => stopNow.current(), []);
  const clear = useCallback(() => setWork(idle), []);
  return { work, prepare, examine, stop, clear };
}
