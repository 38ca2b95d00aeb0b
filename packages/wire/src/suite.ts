/** Which age recipients a helpline's suite allows. */
import type { Charter } from "./team.ts";

/** A1: an X25519 recipient, A2: a hybrid one. Never mixed: a hybrid file with one X25519 recipient is an X25519 file. */
export function isOfSuite(suite: Charter["suite"], recipient: string): boolean {
  switch (suite) {
    case "A1":
      return /^age1[02-9ac-hj-np-z]{58}$/.test(recipient);
    case "A2":
      return /^age1pq1[02-9ac-hj-np-z]{1000,2090}$/.test(recipient);
  }
}
