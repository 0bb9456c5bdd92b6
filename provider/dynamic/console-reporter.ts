import { printableLines } from "../../client";
import type { Reporter } from "../vocabulary/reporter";

/**
 * Prints to stdout, which the engine shows to users and notes among the diagnostics of `--json`. A line is printed
 * once a process, however many resources say it.
 */
export class ConsoleReporter implements Reporter {
  private readonly printed = new Set<string>();

  /** `print` writes a text, whose lines others cannot have forged. */
  constructor(private readonly print: (text: string) => void = console.log) {}

  info(text: string): void {
    this.printOnce(text);
  }

  warn(text: string): void {
    this.printOnce(`warning: ${text}`);
  }

  /** Nothing here could take a line back. */
  progress(): void {}

  once(text: string): void {
    this.printOnce(text);
  }

  private printOnce(text: string): void {
    if (this.printed.has(text)) return;
    this.printed.add(text);
    this.print(printableLines(text));
  }
}
