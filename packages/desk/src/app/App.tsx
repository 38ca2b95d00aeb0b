/** Which door, which room. A locked or empty device shows a door; an open one shows the desk. */
import { useEffect, useState } from "react";
import { FormattedMessage } from "react-intl";

import { CaseFile } from "../screens/CaseFile.tsx";
import { Door } from "../screens/doors/Door.tsx";
import { Found } from "../screens/doors/Found.tsx";
import { Join } from "../screens/doors/Join.tsx";
import { Unlock } from "../screens/doors/Unlock.tsx";
import { People } from "../screens/People.tsx";
import { PhoneDesk } from "../screens/PhoneDesk.tsx";
import { Roster, type RosterPlace } from "../screens/Roster.tsx";
import { CallsProvider } from "./calls.tsx";
import { useStatus } from "./desk.tsx";
import { forgetSecret, useRoute, type Route } from "./route.ts";
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
  switch (route.page) {
    case "roster":
      return <Roster place={place} onPlace={setPlace} />;
    case "case":
      return <CaseFile key={route.case} case={route.case} />;
    case "people":
      return <People />;
    case "phone":
    case "found":
    case "enrol":
      return <PhoneDesk />;
  }
}
