/** The front of a claims file: its name and how much lies in it. */
import type { ClaimsFile } from "./claims-file.ts";

export interface ClaimsFileFront {
  readonly type: "ClaimsFile";
  readonly name: string;
  readonly claims: number;
  readonly incidents: number;
  /** Releases that two people signed. */
  readonly releases: number;
  /** One waits for its second signature. */
  readonly waits: boolean;
}

export function claimsFileFront({ name, ledger, releases, proposal }: ClaimsFile): ClaimsFileFront {
  return {
    type: "ClaimsFile",
    name,
    claims: ledger.claims.length,
    incidents: ledger.incidents.length,
    releases: releases.length,
    waits: proposal !== undefined,
  };
}
