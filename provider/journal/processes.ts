import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Opening } from "./entries";

const address = /^(?:\[[\da-f:.]+\]|[\w.-]+):\d+$/i;
const shells = /^(?:ba|da|a|z|k)?sh$/;

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

/**
 * The address of the engine that started this process: the last of its arguments, after those of tracing. Undefined
 * where no engine did, as in tests.
 */
export function engineAddress(commandLine: readonly string[] = process.argv.slice(2)): string | undefined {
  const last = commandLine.at(-1);
  return last !== undefined && address.test(last) ? last : undefined;
}

/**
 * The process of the engine that started this one, through the shell that Pulumi puts between them. Undefined where the
 * system does not tell: only Linux has `/proc`.
 */
export function enginePid(): number | undefined {
  let pid = process.ppid;
  for (let parent = parentOf(pid); parent !== undefined; parent = parentOf(pid)) {
    if (!shells.test(parent.name)) return pid;
    pid = parent.pid;
  }
  return undefined;
}

/** What a process is called, and who started it. */
function parentOf(pid: number): { name: string; pid: number } | undefined {
  try {
    const [, name = "", parent] =
      /^\d+ \((.*)\) \S+ (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    return parent === undefined ? undefined : { name, pid: Number(parent) };
  } catch {
    return undefined;
  }
}
