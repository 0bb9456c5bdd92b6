/** What some work says on stdout and stderr, which say nothing meanwhile. */
export async function saidBy(work: () => Promise<unknown>): Promise<{ stdout: string; stderr: string }> {
  const { log, error } = console;
  const said = { stdout: "", stderr: "" };
  console.log = (line: unknown) => {
    said.stdout += `${line}\n`;
  };
  console.error = (line: unknown) => {
    said.stderr += `${line}\n`;
  };
  try {
    await work();
    return said;
  } finally {
    Object.assign(console, { log, error });
  }
}
