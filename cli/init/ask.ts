import { createInterface } from "node:readline/promises";

/** Asks on the terminal; the default is what an empty answer means. */
export async function ask(question: string, byDefault: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = (await terminal.question(`${question} (${byDefault}) `)).trim();
    return answer === "" ? byDefault : answer;
  } finally {
    terminal.close();
  }
}

/** Asks for one of several by its number; asks again until it is one of them. */
export async function choose<Choice>(
  question: string,
  choices: readonly { label: string; value: Choice }[],
): Promise<Choice> {
  const lines = choices.map(({ label }, index) => `  ${index + 1}  ${label}\n`);
  process.stderr.write(`${question}\n${lines.join("")}`);
  for (;;) {
    const chosen = choices[Number(await ask("Number", "1")) - 1];
    if (chosen) return chosen.value;
    process.stderr.write(`Choose a number from 1 to ${choices.length}.\n`);
  }
}
