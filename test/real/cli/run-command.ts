import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

const entry = join(__dirname, "../../../cli/index.ts");

/** The command as a process of its own. */
export interface RunningCommand {
  process: ChildProcess;
  firstLine: Promise<string>;
  finished: Promise<Finished>;
}

/** How a command ended. */
export interface Finished {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

const collect = (stream: NodeJS.ReadableStream | null): (() => string) => {
  let text = "";
  stream?.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  return () => text;
};

/** Starts `pulumi-losant` with some arguments. */
export const startCommand = (...commandLine: string[]): RunningCommand => {
  const child = spawn(process.execPath, ["--import=tsx", entry, ...commandLine], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  const firstLine = once(createInterface(child.stdout), "line").then(([line]) => String(line));
  const finished = once(child, "close").then(() => ({
    code: child.exitCode,
    signal: child.signalCode,
    stdout: stdout(),
    stderr: stderr(),
  }));
  return { process: child, firstLine, finished };
};

/** Runs `pulumi-losant` to its end. */
export const runCommand = (...commandLine: string[]): Promise<Finished> =>
  startCommand(...commandLine).finished;
