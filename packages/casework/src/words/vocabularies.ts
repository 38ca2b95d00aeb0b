/** Every vocabulary of the desk, in one place. */
export {
  codeOf,
  codesOf,
  isCode,
  labelOf,
  langs,
  vocabulary,
  ownWords,
  type Code,
  type Label,
  type Lang,
  type Vocabulary,
} from "./vocabulary.ts";
export { skipReasons, tryResults } from "./call-backs.ts";
export { channels, consentScopes, contactKinds, dispositions, relations, sources } from "./call.ts";
export { caseKinds, factFields, fates, services, serviceStates, whereabouts } from "./soldier.ts";
export { grievanceGroups, grievances, groupOf, type Grievance } from "./grievances.ts";
export { outcomes, safetyAnswers, stages, standings, taskKinds, urgencies } from "./work.ts";
