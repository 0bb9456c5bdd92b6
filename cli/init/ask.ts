import { createInterface, type Interface } from "node:readline";

/** Asks questions on the terminal, and takes answers that were typed ahead. */
export class Questions {
  private readonly lines: Interface;
  private readonly answers: AsyncIterator<string>;

  constructor(
    input: NodeJS.ReadableStream = process.stdin,
    private readonly output: NodeJS.WritableStream = process.stderr,
  ) {
    this.lines = createInterface({ input });
    this.answers = this.lines[Symbol.asyncIterator]();
  }

  /** The default is what an empty answer means. @throws where the input ends. */
  async ask(question: string, byDefault: string): Promise<string> {
    this.output.write(`${question} (${byDefault}) `);
    const { value, done } = await this.answers.next();
    if (done) throw new Error("The questions were not answered: nothing is written.");
    return value.trim() === "" ? byDefault : value.trim();
  }

  /** One of several, by its number; asks again until it is one of them. */
  async choose<Choice>(
    question: string,
    choices: readonly { label: string; value: Choice }[],
  ): Promise<Choice> {
    this.output.write(`${question}\n`);
    choices.forEach(({ label }, index) => {
      this.output.write(`  ${index + 1}  ${label}\n`);
    });
    for (;;) {
      const chosen = choices[Number(await this.ask("Number", "1")) - 1];
      if (chosen) return chosen.value;
      this.output.write(`Choose a number from 1 to ${choices.length}.\n`);
    }
  }

  close(): void {
    this.lines.close();
  }
}
