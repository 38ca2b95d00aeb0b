/** The board: every letter of the desk, and the one date of each that matters now. */
import { boardLists, type BoardList, type BoardQuery } from "@answerable/casework";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer, useStatus } from "../app/desk.tsx";
import { hashOf } from "../app/route.ts";
import { useLang } from "../app/vocab.ts";
import { BoardLetters } from "./appeals/BoardLetters.tsx";
import { BoardTools } from "./appeals/BoardTools.tsx";
import { Filter } from "./appeals/Filter.tsx";

const PAGE = 100;

export function Board() {
  const intl = useIntl();
  const lang = useLang();
  const { members } = useStatus();
  const [list, setList] = useState<BoardList>("open");
  const [filter, setFilter] = useState<Pick<BoardQuery, "office" | "region" | "ground" | "owner">>({});
  const [count, setCount] = useState(PAGE);
  const answer = useAnswer<BoardQuery>({ type: "Board", list, from: 0, count, lang, ...filter });
  const choose = (part: keyof typeof filter) => (id: string | undefined) => {
    const { [part]: _, ...rest } = filter;
    setFilter(id === undefined ? rest : { ...rest, [part]: id });
    setCount(PAGE);
  };
  const nameOf = (id: string) => members.find((member) => member.id === id)?.name ?? id;
  const regionName = (id: string) => (/^[A-Z]{2}-/u.test(id) ? id.slice(3) : id);
  return (
    <div className="board">
      <header className="board-top">
        <h1>
          <FormattedMessage id="place.board" />
        </h1>
        <BoardTools unsent={answer?.lists.unsent ?? 0} />
      </header>
      <div className="board-lists" role="group" aria-label={intl.formatMessage({ id: "board.lists" })}>
        {boardLists.map((one) => (
          <button
            key={one}
            type="button"
            className="list"
            aria-pressed={list === one}
            onClick={() => {
              setList(one);
              setCount(PAGE);
            }}
          >
            <span>
              <FormattedMessage id={`board.${one}`} />
            </span>
            <b>{answer ? intl.formatNumber(answer.lists[one]) : ""}</b>
          </button>
        ))}
        <a className="list" href={hashOf({ page: "answering" })}>
          <FormattedMessage id="answering.title" />
        </a>
      </div>
      <div className="board-filters">
        <Filter name="office" choices={answer?.offices} value={filter.office} onChoose={choose("office")} />
        <Filter
          name="region"
          choices={answer?.regions.map((one) => ({ ...one, words: regionName(one.id) }))}
          value={filter.region}
          onChoose={choose("region")}
        />
        <Filter name="ground" choices={answer?.grounds} value={filter.ground} onChoose={choose("ground")} />
        <Filter
          name="owner"
          choices={answer?.owners.map((one) => ({ ...one, words: nameOf(one.id) }))}
          value={filter.owner}
          onChoose={choose("owner")}
        />
      </div>
      {answer && answer.total === 0 ? (
        <p className="empty large">
          <FormattedMessage id={`board.none.${list}`} />
        </p>
      ) : (
        <BoardLetters rows={answer?.rows ?? []} />
      )}
      {answer && answer.total > answer.rows.length && (
        <button type="button" className="button" onClick={() => setCount(count + PAGE * 4)}>
          <FormattedMessage id="board.more" values={{ count: answer.total - answer.rows.length }} />
        </button>
      )}
      <p className="says">
        <FormattedMessage id="notAdvice" />
      </p>
    </div>
  );
}
