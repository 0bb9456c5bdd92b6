import { printableLines } from "../../client";
import type { Reporter } from "../vocabulary/reporter";

/** How long nobody may have added to a count before it is told, in milliseconds. */
const quietTime = 40;

interface Count {
  value: number;
  line: (count: number) => string;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Prints to stdout, which the engine shows to users and notes among the diagnostics of `--json`. A line is printed
 * once a process, however many resources say it.
 */
export class ConsoleReporter implements Reporter {
  private readonly told = new Set<string>();
  private readonly counts = new Map<string, Count>();

  /** `print` writes a text, whose lines others cannot have forged. */
  constructor(private readonly print: (text: string) => void = console.log) {}

  info(text: string): void {
    this.tell(text);
  }

  warn(text: string): void {
    this.tell(`warning: ${text}`);
  }

  /** Nothing here could take a line back. */
  progress(): void {}

  count(about: string, line: (count: number) => string): void {
    const count: Count = this.counts.get(about) ?? { value: 0, line, timer: undefined };
    clearTimeout(count.timer);
    count.value += 1;
    count.timer = setTimeout(() => this.tell(line(count.value)), quietTime).unref();
    this.counts.set(about, count);
  }

  private tell(text: string): void {
    if (this.told.has(text)) return;
    this.told.add(text);
    this.print(printableLines(text));
  }
}
