import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";

/** A process that runs beside the test and prints one line when it is ready. */
export class ChildProcess {
  private readonly process: ChildProcessByStdio<null, Readable, Readable>;
  private readonly closed: Promise<unknown>;
  private first = "";
  private rest = "";

  constructor(command: string, commandLine: string[], options: { cwd: string; env: NodeJS.ProcessEnv }) {
    this.process = spawn(command, commandLine, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    this.closed = once(this.process, "close");
    this.process.stdout.setEncoding("utf8").on("data", (text: string) => this.take(text));
    this.process.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.rest += text;
    });
  }

  /** The line that tells that the process is ready. */
  async firstLine(): Promise<string> {
    while (!this.first.endsWith("\n")) await Promise.race([once(this.process.stdout, "data"), this.ended()]);
    return this.first.trim();
  }

  /** What it printed after the first line. */
  async output(): Promise<string> {
    // What was written before an answer lies in the pipe when the answer comes; a turn of the loop fetches it.
    await nextTurn();
    await nextTurn();
    return this.rest;
  }

  async stop(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
    this.process.kill(signal);
    await this.closed;
  }

  private take(text: string): void {
    const lineEnd = this.first.endsWith("\n") ? 0 : text.indexOf("\n") + 1 || text.length;
    this.first += text.slice(0, lineEnd);
    this.rest += text.slice(lineEnd);
  }

  private async ended(): Promise<never> {
    await this.closed;
    throw new Error(`The process ended before it was ready.\n${this.first}${this.rest}`);
  }
}
