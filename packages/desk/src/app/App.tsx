/** Which door, which room. A locked or empty device shows a door; an open one shows the desk. */
import type { CaseId } from "@answerable/casework";
import { useEffect, useState } from "react";
import { FormattedMessage } from "react-intl";

import { Answering } from "../screens/Answering.tsx";
import { Board } from "../screens/Board.tsx";
import { CaseFile } from "../screens/CaseFile.tsx";
import { Door } from "../screens/doors/Door.tsx";
import { Found } from "../screens/doors/Found.tsx";
import { Join } from "../screens/doors/Join.tsx";
import { Unlock } from "../screens/doors/Unlock.tsx";
import { Drafting } from "../screens/Drafting.tsx";
import { Due } from "../screens/Due.tsx";
import { Letter } from "../screens/Letter.tsx";
import { People } from "../screens/People.tsx";
import { PhoneDesk } from "../screens/PhoneDesk.tsx";
import { Review } from "../screens/Review.tsx";
import { Roster, type RosterPlace } from "../screens/Roster.tsx";
import { Soldier } from "../screens/Soldier.tsx";
import { CallsProvider } from "./calls.tsx";
import { useStatus } from "./desk.tsx";
import { forgetSecret, go, useRoute, type Route } from "./route.ts";
import { Shell } from "./Shell.tsx";

export function App() {
  const status = useStatus();
  const route = useRoute();
  const isOpen = status.phase === "open";
  const holdsSecret = route.page === "found" || route.page === "enrol";
  useEffect(() => {
    if (isOpen && holdsSecret) forgetSecret();
  }, [isOpen, holdsSecret]);

  switch (status.phase) {
    case "empty":
    case "enrolling":
      return route.page === "found" ? (
        <Found secret={route.secret} />
      ) : (
        <Join link={route.page === "enrol" ? route.link : ""} />
      );
    case "locked":
      return <Unlock />;
    case "broken":
      return (
        <Door title="broken.title">
          <p className="door-says">
            <FormattedMessage id={`broken.${status.broken ?? "disk"}`} />
          </p>
        </Door>
      );
    case "opening":
    case "open":
      return (
        <CallsProvider>
          <Shell>
            <Room route={route} />
          </Shell>
        </CallsProvider>
      );
  }
}

function Room({ route }: { readonly route: Route }) {
  // Where one was in the roster stays while one reads a case: a list of hundreds should not begin again at its top.
  const [place, setPlace] = useState<RosterPlace>({ text: "", list: "all", at: 0 });
  const [chosen, setChosen] = useState<readonly CaseId[]>([]);
  const list = route.page === "roster" ? route.list : undefined;
  const [pointed, setPointed] = useState<typeof list>();
  if (list !== pointed) {
    setPointed(list);
    if (list) setPlace({ text: "", list, at: 0 });
  }
  switch (route.page) {
    case "due":
      return <Due />;
    case "roster":
      return (
        <Roster
          place={place}
          onPlace={setPlace}
          onDraftFor={(cases) => {
            setChosen(cases);
            go({ page: "draft" });
          }}
        />
      );
    case "case":
      return <CaseFile key={route.case} case={route.case} />;
    case "soldier":
      return <Soldier key={route.case} case={route.case} />;
    case "review":
      return <Review />;
    case "people":
      return <People />;
    case "board":
      return <Board />;
    case "answering":
      return <Answering />;
    case "letter":
      return <Letter key={route.appeal} case={route.case} appeal={route.appeal} />;
    case "draft":
      return <Drafting key={route.case ?? ""} case={route.case} chosen={chosen} />;
    case "phone":
    case "found":
    case "enrol":
      return <PhoneDesk />;
  }
}
