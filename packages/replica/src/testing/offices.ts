/** Whole offices on a real server in the same process, for tests: what a person would do, without screens. */
import {
  emptyDraft,
  momentOf,
  type CaseId,
  type Command,
  type Draft,
  type DraftId,
} from "@answerable/casework";
import { deviceSecretFromBytes } from "@answerable/seal";
import { memoryStore as serverStore, openServer, type Server } from "@answerable/server";
import { idFrom } from "@answerable/wire";

import type { Office, Status } from "../office.ts";
import { openOffice, type OfficeDeps } from "../open-office.ts";
import { onlySeat } from "../seat.ts";
import { memoryStore } from "../store/memory.ts";
import type { Timers } from "../timers.ts";
import { quickStretch } from "./quick-stretch.ts";

export const SECRET = "a founding secret for tests";
export const PASSPHRASE = "семь бед один ответ";
export const ORIGIN = "https://desk.example";

export const timers: Timers = {
  later(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};

export function serverForOffices(): Server {
  return openServer({ store: serverStore(), now: Date.now, random: randomBytes, foundingSecret: SECRET });
}

export const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

export function officeOn(server: Pick<Server, "fetch">, changes: Partial<OfficeDeps> = {}): Office {
  return openOffice({
    store: memoryStore(),
    fetch: server.fetch,
    origin: ORIGIN,
    now: Date.now,
    offsetMinutes: () => 180,
    random: randomBytes,
    timers,
    deviceSecret: deviceSecretFromBytes(new Uint8Array(32).fill(7)),
    stretch: quickStretch,
    seat: onlySeat(),
    ...changes,
  });
}

/** So long a state is waited for, on the slowest machine: against hanging, no measure. */
export const PATIENCE = 20_000;

/** Waits until the office says so. */
export function until(
  office: Office,
  holds: (status: Status) => boolean,
  milliseconds = PATIENCE,
): Promise<Status> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      unwatch();
      reject(new Error(`the status never came: ${JSON.stringify(office.status())}`));
    }, milliseconds);
    let unwatch: () => void = () => undefined;
    unwatch = office.watchStatus((status) => {
      if (!holds(status)) return;
      clearTimeout(late);
      setTimeout(() => unwatch(), 0);
      resolve(status);
    });
  });
}

export async function foundedOn(
  server: Pick<Server, "fetch">,
  changes: Partial<OfficeDeps> & { readonly practice?: boolean } = {},
): Promise<Office> {
  const { practice = true, ...deps } = changes;
  const office = officeOn(server, deps);
  const answer = await office.found({
    helplineName: "Маяк",
    yourName: "Вера Тестова",
    deviceName: "стол у окна",
    passphrase: PASSPHRASE,
    practice,
    foundingSecret: SECRET,
  });
  if (!answer.ok) throw new Error(`not founded: ${answer.refusal.type}`);
  await until(office, (status) => status.phase === "open" && status.online);
  return office;
}

export async function joinedTo(
  host: Office,
  server: Pick<Server, "fetch">,
  changes: Partial<OfficeDeps> = {},
): Promise<Office> {
  const invited = await host.invite({ deviceName: "ноутбук" });
  if (!invited.ok) throw new Error(`not invited: ${invited.refusal.type}`);
  const office = officeOn(server, changes);
  const joined = await office.join({
    link: invited.value.link,
    yourName: "Вера Тестова",
    deviceName: "ноутбук",
    passphrase: PASSPHRASE,
  });
  if (!joined.ok) throw new Error(`not joined: ${joined.refusal.type}`);
  await until(office, (status) => status.phase === "open" && status.syncedAt !== undefined);
  return office;
}

export const newCase = (): CaseId => idFrom(randomBytes(16)) as string as CaseId;

export function aCall(told: Partial<Draft>): Draft {
  const began = momentOf(Date.now());
  return {
    ...emptyDraft(idFrom(randomBytes(16)) as string as DraftId, began),
    kind: "aboutSoldier",
    callerName: "Анна",
    relation: "mother",
    disposition: "dataTaken",
    phones: [
      { raw: "+7 900 555-01-02", safeHours: "", mayLeaveMessage: "unasked", maySayWhoWeAre: "unasked" },
    ],
    ...told,
  };
}

export const recordCall = (
  told: Partial<Draft>,
  id: CaseId = newCase(),
): Extract<Command, { type: "RecordCall" }> => ({ type: "RecordCall", draft: aCall(told), case: id });
