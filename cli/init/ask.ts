import { createInterface, type Interface } from "node:readline";
import { asciiLowerCase } from "../../client/text";

/** What may be chosen, and how it is shown. */
export interface Choice<Value> {
  label: string;
  /** What may be typed in place of its number. */
  name: string;
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
  print(line: string): void {
    this.output.write(`${line}\n`);
  }

  /** One of several, by its number or name; asks again until it is one of them. `called`: what their names are. */
  async choose<Value>(question: string, choices: readonly Choice<Value>[], called = "name"): Promise<Value> {
    this.print(question);
    choices.forEach(({ label }, index) => {
      this.print(`  ${index + 1}  ${label}`);
    });
    for (;;) {
      const answer = await this.ask(`Number or ${called}`, "1");
      const named = choices.find(({ name }) => name === asciiLowerCase(answer));
      const chosen = named ?? choices[Number(answer) - 1];
      if (chosen) return chosen.value;
      this.print(`Choose a number from 1 to ${choices.length}, or type its ${called}.`);
    }
  }

  close(): void {
    this.lines.close();
  }
}
