/** The ledger: which claims file, and where in it. */
import type { FolderId } from "@answerable/casework";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";

import { useAnswer, usePage } from "../../app/desk.tsx";
import type { LedgerRoute } from "../../app/ledger-route.ts";
import { go, hashOf } from "../../app/route.ts";
import { useSlip } from "../../app/slips.tsx";
import { Line } from "../../parts/Line.tsx";
import { Deeds, useDeeds } from "../casefile/Deeds.tsx";
import { Compare } from "./Compare.tsx";
import { Enter } from "./Enter.tsx";
import { IncidentPage } from "./IncidentPage.tsx";
import { freshPlace, Incidents } from "./Incidents.tsx";
import { SameOrigins } from "./SameOrigins.tsx";

const files = { type: "ClaimsFiles" } as const;

export function LedgerRoomOf({ route }: { readonly route: LedgerRoute }) {
  const answer = useAnswer(files);
  const here = answer?.files ?? [];
  // Where one was in the list stays while one reads an incident.
  const [place, setPlace] = useState(freshPlace);
  const file = route.file ?? (here.length === 1 ? here[0]?.case : undefined);
  if (!answer) return null;
  if (file === undefined) return <Files />;
  const { room } = route;
  switch (room.at) {
    case "list":
      return <Incidents key={file} file={file} place={place} onPlace={setPlace} />;
    case "incident":
      return <IncidentPage key={room.incident} file={file} incident={room.incident} />;
    case "loose":
      return <IncidentPage key="" file={file} incident="" />;
    case "enter":
      return <Enter key={hashOf(route)} file={file} room={room} />;
    case "compare":
      return <Compare key={hashOf(route)} file={file} left={room.left} right={room.right} />;
    case "same":
      return <SameOrigins key={file} file={file} />;
  }
}

function Files() {
  const here = useAnswer(files)?.files ?? [];
  return (
    <div className="board">
      <header className="board-top">
        <h1>
          <FormattedMessage id="place.ledger" />
        </h1>
      </header>
      {here.length === 0 && (
        <p className="empty large">
          <FormattedMessage id="ledger.none" />
        </p>
      )}
      <NewFile />
      <ul className="board-letters">
        {here.map((file) => (
          <li key={file.case} className="ledger-file">
            <a className="name" href={hashOf({ page: "ledger", file: file.case, room: { at: "list" } })}>
              {file.name}
            </a>
            <small>
              <FormattedMessage
                id="ledger.counts"
                values={{ incidents: file.incidents, claims: file.claims, shown: file.incidents }}
              />
            </small>
          </li>
        ))}
      </ul>
    </div>
  );
}

function NewFile() {
  const intl = useIntl();
  const { newId } = usePage();
  const deeds = useDeeds();
  const { words, write, drop } = useSlip("ledger/new", { name: "" });
  const name = words.name.trim();
  async function open(): Promise<void> {
    const file = newId<FolderId>();
    const entries = [{ type: "LedgerHeaded", heading: { title: name } }] as const;
    if (!(await deeds.run({ type: "EnterInLedger", case: file, name, entries }))) return;
    drop();
    go({ page: "ledger", file, room: { at: "list" } });
  }
  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name !== "") void open();
      }}
    >
      <Line
        label={intl.formatMessage({ id: "ledger.newFile" })}
        value={words.name}
        onWrite={(text) => write({ name: text })}
      />
      <button type="submit" className="button" disabled={name === ""}>
        <FormattedMessage id="ledger.newFile.open" />
      </button>
      <Deeds deeds={deeds} />
    </form>
  );
}
