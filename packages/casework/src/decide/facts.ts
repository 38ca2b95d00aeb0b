/** One fact stated or withdrawn in the case file; a way to reach somebody, with all that stands for it. */
import type { CommandOf } from "../command.ts";
import type { EventOf } from "../event.ts";
import type { FactId } from "../id.ts";
import { dayFault } from "../intake/day-text.ts";
import type { Fact } from "../papers.ts";
import { err, ok } from "../result.ts";
import { masked } from "../rights/veil.ts";
import { inFolder, type Decided, type Given } from "./given.ts";
import { knownOf } from "./known.ts";
import { isOneNumber, isReach, type Reach } from "./taken-out.ts";

export function stateFact(given: Given, command: CommandOf<"StateFact">): Decided {
  return inFolder(given, command.case, (folder) => {
    const { about, field, value } = command;
    if (value.trim() === "" || value === masked) return err({ type: "TextMissing", field });
    if (about !== undefined && !folder.people.some((person) => person.id === about))
      return err({ type: "NoSuchPerson", person: about });
    const unseen = command.setsAside.find((seen) => !folder.facts.some((fact) => fact.id === seen));
    if (unseen !== undefined) return err({ type: "NoSuchFact", fact: unseen });
    const fault = field === "birth" || field === "lastContact" ? dayFault(value, given.today) : undefined;
    if (fault !== undefined) return err({ type: fault, field, text: value });
    const known = command.known ?? knownOf(field, value, given.today);
    return ok([
      {
        type: "FactStated",
        fact: given.newId(),
        ...(about === undefined ? {} : { about }),
        field,
        value,
        ...(known === undefined ? {} : { known }),
        sure: command.sure,
        source: command.source,
        ...(command.contact === undefined ? {} : { contact: command.contact }),
        setsAside: [...new Set(command.setsAside)],
      },
    ]);
  });
}

export function withdrawFact(given: Given, command: CommandOf<"WithdrawFact">): Decided {
  return inFolder(given, command.case, (folder) => {
    const fact = folder.facts.find((one) => one.id === command.fact);
    if (fact === undefined) return err({ type: "NoSuchFact", fact: command.fact });
    if (fact.withdrawn !== undefined) return err({ type: "AlreadyWithdrawn", fact: command.fact });
    if (command.reason.trim() === "") return err({ type: "TextMissing", field: "reason" });
    const going = isReach(fact) ? wholeNumber(folder.facts, fact) : [fact];
    return ok(going.map(({ id }) => ({ type: "FactWithdrawn", fact: id, reason: command.reason })));
  });
}

export function stateAgain(given: Given, { case: id, fact: named }: CommandOf<"StateAgain">): Decided {
  return inFolder(given, id, ({ facts }) => {
    const withdrawn = facts.find((one) => one.id === named)?.withdrawn;
    if (withdrawn === undefined) return err({ type: "NoSuchFact", fact: named });
    const gone = facts.filter((one) => one.withdrawn?.sheet === withdrawn.sheet);
    const renamed = new Map(gone.map((one) => [one.id, given.newId<FactId>()]));
    const now = (old: FactId): FactId => renamed.get(old) ?? old;
    return ok(gone.map((one) => statedAgain(one, now)));
  });
}

function statedAgain(fact: Fact, now: (old: FactId) => FactId): EventOf<"FactStated"> {
  const { id, by: _, at: __, sheet: ___, standing: ____, withdrawn: _____, unsureOf, of, ...told } = fact;
  return {
    ...told,
    type: "FactStated",
    fact: now(id),
    ...(unsureOf === undefined ? {} : { unsureOf: [...unsureOf] }),
    ...(of === undefined ? {} : { of: now(of) }),
    setsAside: fact.setsAside.map(now),
  };
}

/** Whether it is a number that was withdrawn here: a list that names it again must not bring it back. */
export function isWithdrawnNumber(facts: readonly Fact[], told: Reach): boolean {
  const same = facts.filter((fact) => isReach(fact) && isOneNumber(fact, told));
  return isReach(told) && same.length > 0 && same.every((fact) => fact.withdrawn !== undefined);
}

/**
 * A number is withdrawn because somebody no longer wants to be reached at it. So it goes wherever it stands in the folder, with what was
 * said of it; and the one that it had taken the place of does not come back: it was wrong already.
 */
function wholeNumber(facts: readonly Fact[], named: Fact): readonly Fact[] {
  const present = facts.filter((fact) => fact.withdrawn === undefined);
  const same = present.filter((fact) => isReach(fact) && isOneNumber(fact, named));
  const going = new Set<Fact>([named, ...same]);
  // A set grows while it is walked: earlier ones of earlier ones too.
  for (const one of going)
    for (const earlier of present)
      if (isReach(earlier) && one.setsAside.includes(earlier.id)) going.add(earlier);
  const ids = new Set([...going].map(({ id }) => id));
  const said = present.filter(({ of }) => of !== undefined && ids.has(of));
  return [...going, ...said.filter((fact) => !going.has(fact))];
}
