/** A case as its sheets tell it: who he is as far as anybody said, what was done, by whom, when, from whom we know it. */
import { numberToText, type CaseId } from "@answerable/casework";
import { FormattedDate, FormattedMessage } from "react-intl";

import { useAnswer } from "../app/desk.tsx";
import { Thread } from "./appeals/Thread.tsx";
import { Circle } from "./casefile/Circle.tsx";
import { Deeds, useDeeds } from "./casefile/Deeds.tsx";
import { Facts } from "./casefile/Facts.tsx";
import { Families } from "./casefile/Families.tsx";
import { Head } from "./casefile/Head.tsx";
import { Letters } from "./casefile/Letters.tsx";
import { Notes } from "./casefile/Notes.tsx";
import { Referrals } from "./casefile/Referrals.tsx";
import { SameSoldier } from "./casefile/SameSoldier.tsx";
import { Tasks } from "./casefile/Tasks.tsx";
import { Timeline } from "./casefile/Timeline.tsx";
import { ToldNumbers } from "./casefile/ToldNumbers.tsx";
import { Veils } from "./casefile/Veils.tsx";
import { Files } from "./files/Files.tsx";

export function CaseFile({ case: id }: { readonly case: CaseId }) {
  const answer = useAnswer({ type: "CaseFile", case: id });
  const deeds = useDeeds();
  if (!answer) return <p className="empty large" />;
  if (answer.type === "Shredded") {
    const day = <FormattedDate value={`${answer.day}T12:00:00Z`} timeZone="UTC" dateStyle="long" />;
    return (
      <div className="empty large">
        <h1 className="number">{numberToText(answer.number)}</h1>
        <p>
          <FormattedMessage id="case.shredded" values={{ day }} />{" "}
          <FormattedMessage id={`expiring.rule.${answer.rule}`} />
        </p>
      </div>
    );
  }
  if (answer.type !== "Here") {
    return (
      <div className="empty large">
        {"row" in answer && answer.row && <h1 className="name">{answer.row.name}</h1>}
        <p>
          <FormattedMessage
            id={
              answer.type === "Fetching"
                ? "case.fetching"
                : answer.type === "NotHere"
                  ? answer.damaged.length > 0
                    ? "case.damagedAll"
                    : "case.notHere"
                  : "case.unknown"
            }
          />
        </p>
      </div>
    );
  }
  const file = answer.case;
  return (
    <article className="case">
      <Head file={file} unsent={answer.unsent} mayGiveOut={answer.mayGiveOut} deeds={deeds} />
      {answer.damaged.map((damage) => (
        <p key={`${damage.what}${damage.number ?? ""}`} className="wrong" role="status">
          <FormattedMessage id="case.damaged" values={{ what: damage.what, number: damage.number ?? 0 }} />
        </p>
      ))}
      {file.unknown > 0 && (
        <p className="wrong" role="status">
          <FormattedMessage id="case.newer" values={{ count: file.unknown }} />
        </p>
      )}
      <Veils file={file} veils={answer.veils} deeds={deeds} />
      <Deeds deeds={deeds} />
      <div className="case-columns">
        <div className="case-main">
          <Families file={file} outside={answer.outside} deeds={deeds} />
          <Facts file={file} deeds={deeds} />
          <Thread file={file} deeds={deeds} />
          <Timeline file={file} />
        </div>
        <aside className="case-side">
          <SameSoldier file={file} deeds={deeds} />
          <Referrals file={file} />
          <Tasks file={file} deeds={deeds} />
          <Circle file={file} deeds={deeds} />
          <Letters file={file} />
          <ToldNumbers file={file} deeds={deeds} />
          <Files file={file} deeds={deeds} />
          <Notes file={file} deeds={deeds} />
        </aside>
      </div>
    </article>
  );
}
