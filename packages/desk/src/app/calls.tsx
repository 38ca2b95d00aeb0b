/**
 * The call being taken and up to three parked ones. A draft is kept sealed on the device at most half a second after a
 * change, and at once when the page is left; a refresh brings it back. It lives above the screens, so that looking
 * something up in the roster does not put the call down.
 */
import {
  emptyDraft,
  isEmpty,
  type CaseId,
  type Draft,
  type DraftField,
  type Moment,
  type Refusal,
} from "@answerable/casework";
import type { Office, OfficeRefusal } from "@answerable/replica";
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react";

import { usePage } from "./desk.tsx";
import { typedSince } from "./typed-since.ts";

/** The promise of the desk is one second; half of it is left for sealing and the disk. */
const KEEP_AFTER = 500;
const KEEP_AGAIN_AFTER = 3_000;
export const PARKED_MOST = 3;

export type Change = Partial<Omit<Draft, "id" | "began">>;
export type SealRefusal = Refusal | OfficeRefusal;

export interface Calls {
  readonly draft: Draft;
  readonly parked: readonly Draft[];
  /** The draft in view was brought back after a refresh or a crash. */
  readonly restored: boolean;
  /** The device could not keep the draft; the words are only in this tab. */
  readonly unkept: boolean;
  readonly refusal: SealRefusal | undefined;
  readonly last:
    | { readonly folder: CaseId; readonly at: Moment; readonly attached: boolean; readonly answered: boolean }
    | undefined;
  readonly sealing: boolean;
  readonly change: (change: Change) => void;
  readonly confirm: (field: DraftField) => void;
  /** Records the call and opens the next. undefined: refused, see `refusal`. */
  readonly seal: (change?: Change) => Promise<CaseId | undefined>;
  readonly park: () => void;
  /** A call of its own: what was being typed is parked. false: there is no room to park it, and nothing was begun. */
  readonly begin: (change: Change) => boolean;
  readonly resume: (draft: Draft) => void;
  /** Seals what is being typed, at once. false: the device did not take it. */
  readonly keep: () => Promise<boolean>;
}

const CallsContext = createContext<Calls | undefined>(undefined);

export function useCalls(): Calls {
  const calls = useContext(CallsContext);
  if (!calls) throw new Error("the phone desk stands outside its calls");
  return calls;
}

export function CallsProvider({ children }: { readonly children: ReactNode }) {
  const calls = useCallsOfThisDevice();
  return calls && <CallsContext value={calls}>{children}</CallsContext>;
}

