/**
 * Note: Lines that come late. A list is taken back while another device has lines of it on their way: when they arrive they are taken back
 * too, by the first device of a coordinator that has them and nothing else to do. Two that do it at once do it once.
 *
 * Must stay true: on every device that has everything, a list that was taken back, and not laid again since, has no line that stands.
 */
import type { CardList, CaseId, Command, Folder, FolderId, ListId } from "@answerable/casework";

import type { Likeness } from "../likeness/likeness.ts";
import type { Recorded } from "../record.ts";
import { casesOfList, listsOnCards } from "./on-cards.ts";
import { eachOf } from "./pace.ts";

export interface LateLinesDeps {
  readonly likeness: Pick<Likeness, "roster" | "watchChanged">;
  /** Puts a command into its folder, and says nothing of it to the line or the screens. */
  readonly record: (command: Command) => Promise<Recorded>;
  readonly isCoordinator: () => boolean;
  /** undefined: it cannot be had now. */
  readonly folder: (folder: FolderId) => Promise<Folder | undefined>;
}

export interface LateLines {
  /** How many were taken back now. */
  readonly takeBack: (breathe: () => Promise<boolean>) => Promise<number>;
}

export function openLateLines({ likeness, record, isCoordinator, folder }: LateLinesDeps): LateLines {
  const { roster } = likeness;
  const changed = likeness.watchChanged();
  /** Lists that are taken back and whose lines on all cards were looked at; since then only cards that changed are. */
  let looked = new Set<ListId>();

  async function lateOf({ list }: CardList, fresh: ReadonlySet<number>, breathe: () => Promise<boolean>) {
    const rows = roster.fromLists().filter((row) => !looked.has(list) || fresh.has(row));
    return casesOfList(roster, { list, rows }, breathe);
  }

  /** It is being brought in again here, and its folder says so as soon as it is sent. */
  const isLaidHere = (list: ListId): boolean => {
    const row = roster.row(list as unknown as FolderId); // the id of a list is that of its folder
    return row !== undefined && roster.card(row)?.unsent === true;
  };

  /** Why it was taken back, in the words of whoever did it. */
  async function reasonOf(list: ListId): Promise<string> {
    const of = await folder(list as unknown as FolderId); // the id of a list is that of its folder
    return (
      (of?.type === "Shift" ? of.lists.find((one) => one.list === list)?.takenBack?.reason : undefined) ?? ""
    );
  }

  return {
    async takeBack(breathe) {
      const fresh = new Set(changed());
      if (!isCoordinator()) return 0;
      const back = listsOnCards(roster).filter(({ takenBack }) => takenBack !== undefined);
      looked = new Set([...looked].filter((list) => back.some((one) => one.list === list)));
      let taken = 0;
      for (const one of back) {
        const cases = await lateOf(one, fresh, breathe);
        if (!cases) {
          looked = new Set();
          return taken;
        }
        looked.add(one.list);
        if (cases.length === 0) continue;
        const list = one.list;
        const reason = await reasonOf(list);
        let left = 0;
        const goesOn = async () => (await breathe()) && !isLaidHere(list);
        const isWhole = await eachOf(cases, goesOn, async (id: CaseId) => {
          if (isLaidHere(list)) return;
          const said = await record({ type: "TakeRowsBack", case: id, list, reason });
          if (said.ok) taken += 1;
          else if (said.refusal.type !== "AlreadySo") left += 1;
        });
        // What could not be had is looked for once more.
        if (!isWhole || left > 0) looked.delete(list);
      }
      return taken;
    },
  };
}
