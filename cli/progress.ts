export interface Patience {
  /** In milliseconds, until something is said. */
  patience?: number;
  terminal?: Pick<NodeJS.WriteStream, "isTTY" | "write">;
}

/** Says on a terminal what takes longer than a second; a pipe is told nothing. */
export async function withProgress<Result>(
  what: string,
  work: () => Promise<Result>,
  { patience = 1000, terminal = process.stderr }: Patience = {},
): Promise<Result> {
  const timer = setTimeout(() => terminal.isTTY && terminal.write(`${what} …\n`), patience);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}

/** Shows on a terminal how far something is: `12 of 300 applications read`. A pipe is told nothing. */
export function showCount(
  what: string,
  terminal: Pick<NodeJS.WriteStream, "isTTY" | "write"> = process.stderr,
): (done: number, all: number) => void {
  return (done, all) => {
    if (terminal.isTTY) terminal.write(`\r${done} of ${all} ${what}${done === all ? "\n" : ""}`);
  };
}
