/** What some work says on stdout and stderr, which show nothing meanwhile. */
export async function saidBy(work: () => Promise<unknown>): Promise<{ stdout: string; stderr: string }> {
  const said = { stdout: "", stderr: "" };
  const streams = [hold("stdout"), hold("stderr")];
  try {
    await work();
    return said;
  } finally {
    for (const release of streams) release();
  }

  function hold(name: "stdout" | "stderr"): () => void {
    const { write } = process[name];
    process[name].write = (text: unknown) => {
      said[name] += text;
      return true;
    };
    return () => {
      process[name].write = write;
    };
  }
}
