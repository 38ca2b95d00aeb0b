/** One fact stated or withdrawn in the case file. */
import type { CommandOf } from "../command.ts";
import { dayFault } from "../intake/day-text.ts";
import { err, ok } from "../result.ts";
import { masked } from "../rights/veil.ts";
import { inFolder, type Decided, type Given } from "./given.ts";
import { knownOf } from "./known.ts";

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
    return ok([{ type: "FactWithdrawn", fact: command.fact, reason: command.reason }]);
  });
}
