/** Every question about appeals comes through here, in the worker of a device as on the paper office of a test. */
import { answeringOf } from "../board/answering.ts";
import { icsOf } from "../board/ics.ts";
import { answerAdvice } from "./advice.ts";
import type { AppealsAnswer, AppealsQuery } from "./asked.ts";
import { allLines, answerBoard } from "./board.ts";
import { answerDrafting, answerLetters } from "./letters.ts";
import type { AppealsOffice } from "./office.ts";
import { answerThread } from "./thread.ts";

const types: Readonly<Record<AppealsQuery["type"], true>> = {
  Board: true,
  Answering: true,
  Thread: true,
  Letters: true,
  Drafting: true,
  Calendar: true,
  Advice: true,
};

export function isAppealsQuery(query: { readonly type: string }): query is AppealsQuery {
  return Object.hasOwn(types, query.type);
}

export async function answerAppeals<Q extends AppealsQuery>(
  query: Q,
  office: AppealsOffice,
): Promise<AppealsAnswer<Q>> {
  return (await answer(query, office)) as AppealsAnswer<Q>; // each case below gives its own
}

async function answer(query: AppealsQuery, office: AppealsOffice): Promise<AppealsAnswer<AppealsQuery>> {
  switch (query.type) {
    case "Board":
      return answerBoard(office, query);
    case "Answering":
      return answeringOf([...allLines(office)].map(({ line }) => line));
    case "Thread":
      return answerThread(office, query);
    case "Letters":
      return answerLetters(office, query);
    case "Drafting":
      return answerDrafting(office, query);
    case "Advice":
      return answerAdvice(office, query);
    case "Calendar":
      return {
        file: icsOf(
          [...allLines(office)].map(({ line }) => line),
          office.today,
          query.lang,
        ),
      };
  }
}
