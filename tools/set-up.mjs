/**
 * What a fresh clone lacks, made in the order in which the next step needs it. Each step does nothing where its work is
 * already done, and says in plain words what a person must do where it cannot.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "..");
export const CHROMIUM = "/usr/bin/chromium";

const parent = process.ppid;
/**
 * npm passes a signal on to its shell alone, which ends without a word to us: when whoever started us under npm is gone, so are we.
 * `stop` may be called more than once.
 */
export function stopWithParent(stop) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const look = () => process.ppid !== parent && stop();
  setInterval(look, 300).unref();
  look();
}

export function say(text) {
  process.stdout.write(`${text}\n`);
}

function stop(text) {
  process.stderr.write(`\n${text}\n`);
  process.exit(1);
}

/** Runs a command at the root; its output is shown only if it fails, or if `loud`. */
export function run(command, parameters, { loud = false, env = {} } = {}) {
  const done = spawnSync(command, parameters, {
    cwd: root,
    encoding: "utf8",
    stdio: loud ? "inherit" : "pipe",
    env: { ...process.env, ...env },
  });
  if (done.error || done.status !== 0) {
    stop(
      `${done.stdout ?? ""}${done.stderr ?? ""}\n"${command} ${parameters.join(" ")}" failed${done.error ? `: ${done.error.message}` : ""}`,
    );
  }
}

export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(`Answerable needs Node 20.19 or newer (24 recommended). This is Node ${process.versions.node}.`);
  }
}

/** The installed packages are those of the lockfile. */
export function install() {
  const stamp = join(root, "node_modules", ".answerable-lock");
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  say("Installing the libraries …");
  // Not "npm ci": it refuses a lockfile that leaves out another platform's optional binaries. The versions are the lock's.
  run("npm", ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"]);
  writeFileSync(stamp, lock);
}

/** Types checked and compiled, and the desk's pages bundled: for those who use them, whatever the shell or a test calls itself. */
export function build() {
  say("Building …");
  run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-b"]);
  const vite = join(root, "node_modules/vite/bin/vite.js");
  for (const pages of ["packages/desk", "packages/form"])
    run(process.execPath, [vite, "build", pages, "--logLevel", "warn"], { env: { NODE_ENV: "production" } });
}

/** Chromium for the tests that drive a browser: Debian's, installed where we may. */
export function chromium() {
  if (existsSync(CHROMIUM)) return;
  if (process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say("Installing Chromium for the browser tests …");
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-core"]);
    return;
  }
  stop(`The browser tests need Chromium at ${CHROMIUM}. On Debian or Ubuntu: sudo apt-get install chromium`);
}

/** Debian packages that let more tests run: never needed, so installed only by CI and never asked for. */
export function debianExtras() {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  const wanted = [
    ["/usr/bin/age", "age"],
    ["/usr/bin/python3", "python3"],
    ["/usr/bin/openssl", "openssl"],
    ["/usr/lib/python3/dist-packages/nacl", "python3-nacl"],
    ["/usr/lib/postgresql", "postgresql"],
    ["/usr/bin/soffice", "libreoffice-writer-nogui"],
    ["/usr/lib/libreoffice/program/libsclo.so", "libreoffice-calc-nogui"],
    ["/usr/bin/pdftotext", "poppler-utils"],
    ["/usr/sbin/nginx", "nginx-light"],
    ["/usr/bin/caddy", "caddy"],
  ];
  const missing = wanted.filter(([path]) => !existsSync(path)).map(([, name]) => name);
  if (missing.length === 0) return;
  run("apt-get", ["update", "-qq"]);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...missing]);
}
