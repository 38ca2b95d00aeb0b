import { fromText } from "./bytes.ts";
import type { Epoch } from "./ids.ts";
import { faultOfIntake, type IntakeKey } from "./intake.ts";
import { withDesk, type Followed, type Said } from "./said.ts";
import { hasRole, type TeamDesk } from "./standing.ts";
/** What may be said of desks: a new one, the next epoch, an intake key; and of the paper on which all of them can be opened. */
import { isStrictKey } from "./strict-key.ts";
import { isOfSuite } from "./suite.ts";
import type { Act } from "./team.ts";

type DeskAct = Extract<
  Act,
  {
    readonly type:
      | "DeskCreated"
      | "DeskNamed"
      | "IntakeKeyPublished"
      | "EpochRotated"
      | "FoldersShredded"
      | "RecoverySet";
  }
>;

export function onDesks(said: Said, act: DeskAct): Followed {
  const { team, number, at, by, author } = said;
  switch (act.type) {
    case "DeskCreated": {
      if (team.desks.has(act.desk)) return "AlreadyThere";
      if (act.members.some((one) => !team.members.has(one))) return "UnknownMember";
      if (act.members.some((one) => team.members.get(one)?.standing.type !== "Active")) return "NotActive";
      if (new Set(act.members).size !== act.members.length) return "AlreadyThere";
      // Whoever makes a desk's key has it: a desk without its maker among the members would be a lie.
      if (act.epoch !== 1 || !act.members.some((one) => one === author)) return "NotAllowed";
      if (!hasRole(team, author, "coordinator")) return "NotAllowed";
      const desk: TeamDesk = {
        desk: act.desk,
        epoch: act.epoch,
        members: act.members,
        seats: act.members.map((member) => ({ member, since: number })),
        canaries: new Map([[act.epoch, { canary: act.canary, head: team.head }]]),
        begun: new Map([[act.epoch, number]]),
        intake: [],
        names: new Map(),
        since: number,
        isRotationDue: false,
      };
      return withDesk(team, desk);
    }
    case "DeskNamed": {
      const desk = team.desks.get(act.desk);
      if (!desk) return "UnknownDesk";
      if (!hasRole(team, author, "coordinator")) return "NotAllowed";
      // Only who sits somewhere has the key to seal a name under; and a name is given by who sits at the desk itself.
      const sealing = [act.desk, ...act.labels.map((label) => label.desk)];
      if (sealing.some((one) => !team.desks.get(one)?.members.some((member) => member === author)))
        return "NotAllowed";
      if (act.labels.some((label) => label.epoch > (team.desks.get(label.desk)?.epoch ?? 0)))
        return "WrongEpoch";
      const names = new Map(desk.names);
      for (const label of act.labels) names.set(label.desk, label);
      return withDesk(team, { ...desk, names });
    }
    case "IntakeKeyPublished": {
      const desk = team.desks.get(act.desk);
      const fault = faultOfIntake({ act, at, author, desk, team });
      if (!desk || fault !== undefined) return fault ?? "UnknownDesk";
      if (!isOfSuite(team.charter.suite, act.recipient)) return "WrongSuite";
      const { period, recipient, notAfter } = act;
      const key: IntakeKey = { period, recipient, from: at, notAfter, by };
      return withDesk(team, { ...desk, intake: [...desk.intake, key] });
    }
    case "EpochRotated": {
      const desk = team.desks.get(act.desk);
      if (!desk) return "UnknownDesk";
      // Any device of the desk: whoever is online next, and not only a coordinator.
      if (!desk.members.some((one) => one === author)) return "NotAllowed";
      if (act.epoch !== desk.epoch + 1) return "WrongEpoch";
      const epoch: Epoch = act.epoch;
      return withDesk(team, {
        ...desk,
        epoch,
        canaries: new Map(desk.canaries).set(epoch, { canary: act.canary, head: team.head }),
        begun: new Map(desk.begun).set(epoch, number),
        isRotationDue: false,
      });
    }
    case "FoldersShredded": {
      const desk = team.desks.get(act.desk);
      if (!desk) return "UnknownDesk";
      if (!desk.members.some((one) => one === author)) return "NotAllowed";
      if (!hasRole(team, author, "reviewer") && !hasRole(team, author, "coordinator")) return "NotAllowed";
      const before = team.shredded.get(act.desk) ?? new Set();
      if (act.folders.every((folder) => before.has(folder))) return "AlreadyThere";
      const folders = new Set([...before, ...act.folders]);
      return { ...team, shredded: new Map(team.shredded).set(act.desk, folders) };
    }
    case "RecoverySet": {
      if (!hasRole(team, author, "coordinator")) return "NotAllowed";
      const { set, recipient, signing, least, of } = act;
      if (least > of) return "NotAllowed";
      if (!isOfSuite(team.charter.suite, recipient)) return "WrongSuite";
      if (!isStrictKey(fromText(signing))) return "WeakKey";
      const known = [...team.devices.values(), ...team.recoveries];
      const isKnown = known.some((one) => one.recipient === recipient || one.signing === signing);
      if (isKnown || team.recoveries.some((one) => one.set === set)) return "AlreadyThere";
      const recovery = { set, recipient, signing, least, of, since: number, at };
      return { ...team, recoveries: [...team.recoveries, recovery] };
    }
  }
}
