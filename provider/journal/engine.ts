import { readFileSync } from "node:fs";

const address = /^(?:\[[\da-f:.]+\]|[\w.-]+):\d+$/i;
const shells = /^(?:ba|da|a|z|k)?sh$/;

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
