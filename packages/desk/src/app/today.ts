/** The day where this desk sits. It turns at midnight, so it is asked again every minute. */
import { dayOf, type Day } from "@answerable/casework";

import { useClock, usePage } from "./desk.tsx";

export function useToday(): Day {
  const { offsetMinutes } = usePage();
  return dayOf(useClock(60), offsetMinutes);
}
