/** Ties between agents that make two of them one source until a person says otherwise: household, chat, call, employer. */
import type { Agent } from "./model.ts";

/** Keys that an agent shares with whomever it depends on. Two agents with one key are tied. */
export function tiesOf(agent: Agent): readonly string[] {
  const keys: string[] = [];
  for (const kind of ["household", "chat", "employer"] as const) {
    const name = agent[kind];
    if (name !== undefined) keys.push(tieKey(kind, name));
  }
  const declared = agent.dependsOn;
  if (declared === undefined) return keys;
  if (isList(declared)) {
    for (const tie of declared) {
      if (typeof tie === "string") keys.push(tieKey("", tie));
      else if (tie.with !== undefined) keys.push(tieKey("", tie.with));
      else if (tie.name !== undefined) keys.push(tieKey(tie.kind ?? "", tie.name));
    }
    return keys;
  }
  for (const [kind, names] of Object.entries(declared)) {
    for (const name of typeof names === "string" ? [names] : names) keys.push(tieKey(kind, name));
  }
  return keys;
}

/** An agent is tied to itself, so that "depends on ag:x" meets x. */
export function ownKey(agent: Agent): string {
  return tieKey("", agent.id);
}

function tieKey(kind: string, name: string): string {
  return name.startsWith("ag:") || kind === "" ? `:${name}` : `${kind}:${name}`;
}

function isList(ties: NonNullable<Agent["dependsOn"]>): ties is Extract<typeof ties, readonly unknown[]> {
  return Array.isArray(ties);
}
