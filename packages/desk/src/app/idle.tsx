/**
 * A desk that nobody touches locks itself: what is being typed is sealed first, then the office lets its keys go. A machine
 * that slept is locked at the first look at it; the touch that wakes it does not count as work.
 */
import { useCallback, useEffect, useState } from "react";
import { FormattedMessage } from "react-intl";

import { useCalls } from "./calls.tsx";
import { usePage } from "./desk.tsx";
import { useSlips } from "./slips.tsx";

/** Minutes a person may choose from. */
export const idleMinutes = [5, 15, 30, 60] as const;
export type IdleMinutes = (typeof idleMinutes)[number];
export const usualIdleMinutes: IdleMinutes = 15;

const WARN_MILLISECONDS = 60_000;
const LOOK_MILLISECONDS = 1_000;
const touches = ["keydown", "pointerdown", "pointermove", "wheel", "touchstart", "paste"] as const;

/** Seals what is being typed, at the phone desk and elsewhere. false: the device did not take all of it. */
export function useKeep(): () => Promise<boolean> {
  const { keep: keepCall } = useCalls();
  const { keep: keepSlips } = useSlips();
  return useCallback(async () => {
    const kept = await Promise.all([keepCall(), keepSlips()]);
    return kept.every(Boolean);
  }, [keepCall, keepSlips]);
}

/** Seals what is being typed, then lets the keys go. A person who asks is locked out whatever the disk says. */
export function useLock(): () => Promise<void> {
  const { office } = usePage();
  const keep = useKeep();
  return async () => {
    await keep();
    await office.lock();
  };
}

/** Says a minute before what is about to happen. */
export function IdleLock() {
  const { now, office, settings } = usePage();
  const keep = useKeep();
  const [isSoon, setSoon] = useState(false);
  const most = settings.lockAfter * 60_000;
  useEffect(() => {
    let touched = Date.parse(now());
    let isLocking = false;
    const look = () => {
      const still = Date.parse(now()) - touched;
      setSoon(still >= most - WARN_MILLISECONDS && still < most);
      if (still < most || isLocking) return;
      isLocking = true;
      // Words the disk did not take are only in this tab: it stays open, and says so, until they are kept.
      void keep()
        .then((kept) => (kept ? office.lock() : undefined))
        .finally(() => {
          isLocking = false;
        });
    };
    const touch = () => {
      look();
      if (Date.parse(now()) - touched < most) touched = Date.parse(now());
      setSoon(false);
    };
    const timer = setInterval(look, LOOK_MILLISECONDS);
    for (const name of touches) addEventListener(name, touch, { passive: true, capture: true });
    return () => {
      clearInterval(timer);
      for (const name of touches) removeEventListener(name, touch, { capture: true });
    };
  }, [now, office, keep, most]);
  return (
    isSoon && (
      <div className="notice" role="status">
        <p>
          <FormattedMessage id="notice.lockSoon" />
        </p>
      </div>
    )
  );
}
