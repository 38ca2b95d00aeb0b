/** The real server as a process of its own, from the built main.js, so that it can be killed. */
import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

export interface ServerProcess {
  readonly origin: string;
  readonly pid: number;
  /** Everything it said so far. */
  readonly said: () => string;
  readonly ended: Promise<number | undefined>;
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
}

export async function startServerProcess(
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const path = process.env["PATH"] ?? "";
  const child = spawn(process.execPath, [main], {
    env: { PATH: path, PORT: "0", ...environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8");
  const ended = new Promise<number | undefined>((done) => {
    child.once("exit", (code) => done(code ?? undefined));
  });
  const port = await new Promise<number>((done, failed) => {
    child.stderr.on("data", (text: string) => {
      said += text;
      const line = /"port":([0-9]+),"msg":"listening"/.exec(said);
      if (line) done(Number(line[1]));
    });
    void ended.then(() => failed(new Error(said)));
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: pidOf(child),
    said: () => said,
    ended,
    kill: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error("a process without a pid");
  return child.pid;
}
