/**
 * A founded helpline with a real server on a store in memory, and devices of one member to try the sync code on without
 * the office around it.
 */
import {
  changeTeam,
  foundHelpline,
  invite,
  joinByLink,
  openFromStore,
  openKeep,
  sealForStore,
  signIn,
  type DeskSecret,
  type Founding,
  type OpenKeep,
} from "@answerable/seal";
import { memoryStore as serverStore, openServer, type Server } from "@answerable/server";
import {
  fromText,
  fromUtf8,
  mayWriteUnder,
  openWire,
  toText,
  utf8,
  type DeskId,
  type Epoch,
  type Team,
  type TeamPush,
  type TeamStatement,
  type Wire,
} from "@answerable/wire";

import { openDeskEpochs } from "../people/desk-epochs.ts";
import type { Closing } from "../sync/closing.ts";
import { deskClosing } from "../sync/desk-closing.ts";
import { chanceOf } from "./chance.ts";

export const FOUNDING_SECRET = "founding secret of a test";
export const NOW = Date.UTC(2026, 10, 22, 18, 30);

/** Made once and shown to many servers: founding costs more than all the rest of a run. */
export interface Paper {
  readonly desk: DeskId;
  readonly secret: DeskSecret;
  readonly keeps: readonly OpenKeep[];
  readonly team: Team;
  readonly pushes: readonly Founding["push"][];
}

const first = 1 as Epoch; // makes the brand

/** What a device knows of people and keys: by the paper, or after somebody has left. */
export interface Book {
  readonly team: Team;
  readonly secrets: ReadonlyMap<Epoch, DeskSecret>;
}

/** One device is taken out, and the first gives the desk another key. */
export async function withoutDevice(paper: Paper, at: number): Promise<Book & { readonly push: TeamPush }> {
  const [keep, gone] = [paper.keeps[0], paper.keeps[at]];
  if (!keep || !gone) throw new Error("no such device");
  const { desk, team } = paper;
  const { desks, ...after } = await changeTeam({
    keep,
    team,
    now: NOW,
    random: chanceOf(2023).bytes,
    desks: [{ desk, secrets: bookOf(paper).secrets }],
    acts: [{ type: "DeviceRevoked", device: gone.device, why: "left" }],
  });
  const [rotated] = desks;
  if (!rotated) throw new Error("the desk has another key");
  return { team: after.team, secrets: rotated.secrets, push: after.push };
}

const bookOf = ({ team, secret }: Paper): Book => ({ team, secrets: new Map([[first, secret]]) });

export async function paperHelpline(devices: number): Promise<Paper> {
  const random = chanceOf(2022).bytes;
  const founding = await foundHelpline({ name: "Маяк", practice: true, suite: "A1", now: NOW, random });
  const keep = await openKeep(founding.keep);
  const secret = founding.secrets.secrets.get(first);
  if (!secret) throw new Error("a new desk has a secret");
  const keeps = [keep];
  const pushes = [founding.push];
  const statements: TeamStatement[] = [...founding.push.statements];
  let { team } = founding;
  while (keeps.length < devices) {
    const invitation = invite({ keep, team, origin: "https://desk.example", random });
    const joining = await joinByLink({ link: invitation.meeting, statements, random });
    const offered = await joining.readOffer(invitation.offer);
    const joined = await invitation.readJoin(offered.join);
    const revealed = await offered.readReveal(joined.reveal);
    const accepted = await joined.accept(undefined);
    const confirmed = await revealed.confirm(undefined);
    if (accepted.type !== "Accepted" || confirmed.type !== "Confirmed") throw new Error("the digits agree");
    const { push, welcome } = await accepted.add({ team, desks: [founding.secrets], now: NOW });
    pushes.push(push);
    statements.push(...push.statements);
    const welcomed = await confirmed.readWelcome({ note: welcome, statements });
    team = welcomed.team;
    keeps.push(await openKeep(welcomed.keep));
  }
  return { desk: founding.desk, secret, keeps, team, pushes };
}

export async function serverOf(paper: Paper): Promise<Server> {
  const server = openServer({
    store: serverStore(),
    now: () => NOW,
    random: chanceOf(7).bytes,
    foundingSecret: FOUNDING_SECRET,
  });
  let token: string | undefined;
  const wire = openWire({ origin: "https://desk.example", fetch: server.fetch, token: () => token });
  for (const push of paper.pushes) {
    await wire.pushTeam(push, token === undefined ? FOUNDING_SECRET : undefined);
    const [founder] = paper.keeps;
    if (founder && token === undefined) token = await tokenOf(wire, founder);
  }
  return server;
}

export async function tokenOf(wire: Wire, keep: OpenKeep): Promise<string> {
  const { challenge } = await wire.challenge(keep.device);
  return (await wire.signIn(await signIn(challenge, keep))).token;
}

/** What one device has heard so far: the paper, until it hears of more. */
export async function openBook(paper: Paper) {
  const epochs = openDeskEpochs();
  let team = paper.team;
  async function hears(book: Book): Promise<void> {
    ({ team } = book);
    await epochs.change({ desk: paper.desk, secrets: book.secrets });
  }
  await hears(bookOf(paper));
  return { epochs: epochs.all, team: () => team, hears };
}

export interface AtDesk {
  readonly paper: Paper;
  readonly keep: OpenKeep;
  readonly random: (bytes: number) => Uint8Array;
  readonly book?: Awaited<ReturnType<typeof openBook>>;
}

export async function closingOf({ paper, keep, random, book }: AtDesk): Promise<Closing> {
  const { epochs, team } = book ?? (await openBook(paper));
  return deskClosing({
    member: keep.member,
    device: keep.device,
    name: "Вера",
    signer: keep.signer,
    random,
    epochs,
    deviceOf: (device) => team().devices.get(device),
    mayWrite: (device, epoch) => mayWriteUnder(team(), paper.desk, { device, epoch }),
    toStore: (kind, id, text) => toText(sealForStore(keep.storeKey, { kind, id, bytes: utf8(text) }, random)),
    fromStore: (kind, id, sealed) =>
      fromUtf8(openFromStore(keep.storeKey, { kind, id, sealed: fromText(sealed) })),
  });
}
