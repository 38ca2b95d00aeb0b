/**
 * The article's record becomes public as any would: one person drafts and signs, an invented colleague examines it on her own device and
 * signs, and the archive is handed to the server. No figures are counted: a practice helpline has too few cases for any.
 */
import type { ClaimsFile, Day, FolderId, Moment } from "@answerable/casework";
import { archiveOf, examineRelease, prepareRelease, signedRelease, type Standing } from "@answerable/press";
import type { Enrolling, Office, Status } from "@answerable/replica";

export interface PublishingDeps {
  readonly office: Office;
  /** Another device, without a helpline yet: the second person's. */
  readonly colleague: Office;
  readonly origin: string;
  readonly today: Moment;
  readonly passphrase: string;
}

const quiet = (): void => undefined;

/** Throws where anything is refused: the data is ours. */
export async function publishArticle(deps: PublishingDeps): Promise<void> {
  const { office, colleague, origin, today } = deps;
  await bringInColleague(deps);
  const [row] = (await office.ask({ type: "ClaimsFiles" })).files;
  if (!row) throw new Error("the practice ledger is not there");
  const { helpline = "", fingerprint = "" } = office.status();
  const first = await fileAt(office, row.case, () => true);
  const prepared = prepareRelease(
    {
      ...standingOf(first),
      on: today.slice(0, 10) as Day, // a moment begins with its day
      tables: [],
      site: {
        name: { ru: helpline, uk: "Навчальна лінія", en: "Practice line" },
        practice: true,
        address: `${origin}/record`,
        form: `${origin}/write#${fingerprint}`,
      },
    },
    quiet,
  );
  if (!prepared.ok) throw new Error(`the article is not to be printed: ${JSON.stringify(prepared.refusal)}`);
  const { text, manifest, hash, printable } = prepared.value;
  const { number, on } = printable;
  const signed = await signedBy(office, { release: number, manifest });
  await done(
    office.do({
      type: "ProposeRelease",
      case: row.case,
      number,
      on,
      text,
      manifest: hash,
      signature: signed,
    }),
  );

  const second = await fileAt(colleague, row.case, ({ proposal }) => proposal !== undefined);
  const examined = examineRelease(
    { ...standingOf(second), text: second.proposal?.text ?? "", signed: second.proposal?.manifest ?? "" },
    quiet,
  );
  if (!examined.ok || examined.value.objections.length > 0)
    throw new Error(
      `the colleague objects: ${JSON.stringify(examined.ok ? examined.value.objections : examined)}`,
    );
  const countersigned = await signedBy(colleague, { release: number, manifest: examined.value.manifest });
  await done(
    colleague.do({ type: "SignRelease", case: row.case, number, manifest: hash, signature: countersigned }),
  );

  const members = { by: memberOf(office), second: memberOf(colleague) };
  const { release, site } = signedRelease(text, members);
  const archive = archiveOf(release, { site, signatures: [signed, countersigned], told: quiet });
  const sent = await colleague.publish(archive);
  if (!sent.ok) throw new Error(`the server did not take the release: ${sent.refusal.type}`);
  await done(colleague.do({ type: "NotePublished", case: row.case, number }));
  await until(colleague, ({ waiting }) => waiting === 0);
  await fileAt(office, row.case, ({ releases }) => releases.length === number);
  await colleague.lock();
}

function standingOf({ ledger, wishes, releases }: ClaimsFile): Standing {
  return {
    ledger,
    takenOut: wishes.flatMap(({ wish, claim }) => (wish === "out" ? [claim] : [])),
    consented: wishes.flatMap(({ wish, claim }) => (wish === "agreed" ? [claim] : [])),
    facts: [],
    answering: [],
    earlier: releases.map(({ text }) => text),
  };
}

/** She is invented, like everybody private here; in a practice helpline nobody types the digits. */
async function bringInColleague({ office, colleague, passphrase }: PublishingDeps): Promise<void> {
  const invited = await office.invite({ deviceName: "", newcomer: { roles: ["reviewer"] } });
  if (!invited.ok) throw new Error(`no link for the colleague: ${invited.refusal.type}`);
  const joined = await colleague.join({
    link: invited.value.link,
    yourName: "Рецензентка",
    deviceName: "Второй учебный компьютер",
    passphrase,
  });
  if (!joined.ok) throw new Error(`the colleague could not join: ${joined.refusal.type}`);
  await until(colleague, ({ phase }) => phase === "open");
  await until(office, ({ enrol }) => enrol === undefined || isOver(enrol));
  await office.cancelMeeting();
}

function isOver({ step }: Enrolling): boolean {
  return step === "done" || step === "failed";
}

function memberOf(office: Office) {
  const { me } = office.status();
  if (!me) throw new Error("an open office knows its member");
  return me.member;
}

async function signedBy(office: Office, of: { readonly release: number; readonly manifest: Uint8Array }) {
  const signed = await office.signManifest(of);
  if (!signed.ok) throw new Error(`a device does not sign: ${signed.refusal.type}`);
  return signed.value.signature;
}

async function done(doing: ReturnType<Office["do"]>): Promise<void> {
  const answer = await doing;
  if (!answer.ok) throw new Error(`the release was refused: ${JSON.stringify(answer.refusal)}`);
}

/** The ledger on this device, once it is as wanted. */
function fileAt(office: Office, id: FolderId, holds: (file: ClaimsFile) => boolean): Promise<ClaimsFile> {
  return new Promise((resolve) => {
    const unwatch = office.watch({ type: "ClaimsFile", case: id }, (answer) => {
      if (answer.type !== "Here" || !holds(answer.file)) return;
      queueMicrotask(() => unwatch()); // the listener may be called before `unwatch` is assigned
      resolve(answer.file);
    });
  });
}

function until(office: Office, holds: (status: Status) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const unwatch = office.watchStatus((status) => {
      if (!holds(status)) return;
      queueMicrotask(() => unwatch()); // as above
      resolve();
    });
  });
}
