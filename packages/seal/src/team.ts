import {
  hashOfStatement,
  replayTeam,
  secondOf,
  statementMessage,
  toText,
  type Act,
  type Hash,
  type Team,
  type TeamStatement,
} from "@answerable/wire";
/** The team log with real signatures: reading it, and writing its next statement. */
import { sha256 } from "@noble/hashes/sha2.js";

import { verify } from "./ed25519.ts";
import type { OpenKeep } from "./keep.ts";

/** Replays and checks everything from the charter on. Throws TeamLogBroken. */
export function readTeam(statements: readonly TeamStatement[], fingerprint?: Hash): Promise<Team> {
  return replayTeam(statements, {
    verify,
    hash: sha256,
    ...(fingerprint === undefined ? {} : { fingerprint }),
  });
}

/** The same team after more statements. Throws TeamLogBroken. */
export function readTeamOn(team: Team, statements: readonly TeamStatement[]): Promise<Team> {
  return replayTeam(statements, { verify, hash: sha256, from: team });
}

/** What the next statement names as `prev`. */
export function headOf(statement: TeamStatement): Promise<Hash> {
  return hashOfStatement(statement, sha256);
}

interface NextStatement {
  readonly keep: Pick<OpenKeep, "device" | "signer">;
  /** undefined: the log begins. */
  readonly team: Pick<Team, "number" | "head"> | undefined;
  readonly act: Act;
  readonly now: number;
}

export async function nextStatement({ keep, team, act, now }: NextStatement): Promise<TeamStatement> {
  const bare = {
    v: 1,
    number: (team?.number ?? 0) + 1,
    prev: team?.head ?? "",
    at: secondOf(now),
    by: keep.device,
    act,
  } as const;
  return { ...bare, signature: toText(await keep.signer.sign(statementMessage(bare))) };
}
