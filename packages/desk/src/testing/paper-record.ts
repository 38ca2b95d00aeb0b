/** Claims files and releases of the paper office: nothing is sealed, and a signature is a mark. */
import type { DeviceId, Folder, FolderId, Result } from "@answerable/casework";
import type { Office, RecordAnswer, RecordQuery } from "@answerable/replica";

export interface PaperRecord extends Pick<Office, "signManifest" | "publish"> {
  readonly answer: (query: RecordQuery) => RecordAnswer<RecordQuery>;
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
      }
    },
    signManifest: async ({ manifest }) => ({
      ok: true,
      value: {
        manifest: String(manifest.length).padEnd(43, "m"),
        signature: { device: "d".repeat(22) as DeviceId, key: "k".repeat(43), signature: "s".repeat(86) },
      },
    }),
    publish: async (archive): Promise<Result<void, never>> => {
      published.push(archive);
      return { ok: true, value: undefined };
    },
  };
}
