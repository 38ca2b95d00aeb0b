/**
 * A release on its way out: this device signs a manifest, or hands an archive that two signed to the server. What may be in
 * it was decided before, by press and by two people.
 */
import type { ReleaseSignature, Result } from "@answerable/casework";
import { signPublication, type OpenKeep } from "@answerable/seal";
import { Unreachable, WireRefusal, type Wire } from "@answerable/wire";

export interface SignedManifest {
  /** SHA-256 of the manifest, base64url. */
  readonly manifest: string;
  readonly signature: ReleaseSignature;
}

/** Behind: release `number` stands there. NotSigned: not by two who may. Refused: the server calls it damaged. */
export type PublishRefusal =
  | { readonly type: "Unreachable" }
  | { readonly type: "Behind"; readonly number: number }
  | { readonly type: "NotSigned" }
  | { readonly type: "Refused"; readonly why: string };

export async function signManifest(
  keep: OpenKeep,
  of: { readonly release: number; readonly manifest: Uint8Array },
): Promise<SignedManifest> {
  const { manifest, key, signature } = await signPublication(keep, of);
  return { manifest, signature: { device: keep.device, key, signature } };
}

export async function publish(wire: Wire, archive: Uint8Array): Promise<Result<void, PublishRefusal>> {
  try {
    const answer = await wire.publish(new Uint8Array(archive));
    return answer.type === "Published" ? { ok: true, value: undefined } : { ok: false, refusal: answer };
  } catch (cause) {
    if (cause instanceof Unreachable) return { ok: false, refusal: { type: "Unreachable" } };
    if (!(cause instanceof WireRefusal)) throw cause;
    const { status, reason } = cause;
    if (status >= 500) return { ok: false, refusal: { type: "Unreachable" } };
    return {
      ok: false,
      refusal: reason === "NotSigned" ? { type: "NotSigned" } : { type: "Refused", why: reason },
    };
  }
}
