/** The half-written words of a paper office. */
import type { Office, Slip } from "@answerable/replica";

export function openPaperSlips(): Pick<Office, "keepSlip" | "dropSlip" | "slips"> {
  const slips = new Map<string, Slip>();
  return {
    keepSlip: async (slip) => {
      slips.set(slip.place, slip);
      return { ok: true, value: undefined };
    },
    dropSlip: async (place) => void slips.delete(place),
    slips: async () => [...slips.values()],
  };
}
