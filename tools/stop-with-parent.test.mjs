/** npm tells its shell alone that all is to stop: what the shell had started stops by itself. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

import { expect, test } from "vitest";

const setUp = new URL("set-up.mjs", import.meta.url).href;
const program = `
  import { stopWithParent } from ${JSON.stringify(setUp)};
  stopWithParent(() => { process.stdout.write("stopped\\n"); process.exit(0); });
  process.stdout.write("runs\\n");
  setTimeout(() => process.stdout.write("still there\\n"), 1_500);
`;

/** As npm does it, with a shell between that does not become what it starts. */
function underShell(environment) {
  const words = [process.execPath, "--input-type=module", "--eval", program];
  const shell = spawn("/bin/sh", ["-c", '"$@"; true', "sh", ...words], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    env: { PATH: process.env.PATH, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  let heard = () => undefined;
  shell.stdout.setEncoding("utf8").on("data", (text) => {
    said += text;
    heard();
  });
  const until = (word) =>
    new Promise((done) => {
      heard = () => said.includes(word) && done(said);
      heard();
    });
  return { shell, until };
}

test("when npm's shell is told to stop, what it had started stops too", async () => {
  const { shell, until } = underShell({ npm_lifecycle_event: "start" });
  await until("runs");
  shell.kill("SIGTERM");
  expect(await until("stopped")).not.toContain("still there");
});

test("started by hand it may outlive whoever started it", async () => {
  const { shell, until } = underShell({});
  await until("runs");
  shell.kill("SIGTERM");
  expect(await until("still there")).not.toContain("stopped");
});
