/** Which door, which room. A locked or empty device shows a door; an open one shows the desk. */
import type { CaseId } from "@answerable/casework";
import type { Status } from "@answerable/replica";
import { useLayoutEffect, useState } from "react";
import { FormattedMessage } from "react-intl";

import { Advice } from "../screens/Advice.tsx";
import { AdviceProvider } from "../screens/advice/asking.tsx";
import { Answering } from "../screens/Answering.tsx";
import { Board } from "../screens/Board.tsx";
import { CaseFile } from "../screens/CaseFile.tsx";
import { CallBacks } from "../screens/day/CallBacks.tsx";
import { IncidentFile } from "../screens/day/IncidentFile.tsx";
import { Incidents } from "../screens/day/Incidents.tsx";
import { Overview } from "../screens/day/Overview.tsx";
import { ShiftRoom } from "../screens/day/ShiftRoom.tsx";
import { Door } from "../screens/doors/Door.tsx";
import { Found } from "../screens/doors/Found.tsx";
import { Join } from "../screens/doors/Join.tsx";
import { Recover } from "../screens/doors/Recover.tsx";
import { Unlock } from "../screens/doors/Unlock.tsx";
import { Drafting } from "../screens/Drafting.tsx";
import { Due } from "../screens/Due.tsx";
import { Expiring } from "../screens/Expiring.tsx";
import { Inbox } from "../screens/Inbox.tsx";
import { LedgerRoomOf } from "../screens/ledger/LedgerRoom.tsx";
import { Letter } from "../screens/Letter.tsx";
import { Lists } from "../screens/Lists.tsx";
import { OutList } from "../screens/OutList.tsx";
import { People } from "../screens/People.tsx";
import { PhoneDesk } from "../screens/PhoneDesk.tsx";
import { Publish } from "../screens/Publish.tsx";
import { Recovery } from "../screens/Recovery.tsx";
import { Review } from "../screens/Review.tsx";
import { Roster, type RosterPlace } from "../screens/Roster.tsx";
import { Safety } from "../screens/Safety.tsx";
import { Soldier } from "../screens/Soldier.tsx";
import { CallsProvider } from "./calls.tsx";
import { AtDesk, useStatus } from "./desk.tsx";
import { Gone, usePanicKey } from "./panic.tsx";
import { forgetSecret, go, hashOf, useRoute, type Route } from "./route.ts";
import { Shell } from "./Shell.tsx";
import { SlipsProvider } from "./slips.tsx";

export function App() {
  usePanicKey();
  const status = useStatus();
  const route = useRoute();
  const secret = useSecret(route, status.phase);

  switch (status.phase) {
    case "gone":
      return <Gone />;
    case "empty":
    case "enrolling": {
      if (route.page === "recover") return <Recover />;
      if (secret?.page === "found") return <Found secret={secret.secret} />;
      const link = secret?.link ?? "";
      return <Join key={link} link={link} />;
    }
    case "locked":
      return <Unlock key={status.travels ? "journey" : "home"} />;
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
        <AtDesk>
          <SlipsProvider>
            <CallsProvider>
              <AdviceProvider>
                <Shell>
                  <Room route={route} />
                </Shell>
              </AdviceProvider>
            </CallsProvider>
          </SlipsProvider>
        </AtDesk>
      );
  }
}

type Secret = Extract<Route, { readonly page: "found" | "enrol" }>;

/**
 * A secret that came in the address is taken out of it at once, so that nobody reads it there and no history leads back
 * to it; it is held here until the device is in.
 */
function useSecret(route: Route, phase: Status["phase"]): Secret | undefined {
  const [held, setHeld] = useState<Secret>();
  const given = route.page === "found" || route.page === "enrol" ? route : undefined;
  const isDone = phase === "open" || phase === "locked";
  if (given && !isDone && (!held || hashOf(held) !== hashOf(given))) setHeld(given);
  if (isDone && held) setHeld(undefined);
  const isInAddress = given !== undefined;
  useLayoutEffect(() => {
    if (isInAddress) forgetSecret();
  }, [isInAddress]);
  return given ?? held;
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
  const draftFor = (cases: readonly CaseId[]) => {
    setChosen(cases);
    go({ page: "draft" });
  };
  switch (route.page) {
    case "due":
      return <Due />;
    case "expiring":
      return <Expiring />;
    case "inbox":
      return <Inbox />;
    case "lists":
      return <Lists />;
    case "out":
      return <OutList key={route.of} of={route.of} place={place} />;
    case "overview":
      return <Overview onDraftFor={draftFor} />;
    case "incidents":
      return <Incidents />;
    case "incident":
      return <IncidentFile key={route.incident} incident={route.incident} onDraftFor={draftFor} />;
    case "advice":
      return <Advice />;
    case "queue":
      return <CallBacks />;
    case "shift":
      return <ShiftRoom />;
    case "roster":
      return <Roster place={place} onPlace={setPlace} onDraftFor={draftFor} />;
    case "case":
      return <CaseFile key={route.case} case={route.case} />;
    case "soldier":
      return <Soldier key={route.case} case={route.case} />;
    case "review":
      return <Review />;
    case "publish":
      return <Publish />;
    case "people":
      return <People />;
    case "recovery":
      return <Recovery />;
    case "safety":
      return <Safety />;
    case "board":
      return <Board />;
    case "answering":
      return <Answering />;
    case "ledger":
      return <LedgerRoomOf route={route} />;
    case "letter":
      return <Letter key={route.appeal} case={route.case} appeal={route.appeal} />;
    case "draft":
      return <Drafting key={route.case ?? ""} case={route.case} chosen={chosen} />;
    case "phone":
    case "found":
    case "enrol":
    case "recover":
      return <PhoneDesk />;
  }
}