function useCallsOfThisDevice(): Calls | undefined {
  const { office, now, newId } = usePage();
  const [draft, setDraft] = useState<Draft>();
  const [parked, setParked] = useState<readonly Draft[]>([]);
  const [restored, setRestored] = useState(false);
  const [unkept, setUnkept] = useState(false);
  const [refusal, setRefusal] = useState<SealRefusal>();
  const [last, setLast] = useState<Calls["last"]>();
  const [sealing, setSealing] = useState(false);
  const current = useRef<Draft>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const keepAgain = useRef<() => Promise<boolean>>(async () => true);
  /** What is on its way to the disk: one who locks waits for it. */
  const keeping = useRef<Promise<boolean>>(Promise.resolve(true));

  const fresh = useCallback(() => emptyDraft(newId(), now()), [newId, now]);
  const show = useCallback((next: Draft) => {
    current.current = next;
    setDraft(next);
  }, []);

  const keepWords = useCallback(
    async (words: Draft): Promise<boolean> => {
      const kept = await office.keepDraft(words).catch(() => undefined);
      setUnkept(!kept?.ok);
      // Not kept: try again by itself, the disk may have room by then.
      if (!kept?.ok) timer.current ??= setTimeout(() => void keepAgain.current(), KEEP_AGAIN_AFTER);
      return kept?.ok ?? false;
    },
    [office],
  );
  const keepNow = useCallback(async (): Promise<boolean> => {
    if (timer.current === undefined) return keeping.current;
    clearTimeout(timer.current);
    timer.current = undefined;
    const words = current.current;
    if (!words) return true;
    keeping.current = keepWords(words);
    return keeping.current;
  }, [keepWords]);
  useEffect(() => {
    keepAgain.current = keepNow;
  }, [keepNow]);
  const keepSoon = useCallback(() => {
    timer.current ??= setTimeout(() => void keepNow(), KEEP_AFTER);
  }, [keepNow]);

  useEffect(() => {
    let gone = false;
    const bringBack = async () => {
      const kept = await office.drafts();
      if (gone) return;
      const unfinished = kept.filter((one) => !one.parked && !isEmpty(one));
      const open = unfinished.at(-1);
      setParked([...kept.filter((one) => one.parked), ...unfinished.slice(0, -1)]);
      setRestored(open !== undefined);
      show(open ?? fresh());
    };
    void bringBack();
    return () => {
      gone = true;
    };
  }, [office, fresh, show]);

  useEffect(() => {
    const leave = () => void keepNow();
    addEventListener("pagehide", leave);
    addEventListener("blur", leave);
    document.addEventListener("visibilitychange", leave);
    document.addEventListener("focusout", leave);
    return () => {
      leave();
      removeEventListener("pagehide", leave);
      removeEventListener("blur", leave);
      document.removeEventListener("visibilitychange", leave);
      document.removeEventListener("focusout", leave);
    };
  }, [keepNow]);

  const change = useCallback(
    (what: Change) => {
      const before = current.current;
      if (!before) return;
      const touched = before.suggested.filter((field) => !(field in what));
      show(what.suggested ? { ...before, ...what } : { ...before, ...what, suggested: touched });
      setRefusal(undefined);
      keepSoon();
    },
    [show, keepSoon],
  );
  const confirm = useCallback(
    (field: DraftField) => {
      if (current.current?.suggested.includes(field))
        change({ suggested: current.current.suggested.filter((one) => one !== field) });
    },
    [change],
  );

  const next = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    setRestored(false);
    show(fresh());
  }, [fresh, show]);

  const seal = useCallback(
    async (what: Change = {}) => {
      const words = current.current;
      if (!words) return undefined;
      const told: Draft = { ...words, ...what, ended: words.ended ?? now() };
      if (Object.keys(what).length > 0) change(what);
      setSealing(true);
      const sent = current.current ?? words;
      const done = await office
        .do({ type: "RecordCall", draft: told, case: told.attachTo ?? newId() })
        .finally(() => setSealing(false));
      if (!done.ok) {
        setRefusal(done.refusal);
        return undefined;
      }
      setRefusal(undefined);
      const answered = told.answers !== undefined && (await sayReached(office, told.answers));
      setLast({ folder: done.value.folder, at: now(), attached: told.attachTo !== undefined, answered });
      const after = current.current;
      if (after?.id === words.id) {
        const typed = typedSince(sent, after);
        next();
        if (typed) change(typed);
      }
      await office.dropDraft(words.id);
      return done.value.folder;
    },
    [office, now, newId, change, next],
  );

  const park = useCallback(() => {
    const words = current.current;
    if (!words || isEmpty(words) || parked.length >= PARKED_MOST) return;
    const put: Draft = { ...words, parked: true };
    setParked((before) => [...before, put]);
    void office.keepDraft(put);
    next();
  }, [office, parked.length, next]);

  const begin = useCallback(
    (what: Change) => {
      const words = current.current;
      if (words && !isEmpty(words) && parked.length >= PARKED_MOST) return false;
      park();
      change(what);
      return true;
    },
    [park, change, parked.length],
  );

  const resume = useCallback(
    (wanted: Draft) => {
      const words = current.current;
      const away = words && !isEmpty(words) ? [{ ...words, parked: true }] : [];
      setParked((before) => [...before.filter((one) => one.id !== wanted.id), ...away]);
      for (const one of away) void office.keepDraft(one);
      show({ ...wanted, parked: false });
      keepSoon();
    },
    [office, show, keepSoon],
  );

  return useMemo(
    () =>
      draft && {
        draft,
        parked,
        restored,
        unkept,
        refusal,
        last,
        sealing,
        change,
        confirm,
        seal,
        park,
        begin,
        resume,
        keep: keepNow,
      },
    [
      draft,
      parked,
      restored,
      unkept,
      refusal,
      last,
      sealing,
      change,
      confirm,
      seal,
      park,
      begin,
      resume,
      keepNow,
    ],
  );
}

/** false: somebody has said so already. */
async function sayReached(office: Office, answers: NonNullable<Draft["answers"]>): Promise<boolean> {
  const said = await office.do({
    type: "TryCallBack",
    case: answers.folder,
    task: answers.task,
    closes: answers.closes,
    zone: answers.zone,
    result: "reached",
    note: "",
    later: "",
  });
  return said.ok;
}
