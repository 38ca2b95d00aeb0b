/**
 * What every screen may reach: the office, the clock of this machine, fresh ids and the few things only a page can do.
 * All of it is handed in by main.tsx (or by a test); screens hold no clock and no storage of their own.
 */
import type { Lang, Moment, NewId } from "@answerable/casework";
import type { Answer, Office, Query, Status } from "@answerable/replica";
import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";

import type { Press } from "../letters/press.ts";
import type { PrintShop } from "../publishing/print-shop.ts";
import type { Reading } from "../reading/reader.ts";
import type { IdleMinutes } from "./idle.tsx";

export type Theme = "system" | "light" | "dark";

export interface Page {
  readonly office: Office;
  readonly now: () => Moment;
  /** Minutes by which this place's clock is ahead of UTC. */
  readonly offsetMinutes: number;
  readonly newId: NewId;
  readonly copy: (text: string) => Promise<void>;
  readonly print: () => void;
  /** Makes letters, beside the page. */
  readonly press: Press;
  /** Drafts, audits and prints releases, beside the page. */
  readonly printShop: PrintShop;
  /** Where the helpline is reached: the public pages stand below it. */
  readonly origin: string;
  /** Takes lists apart, beside the page. */
  readonly reading: Reading;
  readonly save: (name: string, type: string, bytes: Uint8Array | Blob) => void;
  /** Address of the frame in which a stranger's file is looked at. */
  readonly viewer: string;
  /** Address of the frame in which a page is looked at before it is public. */
  readonly preview: string;
  readonly reload: () => void;
  /** Everything was destroyed: takes away what the page itself has kept, and its title and address. */
  readonly vanish: () => void;
  /** Shown over the door that follows, once: the office is locked by then. */
  readonly travelCode: string | undefined;
  readonly showTravelCode: (code: string | undefined) => void;
  /** Calls back when a newer version of the program lies ready. */
  readonly watchUpdate: (listener: () => void) => () => void;
  readonly settings: Settings;
}

/** Kept by the page between visits: never anything a family told us. */
export interface Settings {
  readonly lang: Lang;
  readonly theme: Theme;
  /** Minutes without a touch until the desk locks itself. */
  readonly lockAfter: IdleMinutes;
  readonly setLang: (lang: Lang) => void;
  readonly setTheme: (theme: Theme) => void;
  readonly setLockAfter: (minutes: IdleMinutes) => void;
}

const PageContext = createContext<Page | undefined>(undefined);
export const PageProvider = PageContext.Provider;

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error("a screen stands outside its page");
  return page;
}

/** What is drawn inside belongs to the desk that is shown: it speaks to that desk only, and is drawn anew for another. */
export function AtDesk({ children }: { readonly children: ReactNode }) {
  const page = usePage();
  const { desk } = useStatus();
  const bound = useMemo(
    () => (desk === undefined ? page : { ...page, office: page.office.at(desk) }),
    [page, desk],
  );
  return (
    <PageContext key={desk ?? ""} value={bound}>
      {children}
    </PageContext>
  );
}

export function useStatus(): Status {
  const { office } = usePage();
  return useSyncExternalStore(
    (changed) => office.watchStatus(changed),
    () => office.status(),
  );
}

/** The answer to a question, kept fresh. While a changed question waits, the last answer stays in view. */
export function useAnswer<Q extends Query>(query: Q | undefined): Answer<Q> | undefined {
  const { office } = usePage();
  const [answer, setAnswer] = useState<Answer<Q>>();
  const asked = query && JSON.stringify(query);
  useEffect(
    () => (asked === undefined ? undefined : office.watch(JSON.parse(asked) as Q, setAnswer)), // it was a Q a line ago
    [office, asked],
  );
  return asked === undefined ? undefined : answer;
}

/** The moment now, told again every so many seconds. */
export function useClock(seconds: number): Moment {
  const { now } = usePage();
  const [moment, setMoment] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setMoment(now()), seconds * 1000);
    return () => clearInterval(timer);
  }, [now, seconds]);
  return moment;
}
