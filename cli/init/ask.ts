import { createInterface, type Interface } from "node:readline";

/** What may be chosen, and how it is shown. */
export interface Choice<Value> {
  label: string;
  value: Value;
}

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

  /** Says something between two questions. */
  tell(line: string): void {
    this.output.write(`${line}\n`);
  }

  /** One of several, by its number; asks again until it is one of them. */
  async choose<Value>(question: string, choices: readonly Choice<Value>[]): Promise<Value> {
    this.tell(question);
    choices.forEach(({ label }, index) => {
      this.tell(`  ${index + 1}  ${label}`);
    });
    for (;;) {
      const chosen = choices[Number(await this.ask("Number", "1")) - 1];
      if (chosen) return chosen.value;
      this.tell(`Choose a number from 1 to ${choices.length}.`);
    }
  }

  close(): void {
    this.lines.close();
  }
}
