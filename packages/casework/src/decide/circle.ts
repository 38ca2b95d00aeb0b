/** The circle around the soldier: who is in it, and what each has agreed to. */
import type { CommandOf } from "../command.ts";
import { err, ok } from "../result.ts";
import { inFolder, type Decided, type Given } from "./given.ts";

export function addPerson(given: Given, command: CommandOf<"AddPerson">): Decided {
  return inFolder(given, command.case, () => {
    if (command.calledAs.trim() === "" && command.relation === "unknown")
      return err({ type: "TextMissing", field: "calledAs" });
    return ok([
      { type: "PersonAdded", person: given.newId(), calledAs: command.calledAs, relation: command.relation },
    ]);
  });
}

/** No scopes at all: she has taken her consent back. */
export function giveConsent(given: Given, command: CommandOf<"GiveConsent">): Decided {
  return inFolder(given, command.case, (folder) => {
    if (!folder.people.some((person) => person.id === command.person))
      return err({ type: "NoSuchPerson", person: command.person });
    return ok([{ type: "ConsentGiven", person: command.person, scopes: [...new Set(command.scopes)] }]);
  });
}
