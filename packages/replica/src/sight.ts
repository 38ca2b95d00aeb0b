/**
 * What this member may see at this moment without asking, by her duties in the team log, and what she has asked for. A card cannot
 * say that she asked: what was asked for here is remembered while the office is open, and the folder remembers it for good.
 */
import {
  hiddenFields,
  isShownStill,
  masked,
  mayHere,
  standAtCard,
  type CaseCard,
  type CaseId,
  type Command,
  type Deed,
  type Duty,
  type FolderId,
  type HotField,
  type Onlooker,
  type MemberId,
  type Moment,
} from "@answerable/casework";

export interface Sight {
  /** Of no case in particular. */
  readonly may: (deed: Deed) => boolean;
  readonly looking: () => Onlooker;
  readonly isHidden: (id: CaseId, card: CaseCard, field: HotField) => boolean;
  /** As many as there are: each in words, or masked. */
  readonly unitsOf: (of: { readonly case: CaseId; readonly card: CaseCard }) => readonly string[];
  /** A command was done. */
  readonly said: (command: Command) => void;
}

export interface SightDeps {
  readonly member: MemberId;
  readonly duties: () => readonly Duty[];
  readonly now: () => Moment;
  /** The folder of the call-back that she has taken. */
  readonly calls: () => FolderId | undefined;
}

export function openSight({ member, duties, now, calls }: SightDeps): Sight {
  const asked = new Map<string, Moment>();
  const looking = () => ({ me: member, duties: duties(), now: now(), calls: calls() });
  const isHidden: Sight["isHidden"] = (id, card, field) => {
    const isShown = (one: HotField) => {
      const at = asked.get(`${id} ${one}`);
      return at !== undefined && isShownStill(at, now());
    };
    return hiddenFields(standAtCard(card, looking()), isShown).includes(field);
  };
  return {
    may: (deed) => mayHere(deed, duties()),
    looking,
    isHidden,
    unitsOf: ({ case: id, card }) =>
      card.units.length > 0 && isHidden(id, card, "unit") ? card.units.map(() => masked) : card.units,
    said(command) {
      if (command.type === "AskToSee") asked.set(`${command.case} ${command.field}`, now());
    },
  };
}
