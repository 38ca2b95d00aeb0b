/** How things stand on this device when a release is drafted or examined: the ledger, what families wish, the facts and the letters. */
import type { ClaimsFile, Day, FolderId } from "@answerable/casework";
import type { Filed, Standing, TableSpec } from "@answerable/press";
import type { Office, Status } from "@answerable/replica";

export interface Here {
  readonly id: FolderId;
  readonly file: ClaimsFile;
}

export async function readStanding(
  office: Office,
  { file }: Here,
  tables: readonly TableSpec[],
): Promise<Standing> {
  const span = spanOf(tables);
  const counted = span ? await office.ask({ type: "Facts", ...span }) : { facts: [] };
  const answering = await office.ask({ type: "Answering" });
  const wishing = (wish: "agreed" | "out"): readonly string[] =>
    file.wishes.flatMap((one) => (one.wish === wish ? [one.claim] : []));
  return {
    ledger: file.ledger,
    takenOut: wishing("out"),
    consented: wishing("agreed"),
    facts: counted.facts,
    answering,
    earlier: file.releases.map(({ text }) => text),
  };
}

/** undefined: nothing is counted. */
function spanOf(tables: readonly TableSpec[]): { readonly from: Day; readonly to: Day } | undefined {
  const [first] = tables.map(({ period }) => period.from).toSorted();
  const last = tables
    .map(({ period }) => period.to)
    .toSorted()
    .at(-1);
  return first !== undefined && last !== undefined ? { from: first, to: last } : undefined;
}

/** Where it will stand, and where a reply to it is left: the family's form of this very helpline. */
export function siteOf(
  { helpline = "", practice, fingerprint }: Pick<Status, "helpline" | "practice" | "fingerprint">,
  origin: string,
): Filed["site"] {
  return {
    name: { ru: helpline, uk: helpline, en: helpline },
    practice,
    address: `${origin}/record`,
    ...(fingerprint !== undefined && { form: `${origin}/write#${fingerprint}` }),
  };
}
