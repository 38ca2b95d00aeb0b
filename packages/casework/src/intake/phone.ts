/** A telephone number in its normal form, E.164; the raw text is kept beside it always. */
import { parsePhoneNumberFromString, type CountryCode } from "libphonenumber-js/min";

export interface Phone {
  readonly e164: string;
  readonly pretty: string;
}

/** `8 (900) …` is read as Russian unless said otherwise, `0 67 …` as Ukrainian. undefined: no number that could be dialled. */
export function readPhone(raw: string, region: CountryCode = "RU"): Phone | undefined {
  const tries = [
    parsePhoneNumberFromString(raw, region),
    parsePhoneNumberFromString(raw, "UA"),
    parsePhoneNumberFromString(`+${raw.replace(/\D/gu, "")}`),
    // +8 912 …: a prefix of no country, written by who had learnt that a number begins with a plus.
    parsePhoneNumberFromString(raw.replace(/^\s*\+\s*8/u, "8"), region),
  ];
  const number =
    tries.find((found) => found?.isValid()) ?? (tries[0]?.isPossible() === true ? tries[0] : undefined);
  return number === undefined ? undefined : { e164: number.number, pretty: number.formatInternational() };
}
