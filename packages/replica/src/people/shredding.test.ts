/** A card proves nothing: what a device has the list destroy was ended by two, and one of them may confirm it. */
import type { Case, MemberId } from "@answerable/casework";
import { idFrom, type Act, type DeskId, type FolderId, type Role, type Team } from "@answerable/wire";
import { expect, test } from "vitest";

import { openShredding, type ShreddingDeps } from "./shredding.ts";

const spelled = (name: string) => new TextEncoder().encode(name.padEnd(16, "_"));
const [vera, nina, oleg] = [
  idFrom<MemberId>(spelled("vera")),
  idFrom<MemberId>(spelled("nina")),
  idFrom<MemberId>(spelled("oleg")),
];
const folder = idFrom<FolderId>(spelled("folder"));
const desk = idFrom<DeskId>(spelled("desk"));
const roles = new Map<string, readonly Role[]>([
  [vera, ["operator"]],
  [nina, ["reviewer"]],
  [oleg, ["operator"]],
]);
const team = {
  members: new Map(
    [...roles].map(([member, held]) => [member, { standing: { type: "Active" }, roles: held }]),
  ),
  shredded: new Map(),
} as unknown as Team; // as much of it as is asked

async function saidBy(
  member: MemberId,
  ended: { readonly leaving?: { readonly by: MemberId }; readonly shredded?: { readonly by: MemberId } },
  waiting = 0,
): Promise<readonly Act[]> {
  const said: Act[] = [];
  const present = { type: "Case", attachments: [], ...ended } as unknown as Case; // as above
  const shredding = openShredding({
    book: {
      desk,
      team: () => team,
      say: async (acts: readonly Act[]) => void said.push(...acts),
    } as unknown as ShreddingDeps["book"], // what the log answers is not asked
    member,
    copy: {
      folder: async () => ({ present, number: 1 }) as never,
      isHere: () => true,
      shred: async () => undefined,
      waitingIn: () => waiting,
    },
    slips: { dropOf: async () => undefined },
    fetch: async () => true,
  });
  shredding.heard({ folder, payload: { card: { t: "x" } } as never });
  await shredding.payDues();
  return said;
}

test("a case that one proposed and a reviewer confirmed is ended by whoever may confirm", async () => {
  const ended = { leaving: { by: vera }, shredded: { by: nina } };
  expect(await saidBy(nina, ended)).toMatchObject([{ type: "FoldersShredded", folders: [folder] }]);
  expect(await saidBy(oleg, ended)).toEqual([]);
  expect(await saidBy(nina, ended, 1)).toEqual([]);
});

test("a tombstone that somebody wrote by herself, or whom it is not given to, destroys nothing", async () => {
  expect(await saidBy(nina, {})).toEqual([]);
  expect(await saidBy(nina, { leaving: { by: vera } })).toEqual([]);
  expect(await saidBy(nina, { shredded: { by: nina } })).toEqual([]);
  expect(await saidBy(nina, { leaving: { by: nina }, shredded: { by: nina } })).toEqual([]);
  expect(await saidBy(nina, { leaving: { by: vera }, shredded: { by: oleg } })).toEqual([]);
});
