/** npm run dev: the practice helpline as `npm start` makes it, and the desk served with reload in front of it. */
import { spawn } from "node:child_process";
import { join } from "node:path";

import { createServer } from "vite";

import { install, requireNode, root, stopWithParent } from "./set-up.mjs";

requireNode();
install();
const PORT = "8787";
const start = spawn(process.execPath, [join(root, "tools/start.mjs")], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, PORT },
});
const vite = await createServer({
  configFile: join(root, "packages/desk/vite.config.ts"),
  root: join(root, "packages/desk"),
  server: { port: 5173, proxy: { "/api": `http://localhost:${PORT}` } },
});
await vite.listen();
process.stdout.write(
  `\nWith reload: http://localhost:5173/ (put what follows the # of a printed link behind it)\n`,
);
start.once("exit", (code) => process.exit(code ?? 0));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => start.kill("SIGTERM"));
stopWithParent(() => start.kill("SIGTERM"));
