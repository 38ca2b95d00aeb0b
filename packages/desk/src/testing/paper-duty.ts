/** The work of the day on paper: the real rules over the folders in memory; nobody else takes a lease. */
import {
  addMinutes,
  answerDuty,
  answerIncident,
  cardOf,
  dayOf,
  inClustersOf,
  isDutyQuery,
  isIncidentQuery,
  isOverviewQuery,
  isIn,
  mayHere,
  moscowZone,
  ok,
  overviewOf,
  queueFolderOf,
  queueOf,
  surgeOf,
  veiledOverview,
  type Command,
  type DutyOffice,
  type Duty,
  type DutyQuery,
  type Folder,
  type FolderId,
  type HeldCallBack,
  type IncidentAnyQuery,
  type MemberId,
  type Moment,
  type OverviewQuery,
} from "@answerable/casework";
import type { Office } from "@answerable/replica";

interface Deps {
  readonly me: MemberId;
  readonly duties: () => readonly Duty[];
  readonly now: () => Moment;
  readonly folders: ReadonlyMap<FolderId, Folder>;
  readonly shift: FolderId;
  readonly isOnline: () => boolean;
  readonly changed: () => void;
}

export type OfTheDay = DutyQuery | OverviewQuery | IncidentAnyQuery;

export function isOfTheDay(query: { readonly type: string }): query is OfTheDay {
  return isOverviewQuery(query) || isIncidentQuery(query) || isDutyQuery(query);
}

const MOSCOW = 180;

export function openPaperDuty({ me, duties, now, folders, shift, isOnline, changed }: Deps) {
  let held: HeldCallBack | undefined;
  function office(): DutyOffice {
    const at = now();
    const cards = [...folders].map(([id, folder]) => [id, cardOf(folder)] as const);
    const cases = () => cards.flatMap(([id, card]) => (card.type === "Case" ? [{ case: id, card }] : []));
    const shifts = cards.flatMap(([id, card]) => (card.type === "Shift" ? [{ folder: id, card }] : []));
    const turns = shifts.flatMap(({ card }) => card.turns);
    const queued = cards.flatMap(([id, card]) => queueFolderOf(id, card) ?? []);
    return {
      me,
      now: at,
      isSurge: surgeOf(turns, () => true).isOn,
      zone: moscowZone,
      folders: () => queued,
      held,
      urgent: () => cases().filter(({ card }) => isIn("urgent", card, { me, now: at })),
      shifts: () => shifts,
      since: (minute) =>
        cards.flatMap(([, card]) => (card.contacts.some(([when]) => when >= minute) ? [card] : [])),
      closed: () => cases().filter(({ card }) => card.stage === "closed"),
      shift,
      dayBegan: Date.parse(`${dayOf(at, MOSCOW)}T00:00:00Z`) / 60_000 - MOSCOW,
      isCoordinator: true,
      mayTurn: () => true,
    };
  }
  const takeCallBack: Office["takeCallBack"] = async ({ task }) => {
    const at = office();
    const items = queueOf(at.folders(), at);
    const item = items.find((one) => (task === undefined ? one.standing.type === "now" : one.task === task));
    if (!item) return { ok: false, refusal: { type: task === undefined ? "QueueEmpty" : "CalledByAnother" } };
    held = {
      task: item.task,
      folder: item.folder,
      until: addMinutes(now(), 20),
      isLeased: isOnline(),
    };
    changed();
    return ok(held);
  };
  const mayGather = () => mayHere("gather", duties());
  const cards = () => [...folders].map(([folder, file]) => ({ folder, card: cardOf(file), soldier: folder }));
  const overview = ({ period }: OverviewQuery) => {
    const answer = overviewOf(cards(), period, { now: Date.parse(now()), dayBegan: office().dayBegan });
    return mayGather() ? answer : veiledOverview(answer);
  };
  const incidents = (query: IncidentAnyQuery) =>
    answerIncident(
      {
        mayGather: mayGather(),
        // On paper there is no secret: a name of its own for each.
        folderOf: (happening) =>
          btoa(encodeURI(happening)).replace(/\W/gu, "").slice(-22).padStart(22, "_") as FolderId,
        fronts: () =>
          cards().flatMap(({ folder, card }) => (card.type === "Incident" ? [{ folder, card }] : [])),
        rows: () => inClustersOf(cards()),
        card(id) {
          const file = folders.get(id);
          const card = file && cardOf(file);
          return card?.type === "Case" ? card : undefined;
        },
        async file(id) {
          const file = folders.get(id);
          return file?.type === "Incident" ? file : undefined;
        },
      },
      query,
    );
  return {
    office,
    answer: async (query: OfTheDay) => {
      if (isOverviewQuery(query)) return overview(query);
      return isIncidentQuery(query) ? incidents(query) : answerDuty(query, office());
    },
    takeCallBack,
    async freeCallBack() {
      held = undefined;
      changed();
    },
    said(command: Command) {
      if (command.type === "TryCallBack" || command.type === "SkipCallBack") held = undefined;
    },
  };
}
