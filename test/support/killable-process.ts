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

  /** Resolves when the command has ended, with its exit code. */
  async ended(): Promise<number | null> {
    await this.closed;
    return this.process.exitCode;
  }

  /** Kills those alone of the processes that it has started whose command line matches; gives how many. */
  killStarted(commandLine: RegExp): number {
    const found = descendantsOf(this.process.pid ?? 0).filter((one) => commandLine.test(one.commandLine));
    for (const { pid } of found) endNow(pid);
    return found.length;
  }

  async kill(): Promise<void> {
    const { pid } = this.process;
    if (pid === undefined) return;
    const started = descendantsOf(pid);
    for (const one of [pid, ...started.map((other) => other.pid)]) endNow(one);
    await this.closed;
  }
}

interface Started {
  pid: number;
  commandLine: string;
}

/** The processes that a process has started, and those that they have started. */
function descendantsOf(pid: number): Started[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" }).trim().split("\n");
  const processes = lines.map((line) => {
    const [own, parent, ...args] = line.trim().split(/\s+/);
    return { pid: Number(own), parent: Number(parent), commandLine: args.join(" ") };
  });
  const children = (of: number): Started[] =>
    processes.flatMap((one) => (one.parent === of ? [one, ...children(one.pid)] : []));
  return children(pid);
}

function endNow(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
