/** A rule proposes, a member says so, a reviewer who is another confirms. Until then it is taken back with one word. */
import { addDays } from "../day.ts";
import { inCase, type Decided, type Given } from "../decide/given.ts";
import { cardOf } from "../make-card.ts";
import { err, ok } from "../result.ts";
import { dutiesOf, may } from "../rights/right.ts";
import type { RetentionCommand } from "./command.ts";
import { expiryOf, KEPT_DAYS } from "./rule.ts";

export function decideRetention(given: Given, command: RetentionCommand): Decided {
  return inCase(given, command.case, (known) => {
    const { leaving } = known;
    const card = cardOf(known);
    const expiry = card.type === "Case" ? expiryOf(card, given.today) : undefined;
    switch (command.type) {
      case "ProposeExpiry":
        if (leaving) return err({ type: "AlreadySo", field: "leaving" });
        if (expiry?.standing !== "due") return err({ type: "NotYetExpired" });
        return ok([{ type: "ExpiryProposed", rule: expiry.rule }]);
      case "TakeBackExpiry":
        if (!leaving) return err({ type: "AlreadySo", field: "leaving" });
        return ok([{ type: "ExpiryTakenBack" }]);
      case "KeepCase":
        if (command.reason.trim() === "") return err({ type: "TextMissing", field: "reason" });
        return ok([{ type: "CaseKept", until: addDays(given.today, KEPT_DAYS), reason: command.reason }]);
      case "ShredCase": {
        const stand = { duties: dutiesOf(given.duties ?? []), isOwn: false, isOpen: false, hours: undefined };
        if (!may("confirm expiry", stand)) return err({ type: "NotYourDuty" });
        if (!leaving || expiry?.standing !== "due") return err({ type: "NotYetExpired" });
        if (leaving.by === given.by) return err({ type: "AnotherMustConfirm" });
        return ok([{ type: "CaseShredded", rule: leaving.rule, day: given.today }]);
      }
    }
  });
}
