/** How the server says no: a status, and a word that the device's code can act on. Never a word of what was sent. */
import type { Complaint } from "@answerable/wire";

export type Status = 400 | 401 | 403 | 404 | 405 | 408 | 409 | 413 | 415 | 422 | 429 | 500 | 503;

export function complain(
  status: Status,
  type: string,
  options: { readonly detail?: string; readonly retryAfter?: number } = {},
): Response {
  const body: Complaint = options.detail === undefined ? { type } : { type, detail: options.detail };
  const headers: Record<string, string> = { "content-type": "application/json" };
  if (options.retryAfter !== undefined) headers["retry-after"] = String(options.retryAfter);
  return new Response(JSON.stringify(body), { status, headers });
}

export function answer(value: unknown): Response {
  return new Response(JSON.stringify(value), { headers: { "content-type": "application/json" } });
}
