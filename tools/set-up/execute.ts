/** How a command is run; stdin is empty. */
export interface ExecuteOptions {
  /** The folder it runs in. */
  cwd?: string;
  /** Its whole environment; default: this process's. */
  env?: NodeJS.ProcessEnv;
  /** Milliseconds after which it is killed; default: never. */
  timeout?: number;
}

/** What came of a command. */
export interface Executed {
  exitCode: number;
  /** Both streams, in the order in which they were written. */
  output: string;
  stdout: string;
  stderr: string;
}

/** Runs a command to its end, whatever its exit code; rejects where it cannot be started or was killed. */
export async function execute(
  command: string,
  commandLine: readonly string[],
  { cwd, env = process.env, timeout }: ExecuteOptions = {},
): Promise<Executed> {
  // An ES module, and this package is CommonJS.
  const { execa } = await import("execa");
  const options = { env, extendEnv: false, all: true, reject: false, stdin: "ignore" } as const;
  const limits = { ...(cwd && { cwd }), ...(timeout && { timeout }) };
  const { exitCode, all, stdout, stderr, shortMessage } = await execa(command, commandLine, {
    ...options,
    ...limits,
  });
  if (exitCode === undefined) throw new Error(shortMessage ?? `${command} did not end by itself.`);
  return { exitCode, output: all, stdout, stderr };
}

/** Runs a command and gives its stdout; rejects with what it printed last, unless it succeeds. */
export async function succeed(
  command: string,
  commandLine: string[],
  options?: ExecuteOptions,
): Promise<string> {
  const { exitCode, output, stdout } = await execute(command, commandLine, options);
  if (exitCode !== 0)
    throw new Error(output.trim().split("\n").slice(-5).join("\n") || `exit code ${exitCode}`);
  return stdout;
}
