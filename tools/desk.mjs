/**
 * `npm run desk -- --server https://desk.example.org [--hash HEX] [--port 8788]`: the desk from this copy, served on this machine alone, working with that
 * server. The server gives data and never a line of program. With --hash it begins only if what was built here has that hash (see
 * `npm run build -- --hash`); and it says whether the server's own pages are the same.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { hashesOf, oneHashOf } from "./hashes.mjs";
import { build, install, requireNode, root, say } from "./set-up.mjs";

const values = wished();
requireNode();
const server = URL.canParse(values.server ?? "") ? new URL(values.server) : undefined;
if (!server || !/^https?:$/.test(server.protocol))
  stop("Which server? npm run desk -- --server https://desk.example.org");
if (!values["as-built"]) {
  install();
  build();
}
const pages = join(root, "packages/desk/dist-web");
const hashes = hashesOf(pages);
const hash = oneHashOf(hashes);
if (values.hash !== undefined && values.hash.toLowerCase() !== hash)
  stop(
    `What was built here has the hash\n  ${hash}\nand not\n  ${values.hash}\nNothing was started. Is this the same release, unchanged?`,
  );

const dist = (file) => import(join(root, "packages/server/dist", file));
const { openStaticFiles, serveFile } = await dist("http/static-files.js");
const { withSecurity } = await dist("http/headers.js");
const { listen } = await dist("listen.js");
const files = await openStaticFiles(pages);
const origin = server.origin;

/** Only what is asked of this machine by its own name: a page from elsewhere whose name was turned to this address gets nothing. */
const isOurs = (host) => /^(?:localhost|127\.0\.0\.1)(?::[0-9]+)?$/.test(host ?? "");
const passed = new Set(["accept", "authorization", "content-type", "range"]);

async function answer(request) {
  const url = new URL(request.url);
  if (!isOurs(request.headers.get("host"))) return new Response(null, { status: 421 });
  if (url.pathname === "/local.json") return withSecurity(Response.json({ server: origin }));
  if (!url.pathname.startsWith("/api/"))
    return withSecurity(serveFile(files, request) ?? new Response(null, { status: 404 }));
  const headers = new Headers(
    [...request.headers].filter(([name]) => passed.has(name) || /^(?:x-answerable|upload|tus)-/.test(name)),
  );
  const hasBody = !["GET", "HEAD"].includes(request.method);
  try {
    const said = await fetch(new URL(url.pathname + url.search, origin), {
      method: request.method,
      headers,
      redirect: "error",
      signal: request.signal,
      ...(hasBody ? { body: request.body, duplex: "half" } : {}),
    });
    // The body comes unpacked.
    const told = new Headers(
      [...said.headers].filter(
        ([name]) =>
          !["content-encoding", "content-length", "transfer-encoding", "connection", "set-cookie"].includes(
            name,
          ),
      ),
    );
    return withSecurity(new Response(said.body, { status: said.status, headers: told }));
  } catch {
    return withSecurity(new Response(null, { status: 502 }));
  }
}

const at = { host: "127.0.0.1", port: Number(values.port) };
const listening = await listen({ fetch: answer }, at).catch(() =>
  stop(`Nobody can listen on port ${values.port} of this machine now. Choose another with --port.`),
);
say(`The desk of this copy, hash ${hash}`);
say(`is at http://localhost:${listening.port}/ and works with ${origin}.`);
say(`A link to join: put what follows its # behind that address.`);
const differing = await others();
say(
  differing === undefined
    ? "The server cannot be reached now, or has no pages of its own."
    : differing.length === 0
      ? "The server's own pages are the same, file by file."
      : `THE SERVER'S OWN PAGES ARE OTHERS (${differing.slice(0, 3).join(", ")}${differing.length > 3 ? " …" : ""}): another release, or changed.`,
);

function wished() {
  const text = { type: "string" };
  const options = {
    server: text,
    hash: text,
    port: { ...text, default: "8788" },
    "as-built": { type: "boolean" },
  };
  try {
    return parseArgs({ options }).values;
  } catch (cause) {
    return stop(cause.message);
  }
}

/** Which of the files the server gives out differently. undefined: it cannot be asked, or has no page. */
async function others() {
  const ask = (path) => fetch(new URL(path, origin), { redirect: "error" }).catch(() => undefined);
  if (!(await ask("/"))?.ok) return undefined;
  const found = [];
  for (const [path, ours] of hashes) {
    const said = await ask(path === "index.html" ? "/" : `/${path}`);
    const theirs =
      said &&
      createHash("sha256")
        .update(Buffer.from(await said.arrayBuffer()))
        .digest("hex");
    if (!said?.ok || theirs !== ours) found.push(path);
  }
  return found;
}

function stop(words) {
  process.stderr.write(`${words}\n`);
  process.exit(1);
}
