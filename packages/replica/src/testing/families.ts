import { createHash } from "node:crypto";

/** Families outside: letters sealed and posted as the form does it, answers fetched as the reply page does. */
import type { Report } from "@answerable/casework";
import {
  askForMail,
  familyKeys,
  locatorOf,
  newReceipt,
  openMail,
  readTeam,
  receiptKeys,
  sealDrop,
  type DropToSeal,
} from "@answerable/seal";
import {
  idFrom,
  intakeOf,
  openLetterbox,
  workDone,
  type DropId,
  type Hash,
  type Period,
  type Team,
} from "@answerable/wire";

import { ORIGIN, randomBytes } from "./offices.ts";

const aReport: Report = {
  v: 1,
  kind: "report",
  language: "ru",
  story: "Сын не выходит на связь с третьего июня.",
  danger: "unknown",
  soldierName: "",
  birth: "",
  region: "",
  service: "",
  unit: "",
  lastContact: "",
  source: "",
  relation: "mother",
  callerName: "",
  phone: "",
  safeHours: "",
  mayLeaveMessage: "unasked",
  mayBeCalled: "unasked",
  consent: ["help"],
  files: [],
};

export interface FamilyDeps {
  readonly server: { readonly fetch: (request: Request) => Promise<Response> };
  readonly now?: () => number;
}

/** A family with a receipt. The slow key is left out: any 32 bytes will do where nobody guesses. */
export async function openFamily({ server, now = Date.now }: FamilyDeps) {
  const box = openLetterbox({ origin: ORIGIN, fetch: server.fetch });
  const code = newReceipt(randomBytes);
  const stretched = sha256(new TextEncoder().encode(code));

  async function team(): Promise<Team> {
    const statements = await box.team();
    const act = statements[0]?.act;
    if (act?.type !== "Founded") throw new Error("nobody has founded it");
    return readTeam(statements);
  }

  async function keys(found: Team) {
    return receiptKeys({ code, stretched, suite: found.charter.suite });
  }

  async function open() {
    const found = await team();
    const desk = [...found.desks.keys()][0];
    const standing = desk && intakeOf(found, desk, now());
    if (!desk || standing?.type !== "Open") throw new Error(`the letterbox is not open: ${standing?.type}`);
    return { found, desk, key: standing.key };
  }

  async function put(body: Uint8Array, period: Period): Promise<DropId> {
    const { desk } = await open();
    const id = idFrom<DropId>(randomBytes(16));
    const hash = Buffer.from(sha256(body)).toString("base64url") as Hash; // makes the brand
    const work = await workDone({
      challenge: await box.work(),
      about: hash,
      hash: sha256,
      pause: async () => undefined,
    });
    await box.put({ desk, id, period, body, work });
    return id;
  }

  return {
    locator: locatorOf(code),
    put,
    async writes(told: Partial<Report>, files: DropToSeal["files"] = []): Promise<DropId> {
      const { found, key } = await open();
      const { suite } = found.charter;
      const report: Report = { ...aReport, ...told };
      const family = {
        v: 1 as const,
        ...familyKeys(await keys(found)),
        consent: report.consent,
        language: report.language,
        charter: found.fingerprint,
      };
      const body = await sealDrop({ suite, intake: key.recipient, report, family, files });
      return put(body, key.period);
    },
    async reads(tell = false) {
      const { found, desk } = await open();
      const own = await keys(found);
      const challenge = await box.mailChallenge(desk, own.locator);
      const asking = { charter: found.fingerprint, desk, locator: own.locator, challenge, tell };
      const page = await box.mail(desk, await askForMail(own, asking));
      return openMail(page, own, found.charter.suite);
    },
    period: async () => (await open()).key.period,
  };
}

function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash("sha256").update(bytes).digest());
}
