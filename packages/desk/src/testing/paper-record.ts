/** Claims files and releases of the paper office: nothing is sealed, and a signature is a mark. */
import {
  answerInLedger,
  isLedgerQuery,
  type DeviceId,
  type Folder,
  type FolderId,
  type LedgerQuery,
  type Result,
} from "@answerable/casework";
import { isRecordQuery, type Answer, type Office, type Query, type RecordQuery } from "@answerable/replica";

export type OfRecord = RecordQuery | LedgerQuery;
export function isOfRecord(query: Query): query is OfRecord {
  return isRecordQuery(query) || isLedgerQuery(query);
}

export interface PaperRecord extends Pick<Office, "signManifest" | "publish"> {
  readonly answer: (query: OfRecord) => Answer<Query>;
  /** Archives handed over, the newest last. */
  readonly published: readonly Uint8Array[];
}

export function openPaperRecord(folders: ReadonlyMap<FolderId, Folder>): PaperRecord {
  const published: Uint8Array[] = [];
  return {
    published,
    answer(query) {
      switch (query.type) {
        case "ClaimsFiles":
          return {
            files: [...folders].flatMap(([id, folder]) =>
              folder.type === "ClaimsFile"
                ? [
                    {
                      case: id,
                      name: folder.name,
                      claims: folder.ledger.claims.length,
                      incidents: folder.ledger.incidents.length,
                      releases: folder.releases.length,
                      waits: folder.proposal !== undefined,
                    },
                  ]
                : [],
            ),
          };
        case "ClaimsFile": {
          const folder = folders.get(query.case);
          return folder?.type === "ClaimsFile"
            ? { type: "Here", file: folder, unsent: 0 }
            : { type: "Unknown" };
        }
        case "Facts":
          return { facts: [] };
        case "Incidents":
        case "IncidentPage":
        case "SameOrigins":
        case "LedgerCast": {
          const file = folders.get(query.case);
          if (file?.type !== "ClaimsFile") return { type: "Unknown" };
          const found = answerInLedger(file, query);
          return (
            found ? { type: "Here", name: file.name, found } : { type: "Unknown" }
          ) as Answer<LedgerQuery>; // each case gives its own
        }
      }
    },
    signManifest: async ({ manifest }) => ({
      ok: true,
      value: {
        manifest: await hashOf(manifest),
        signature: { device: "d".repeat(22) as DeviceId, key: "k".repeat(43), signature: "s".repeat(86) },
      },
    }),
    publish: async (archive): Promise<Result<void, never>> => {
      published.push(archive);
      return { ok: true, value: undefined };
    },
  };
}

async function hashOf(manifest: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(manifest)));
  return btoa(String.fromCharCode(...digest))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
