/** The work of the day: who is called back, who is on shift, what is urgent. */
export { answerDuty, type DutyOffice } from "./answer.ts";
export * from "./asked.ts";
