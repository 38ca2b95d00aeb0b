/** What comes of a command on an incident. A rule may only propose: whoever gathers signs, and whoever lets go says why. */
import type { Decided, Given } from "../decide/given.ts";
import type { Event } from "../event.ts";
import { err, ok } from "../result.ts";
import { masked } from "../rights/veil.ts";
import type { IncidentCommand } from "./command.ts";
import { MOST_CASES } from "./event.ts";

export function decideIncident(given: Given, command: IncidentCommand): Decided {
  const { folder } = given;
  const done = (event: Event): Decided => ok({ folder: command.case, events: [event] });
  if (command.type === "GatherIncident") {
    if (folder) return err({ type: "AlreadySo", field: "incident" });
    const { unit, grievance, week } = command.cluster;
    const cases = [...new Set(command.cluster.cases)].slice(0, MOST_CASES);
    if (cases.length === 0) return err({ type: "TextMissing", field: "cases" });
    if (unit === masked) return err({ type: "TextMissing", field: "unit" });
    return done({ type: "IncidentGathered", incident: command.case, unit, grievance, week, cases });
  }
  if (folder?.type !== "Incident" || folder.takenBack) return err({ type: "NoSuchIncident" });
  switch (command.type) {
    case "GatherCases": {
      const cases = [...new Set(command.cases)].filter((one) => !folder.cases.includes(one));
      if (cases.length === 0) return err({ type: "AlreadySo", field: "cases" });
      const room = MOST_CASES - folder.cases.length;
      return room <= 0
        ? err({ type: "IncidentFull", most: MOST_CASES })
        : done({ type: "CasesGathered", cases: cases.slice(0, room) });
    }
    case "LetCaseGo":
      if (!folder.cases.includes(command.of)) return err({ type: "NoSuchCase" });
      if (command.reason.trim() === "") return err({ type: "TextMissing", field: "reason" });
      return done({ type: "CaseLetGo", case: command.of, reason: command.reason });
    case "TakeIncidentBack":
      if (command.reason.trim() === "") return err({ type: "TextMissing", field: "reason" });
      return done({ type: "IncidentTakenBack", reason: command.reason });
    case "NoteFamiliesTold": {
      const { text, asks, told, untold } = command;
      if (text.trim() === "") return err({ type: "TextMissing", field: "reply" });
      return done({
        type: "FamiliesTold",
        text,
        asks,
        told: [...told],
        untold: untold.map((one) => ({ ...one })),
      });
    }
  }
}
