/**
 * A case goes from one desk to another, by somebody who has the keys of both: two folders, two keys, nothing shared but what was told.
 * Interrupted anywhere it can be said again: the first desk names the case at the second before it is there, and nothing is there twice.
 * Two who refer it in the same moment open one folder; what the second knew beyond the first is added to it.
 *
 * Must stay true: without the family's word nothing is written at the other desk.
 */
import type { Case, CaseId, Folder, ReferralId, Result } from "@answerable/casework";
import { Unreachable, WireRefusal, type FolderId } from "@answerable/wire";

import type { DeskId, Refer, ReferRefusal, ShowRefusal } from "./office.ts";
import type { Session } from "./session-deps.ts";

export interface ReferDeps {
  readonly here: () => Promise<Session | undefined>;
  readonly behind: (desk: DeskId) => Promise<Session | ShowRefusal["type"]>;
}

type Referred = Result<{ readonly folder: FolderId }, ReferRefusal>;

export async function refer({ here, behind }: ReferDeps, wish: Refer): Promise<Referred> {
  const from = await here();
  if (!from) return { ok: false, refusal: { type: "Locked" } };
  const to = await behind(wish.desk);
  if (typeof to === "string") return { ok: false, refusal: { type: to } };
  const known = await knownOf(from, wish.case);
  if (!known) return { ok: false, refusal: { type: "Unreachable" } };
  const begun = known.referrals.find((one) => one.way === "out" && one.desk === wish.desk && !one.back);
  const { referral, other } = begun ?? namesOf(from, to, { case: wish.case, known });
  const { consent, reason } = begun ?? wish;
  if (!begun) {
    const deskName = nameAt(from, wish.desk);
    const said = await from.do({ type: "ReferCase", ...wish, referral, other, deskName });
    if (!said.ok) return said;
  }
  const received = await to.do({
    type: "ReceiveCase",
    case: other,
    referral,
    desk: from.desk,
    deskName: nameAt(to, from.desk),
    other: wish.case,
    consent,
    reason,
    known,
  });
  return received.ok || received.refusal.type === "AlreadySo"
    ? { ok: true, value: { folder: other } }
    : received;
}

export async function sendBack(
  { here, behind }: ReferDeps,
  { case: id, reason }: { readonly case: CaseId; readonly reason: string },
): Promise<Referred> {
  const from = await here();
  if (!from) return { ok: false, refusal: { type: "Locked" } };
  const one = referralsOf((await from.copy.folder(id)).present).findLast(
    ({ way, back }) => way === "in" && !back,
  );
  if (!one) return { ok: false, refusal: { type: "NoSuchCase" } };
  const home = await behind(one.desk as DeskId); // as the device that brought it here wrote it
  if (typeof home === "string") return { ok: false, refusal: { type: home } };
  const { referral, other } = one;
  const taken = await home.do({ type: "TakeCaseBack", case: other, referral, reason });
  if (!taken.ok && taken.refusal.type !== "AlreadySo") return taken;
  return from.do({ type: "SendCaseBack", case: id, referral, reason });
}

/** Two who refer it at once, each on her own device, give it the same names. */
function namesOf(from: Session, to: Session, of: { readonly case: CaseId; readonly known: Case }) {
  const before = of.known.referrals.filter(({ way, desk }) => way === "out" && desk === to.desk).length;
  const { referral, folder } = to.referralNames({ desk: from.desk, case: of.case, before });
  return { referral: referral as unknown as ReferralId, other: folder }; // an id is an id
}

const referralsOf = (present: Folder | undefined) => (present?.type === "Case" ? present.referrals : []);

function nameAt(session: Session, desk: DeskId): string {
  const number = [...session.teamAtHand().desks.keys()].indexOf(desk) + 1;
  return session.nameOf(desk)?.name ?? String(number);
}

/** The case as the server has it by now, with what everybody said. undefined: it cannot be had whole. */
async function knownOf(from: Session, id: CaseId): Promise<Case | undefined> {
  try {
    await from.sendAll();
    const { key, present, damaged } = await from.copy.pullFolder(id);
    if (!key || damaged.length > 0 || from.copy.waitingIn(id) > 0) return undefined;
    return present?.type === "Case" ? present : undefined;
  } catch (problem) {
    if (problem instanceof Unreachable || problem instanceof WireRefusal) return undefined;
    throw problem;
  }
}
