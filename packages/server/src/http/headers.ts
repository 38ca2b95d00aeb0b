/**
 * What every answer carries. Nothing may frame us, sniff us, refer from us or load anything of others into us; scripts come
 * from our own origin only, and the page may make a script URL only through the trusted-types policy named below.
 * 'wasm-unsafe-eval' stands for the desk alone: its worker opens 200,000 cards with libsodium.
 */

/** The one policy that the desk may create, for the URLs of its worker and its service worker. */
export const TRUSTED_TYPES_POLICY = "answerable";

const common: readonly (readonly [string, string])[] = [
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
  ["cross-origin-embedder-policy", "require-corp"],
  ["origin-agent-cluster", "?1"],
  [
    "permissions-policy",
    permissions(
      "accelerometer",
      "autoplay",
      "camera",
      "display-capture",
      "fullscreen",
      "geolocation",
      "gyroscope",
      "hid",
      "magnetometer",
      "microphone",
      "midi",
      "payment",
      "publickey-credentials-get",
      "screen-wake-lock",
      "serial",
      "usb",
      "xr-spatial-tracking",
    ),
  ],
  ["referrer-policy", "no-referrer"],
  ["strict-transport-security", "max-age=31536000"],
  ["x-content-type-options", "nosniff"],
  ["x-frame-options", "DENY"],
  ["x-dns-prefetch-control", "off"],
];

/** For answers that are data and never a page. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

export const DESK_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "img-src 'self' blob:",
  "frame-src 'self'",
  "font-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types ${TRUSTED_TYPES_POLICY}`,
].join("; ");

/**
 * For the frame in which a stranger's file is looked at: it has no origin and no network, whoever opens it and however; only its own
 * scripts run, and files come to it from the desk by message alone.
 */
export const VIEWER_POLICY = [
  "sandbox allow-scripts",
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src blob:",
  "media-src blob:",
  "connect-src 'none'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/**
 * For the frame in which a page is looked at before it is public. It writes the page's own tree, which has no script, so it must be allowed
 * to read HTML; no script but its own runs, and it has no origin and no network.
 */
export const PREVIEW_POLICY = [
  "sandbox allow-scripts",
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'none'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** For the family's pages: no WebAssembly, no pictures but the browser's own, and nothing of others. */
export const FORM_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types ${TRUSTED_TYPES_POLICY}`,
].join("; ");

/** Adds what is missing; a route that said something stricter or its own caching keeps it. */
export function withSecurity(response: Response): Response {
  const { headers } = response;
  for (const [name, value] of common) if (!headers.has(name)) headers.set(name, value);
  if (!headers.has("content-security-policy")) headers.set("content-security-policy", API_POLICY);
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
  return response;
}

function permissions(...names: readonly string[]): string {
  return names.map((name) => `${name}=()`).join(", ");
}
