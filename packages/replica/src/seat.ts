/**
 * One writer a device: of several tabs one holds the seat. Two would fold, number and seal against each other's backs.
 * Web Locks give the seat up by themselves when a tab dies.
 */
export interface Seat {
  /** Resolves to true when this tab has the seat. `lost` is called when another takes it over. */
  take(how: "if free" | "anyway", lost: () => void): Promise<boolean>;
  /** Resolves when the tab that holds it has left and this one has it. */
  wait(lost: () => void): Promise<void>;
  leave(): void;
}

/** Where there can be only one: a program, a test. */
export function onlySeat(): Seat {
  return { take: async () => true, wait: async () => undefined, leave: () => undefined };
}

/** As much of navigator.locks as is used. */
export type Locks = Pick<LockManager, "request">;

export function webLockSeat(locks: Locks, name: string): Seat {
  let leave: () => void = () => undefined;

  function hold(options: LockOptions, lost: () => void): Promise<boolean> {
    return new Promise((resolve) => {
      let isHeld = false;
      const request = locks.request(name, options, (lock) => {
        if (!lock) {
          resolve(false);
          return undefined;
        }
        isHeld = true;
        resolve(true);
        return new Promise<void>((left) => {
          leave = left;
        });
      });
      // A stolen lock rejects its request.
      request.catch(() => {
        if (isHeld) lost();
        else resolve(false);
      });
    });
  }

  return {
    take: (how, lost) => hold(how === "anyway" ? { steal: true } : { ifAvailable: true }, lost),
    async wait(lost) {
      await hold({}, lost);
    },
    leave: () => leave(),
  };
}
