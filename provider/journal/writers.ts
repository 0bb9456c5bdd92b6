import { randomBytes } from "node:crypto";
import type { Opening } from "./entries";

/** This process's own: an earlier one, in another container, may have had the same number. */
const ownWriters = new Set<string>();

/** A name for somebody of this process who writes to a journal. */
export function newWriter(): string {
  const writer = randomBytes(8).toString("hex");
  ownWriters.add(writer);
  return writer;
}

/** Whether none of the processes that opened a journal runs any more. */
export function areAllGone(openings: readonly Opening[]): boolean {
  return openings.every(({ pid, by }) => (pid === process.pid ? !ownWriters.has(by) : !isRunning(pid)));
}

function isRunning(pid: number): boolean {
  try {
    // No signal is sent: it only asks.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
