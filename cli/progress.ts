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
