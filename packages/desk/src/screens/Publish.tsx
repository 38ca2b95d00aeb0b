/**
 * What becomes public: a release is drafted from the ledger and the facts, looked at exactly as it will be read, signed by two people,
 * and handed to the server. The first signature proposes it, the second, another person's, lets it out.
 */
import type { AgentId, FolderId } from "@answerable/casework";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer, usePage, useStatus } from "../app/desk.tsx";
import { Pick } from "../parts/Pick.tsx";
import { Desk } from "./publish/Desk.tsx";

export function Publish() {
  const intl = useIntl();
  const { newId, office } = usePage();
  const { helpline = "" } = useStatus();
  const [chosen, setChosen] = useState<FolderId>();
  const files = useAnswer({ type: "ClaimsFiles" })?.files;
  const id = chosen ?? files?.find(({ waits }) => waits)?.case ?? files?.[0]?.case;
  const answer = useAnswer(id === undefined ? undefined : { type: "ClaimsFile", case: id });
  const begin = () => {
    const folder = newId<FolderId>();
    const name = intl.formatMessage({ id: "publish.bookName" });
    void office.do({
      type: "EnterInLedger",
      case: folder,
      name,
      // The line itself is the first whom the ledger knows.
      entries: [{ type: "AgentEntered", agent: { id: "ag:line" as AgentId, type: "ngo", label: helpline } }],
    });
    setChosen(folder);
  };
  return (
    <div className="publish">
      <h1>
        <FormattedMessage id="publish.title" />
      </h1>
      <p className="says publish-says">
        <FormattedMessage id="publish.says" />
      </p>
      {files && files.length > 1 && id !== undefined && (
        <Pick
          label={intl.formatMessage({ id: "publish.book" })}
          entries={files.map((file) => ({ code: file.case, label: file.name }))}
          value={id}
          none=""
          onPick={setChosen}
        />
      )}
      {files?.length === 0 && (
        <>
          <p className="empty">
            <FormattedMessage id="publish.none" />
          </p>
          <p className="door-acts">
            <button type="button" className="button" onClick={begin}>
              <FormattedMessage id="publish.begin" />
            </button>
          </p>
        </>
      )}
      {answer?.type === "Fetching" && (
        <p className="says" role="status">
          <FormattedMessage id="publish.fetching" />
        </p>
      )}
      {answer?.type === "NotHere" && (
        <p className="wrong" role="alert">
          <FormattedMessage id="publish.notHere" />
        </p>
      )}
      {answer?.type === "Here" && <Desk key={answer.file.id} file={answer.file} id={answer.file.id} />}
    </div>
  );
}
