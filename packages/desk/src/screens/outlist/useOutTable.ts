/** The rows of a list that goes out, as the office gives them, in cells: the first few to look at, and all of it for the file. */
import type { OutListWish, OverviewPeriod } from "@answerable/casework";
import { overviewPeriods } from "@answerable/casework";
import { rosterLists, type RosterList } from "@answerable/replica";
import { useCallback, useMemo } from "react";
import { useIntl } from "react-intl";

import { useAnswer, usePage, useStatus } from "../../app/desk.tsx";
import { useLang } from "../../app/vocab.ts";
import type { Table } from "../../reading/write.ts";
import {
  countedRows,
  overviewColumns,
  queueColumns,
  rosterColumns,
  type Column,
  type Saying,
} from "./columns.ts";

export type OutWhat = Pick<OutListWish, "of" | "part" | "text">;

const LOOK = 5;
const PAGE = 500;
/** Longer than any queue. */
const ALL = 100_000;

export interface OutTable {
  /** undefined: not counted yet. */
  readonly total: number | undefined;
  readonly columns: readonly Pick<Column<never>, "id" | "label" | "use">[];
  readonly look: Table;
  /** All of it, as it is now. */
  readonly whole: () => Promise<Table>;
}

function rosterListOf(part: string): RosterList {
  return rosterLists.find((one) => one === part) ?? "all";
}
function periodOf(part: string): OverviewPeriod {
  return overviewPeriods.find((one) => one === part) ?? "today";
}

function useSaying(): Saying {
  const intl = useIntl();
  const lang = useLang();
  const { offsetMinutes } = usePage();
  const { members } = useStatus();
  return useMemo(
    () => ({
      lang,
      word: (id) => intl.formatMessage({ id }),
      // One way of writing a day, which every program reads.
      when: (at) =>
        new Date(Date.parse(at) + offsetMinutes * 60_000).toISOString().slice(0, 16).replace("T", " "),
      member: (id) => members.find((one) => one.id === id)?.name ?? "",
    }),
    [intl, lang, offsetMinutes, members],
  );
}

export function useOutTable({ of, part, text }: OutWhat, chosen: readonly string[]): OutTable {
  const { office } = usePage();
  const say = useSaying();
  const roster = useAnswer(
    of === "roster" ? { type: "OutRows", text, list: rosterListOf(part), from: 0, count: LOOK } : undefined,
  );
  const queue = useAnswer(of === "queue" ? { type: "Queue", count: LOOK } : undefined);
  const overview = useAnswer(of === "overview" ? { type: "Overview", period: periodOf(part) } : undefined);

  const tableOf = useCallback(
    <R>(columns: readonly Column<R>[], rows: readonly R[]): Table => {
      const taken = columns.filter(({ id }) => chosen.includes(id));
      return {
        headings: taken.map(({ label }) => say.word(label)),
        rows: rows.map((row) => taken.map(({ cell }) => cell(row, say))),
      };
    },
    [chosen, say],
  );

  const whole = useCallback(async (): Promise<Table> => {
    if (of === "queue") return tableOf(queueColumns, (await office.ask({ type: "Queue", count: ALL })).rows);
    if (of === "overview")
      return tableOf(
        overviewColumns,
        countedRows(await office.ask({ type: "Overview", period: periodOf(part) }), say),
      );
    // A case that moved between two pages is there once.
    const rows = new Map<string, Awaited<ReturnType<typeof page>>["rows"][number]>();
    const page = (from: number) =>
      office.ask({ type: "OutRows", text, list: rosterListOf(part), from, count: PAGE });
    for (let from = 0; ; from += PAGE) {
      const answer = await page(from);
      for (const row of answer.rows) rows.set(row.case, row);
      if (from + PAGE >= answer.total) break;
    }
    return tableOf(rosterColumns, [...rows.values()]);
  }, [office, of, part, text, say, tableOf]);

  if (of === "queue")
    return {
      total: queue?.total,
      columns: queueColumns,
      look: tableOf(queueColumns, queue?.rows ?? []),
      whole,
    };
  if (of === "overview") {
    const rows = overview ? countedRows(overview, say) : undefined;
    return {
      total: rows?.length,
      columns: overviewColumns,
      look: tableOf(overviewColumns, (rows ?? []).slice(0, LOOK)),
      whole,
    };
  }
  return {
    total: roster?.total,
    columns: rosterColumns,
    look: tableOf(rosterColumns, roster?.rows ?? []),
    whole,
  };
}
