/** The work of the day: who is called back, who is on shift, what is urgent, whether it storms. */
export { answerDuty, type CaseAt, type DutyOffice, type ShiftAt } from "./answer.ts";
export * from "./asked.ts";
export { isDutyCommand, type DutyCommand } from "./command.ts";
export { dueOf, toldTo, type ToldTo } from "./escalation.ts";
export { isDutyEvent, type DutyEvent } from "./event.ts";
export { isOnShift, type CardHandOver } from "./shift-card.ts";
export { served, staffingFor, usualStaffing, type Staffing } from "./staffing.ts";
export { surgeOf, type Surge } from "./surge.ts";
