import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";

/** A command that can be killed together with all that it has started: the CLI's plugins outlive it otherwise. */
export class KillableProcess {
  private readonly process: ChildProcess;
  private readonly closed: Promise<unknown>;

  constructor(command: string, commandLine: string[], options: { cwd: string; env: NodeJS.ProcessEnv }) {
    this.process = spawn(command, commandLine, { ...options, stdio: "ignore" });
    this.closed = once(this.process, "close");
  }

  /** Resolves when the command has ended. */
  async ended(): Promise<void> {
    await this.closed;
  }

  async kill(): Promise<void> {
    const { pid } = this.process;
    if (pid === undefined) return;
    const started = descendantsOf(pid);
    for (const one of [pid, ...started]) endNow(one);
    await this.closed;
  }
}

/** The processes that a process has started, and those that they have started. */
function descendantsOf(pid: number): number[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const processes = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const children = (parent: number): number[] =>
    processes.flatMap(([own = 0, from]) => (from === parent ? [own, ...children(own)] : []));
  return children(pid);
}

function endNow(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
