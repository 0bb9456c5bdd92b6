/** Says on a terminal what takes longer than a second; a pipe is told nothing. */
export async function withProgress<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const { isTTY } = process.stderr;
  const timer = setTimeout(() => isTTY && process.stderr.write(`${what} …\n`), 1000);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
