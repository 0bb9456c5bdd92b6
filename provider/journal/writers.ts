import { randomBytes } from "node:crypto";
import type { Opening } from "./entries";

/** This process's own: an earlier one, in another container, may have had the same number. */
const ownWriters = new Set<string>();

/** How long a run may go on without any provider process where nothing tells of its engine, in milliseconds. */
const longestSilence = 60_000;

/** A name for somebody of this process who writes to a journal. */
export function newWriter(): string {
  const writer = randomBytes(8).toString("hex");
  ownWriters.add(writer);
  return writer;
}

/**
 * Whether the run of a journal is over, whose file nobody has written to for some milliseconds: a later run may have the
 * same address. A provider process that has crashed is gone, and its run goes on while the engine does.
 */
export function isRunOver(openings: readonly Opening[], silence: number): boolean {
  const isEngineGone = ({ engine }: Opening) => engine !== undefined && !isRunning(engine);
  // A file without an opening has just been made.
  if (openings.length > 0 && openings.every(isEngineGone)) return true;
  return silence > longestSilence && openings.every((opening) => isGone(opening));
}

/** A process whose engine is gone works for nobody. */
function isGone({ pid, by, engine }: Opening): boolean {
  if (engine !== undefined && !isRunning(engine)) return true;
  return pid === process.pid ? !ownWriters.has(by) : !isRunning(pid);
}

/** Whether a process of this machine runs. */
export function isRunning(pid: number): boolean {
  try {
    // No signal is sent: it only asks.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
