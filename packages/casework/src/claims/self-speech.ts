/**
 * Three kinds of single origin that are not hearsay about others: a statement that is its own evidence (the ministry is
 * the author of what it said), a report about the speaker's own house, and an act of state that anyone can look up.
 */
import { testimonyAmong } from "./independence.ts";
import type { Claim, Incident } from "./model.ts";
import type { Standings } from "./standings.ts";

export type StandingKind = "hearsay" | "own statement" | "own house" | "public record";

const publicRecord = new Set(["mobilisation", "law", "decree", "court-decision"]);
const statementKinds = new Set(["official-statement"]);

interface Question {
  readonly incident: Incident | undefined;
  readonly claims: readonly Claim[];
  readonly standings: Standings;
}

export function standingKindOf({ incident, claims, standings }: Question): StandingKind {
  if (incident !== undefined && publicRecord.has(incident.kind)) return "public record";
  const testimony = testimonyAmong(claims);
  const chains = [...new Set(testimony.map((claim) => claim.chain))].flatMap(
    (id) => standings.chains.get(id) ?? [],
  );
  const origins = new Set(chains.map((chain) => chain.originKey));
  const [origin] = origins;
  if (origin === undefined || origins.size > 1) return "hearsay";
  const stated = chains.every((chain) =>
    chain.files.some((file) => {
      const item = standings.cast.items.get(file);
      return item?.agent === origin && statementKinds.has(item.kind);
    }),
  );
  if (stated) return "own statement";
  const house = standings.houses.get(origin);
  const isAbout = (object: string | undefined): boolean =>
    object !== undefined && (object === origin || Boolean(house?.has(object)));
  return testimony.some((claim) => claim.type === "quantity" && isAbout(claim.participants?.["object"]))
    ? "own house"
    : "hearsay";
}
