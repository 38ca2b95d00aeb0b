/** A refusal is an answer, not an accident: the person can act on it. Accidents throw. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: E };

export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function err<E>(refusal: E): Result<never, E> {
  return { ok: false, refusal };
}
