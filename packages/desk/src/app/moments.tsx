/** Moments and days as people here read them. The zone is the machine's; the day's name helps more than its number. */
import { addDays, dayOf, type Moment } from "@answerable/casework";
import { FormattedDate, FormattedMessage, FormattedTime, useIntl } from "react-intl";

import { usePage } from "./desk.tsx";

export function When({ at, now }: { readonly at: Moment; readonly now: Moment }) {
  const { offsetMinutes } = usePage();
  const day = dayOf(at, offsetMinutes);
  const today = dayOf(now, offsetMinutes);
  const time = <FormattedTime value={at} />;
  return (
    <time dateTime={at}>
      <span className="on-screen">
        {day === today ? (
          <FormattedMessage id="when.today" values={{ time }} />
        ) : day === addDays(today, -1) ? (
          <FormattedMessage id="when.yesterday" values={{ time }} />
        ) : day === addDays(today, 1) ? (
          <FormattedMessage id="when.tomorrow" values={{ time }} />
        ) : (
          <FormattedMessage
            id="when.day"
            values={{
              time,
              day: (
                <FormattedDate
                  value={at}
                  day="numeric"
                  month="short"
                  {...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: "numeric" })}
                />
              ),
            }}
          />
        )}
      </span>
      {/* A sheet of paper is read on another day. */}
      <span className="on-paper">
        <FormattedDate
          value={at}
          day="numeric"
          month="short"
          year="numeric"
          hour="2-digit"
          minute="2-digit"
        />
      </span>
    </time>
  );
}

/** hh:mm:ss of the machine. */
export function Clock({ at }: { readonly at: Moment }) {
  return (
    <time dateTime={at}>
      <FormattedTime value={at} hour="2-digit" minute="2-digit" second="2-digit" hour12={false} />
    </time>
  );
}

/** Seconds as m:ss. */
export function minutesOf(from: Moment, to: Moment): string {
  const seconds = Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** A code of a region, a year, a day: `2001~` is read as about 2001. */
export function useBirthWords(): (birth: string) => string {
  const intl = useIntl();
  return (birth) => {
    const about = birth.endsWith("~");
    const plain = about ? birth.slice(0, -1) : birth;
    const shown = /^\d{4}-\d{2}-\d{2}$/.test(plain)
      ? intl.formatDate(`${plain}T12:00:00Z`, {
          day: "2-digit",
          month: "2-digit",
          year: "numeric",
          timeZone: "UTC",
        })
      : plain;
    return about ? intl.formatMessage({ id: "birth.about" }, { birth: shown }) : shown;
  };
}
