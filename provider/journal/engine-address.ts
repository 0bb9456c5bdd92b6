const address = /^(?:\[[\da-f:.]+\]|[\w.-]+):\d+$/i;

/**
 * The address of the engine that started this process: the last of its arguments, after those of tracing. Undefined
 * where no engine did, as in tests.
 */
export function engineAddress(commandLine: readonly string[] = process.argv.slice(2)): string | undefined {
  const last = commandLine.at(-1);
  return last !== undefined && address.test(last) ? last : undefined;
}
