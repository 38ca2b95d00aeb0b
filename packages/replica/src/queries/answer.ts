/** Which question is answered where. Every kind of query has its case here and its answer in a file of its own. */
import {
  answerDuty,
  isAppealsQuery,
  isDutyQuery,
  isLedgerQuery,
  isIncidentQuery,
  isOverviewQuery,
  veiledOverview,
  type MemberId,
} from "@answerable/casework";

import type { Inbox } from "../inbox.ts";
import type { Incoming } from "../incoming/incoming.ts";
import type { Pass } from "../likeness/pass.ts";
import type { CountersAnswer, Query } from "../office.ts";
import { answerTeam, type TeamAsking } from "../people/team-answer.ts";
import { answerAboutAppeals } from "./appeals.ts";
import { answerCaseFile, type CaseFileDeps } from "./case-file.ts";
import { answerCounters } from "./counters.ts";
import { dutyOffice, shownDuty, type DutyDeps } from "./duty.ts";
import { answerExpiring } from "./expiring.ts";
import { answerDrop, answerInbox } from "./inbox.ts";
import { answerAboutIncidents, type IncidentDeps } from "./incidents.ts";
import { answerLedgerQuery } from "./ledger.ts";
import { answerMatches } from "./matches.ts";
import { answerOutLists, answerOutRows } from "./outgoing.ts";
import { answerOverview } from "./overview.ts";
import { answerRecord, isRecordQuery } from "./record.ts";
import { answerReview } from "./review.ts";
import { answerRoster, type Today } from "./roster.ts";
import { answerSoldier } from "./soldier.ts";
import { answerTasks } from "./tasks.ts";

export interface Answering extends CaseFileDeps, DutyDeps, IncidentDeps {
  readonly inbox: Inbox;
  readonly incoming: Incoming;
  readonly pass: Pass;
  readonly member: MemberId;
  readonly today: Today;
  readonly team: TeamAsking;
}

/** `patient`: a folder that is not here is waited for. */
export function answerTo(query: Query, deps: Answering, patient: boolean): unknown {
  const { likeness, today } = deps;
  if (isRecordQuery(query)) return answerRecord(deps, query, patient);
  if (isLedgerQuery(query)) return answerLedgerQuery(deps, query, patient);
  if (isOverviewQuery(query)) {
    const answer = answerOverview(likeness, query, today);
    return deps.sight.may("gather") ? answer : veiledOverview(answer);
  }
  if (isIncidentQuery(query)) return answerAboutIncidents(deps, query);
  if (isDutyQuery(query))
    return dutyOffice(deps, today).then((office) => shownDuty(answerDuty(query, office)));
  if (isAppealsQuery(query)) return answerAboutAppeals(deps, query, today);
  switch (query.type) {
    case "Team":
      return answerTeam(deps.team);
    case "List":
      return deps.incoming.answer(query);
    case "Lists":
      return deps.incoming.lists();
    case "Roster":
      return answerRoster(likeness, query, deps);
    case "Matches":
      return answerMatches(likeness, query, today);
    case "Review":
      return answerReview(deps, query);
    case "Soldier":
      return answerSoldier(likeness, query.case, deps.sight);
    case "CaseFile":
      return answerCaseFile(deps, query.case, patient);
    case "Counters": {
      const counted = answerCounters(likeness, today);
      const answer: CountersAnswer = {
        ...counted,
        queues: { ...counted.queues, letters: deps.inbox.waiting() },
      };
      return answer;
    }
    case "Inbox":
      return answerInbox(deps.inbox, query, deps.sight);
    case "Drop":
      return answerDrop(deps.inbox, query, deps.sight);
    case "Expiring":
      return answerExpiring(deps.roster, today);
    case "OutRows":
      return answerOutRows(likeness, query, deps);
    case "OutLists":
      return deps.shiftOf(today.day).then((shift) => answerOutLists(deps.roster, { ...deps, shift }));
    case "Tasks":
      return answerTasks(deps.roster, query, today);
  }
}
