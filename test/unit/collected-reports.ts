import type { Reporter } from "../../provider/vocabulary/reporter";

/** Keeps what is told, warnings marked as such. */
export class CollectedReports implements Reporter {
  readonly lines: string[] = [];

  info(text: string): void {
    this.lines.push(text);
  }

  warn(text: string): void {
    this.lines.push(`warning: ${text}`);
  }

  progress(): void {}

  count(_about: string, line: (count: number) => string): void {
    this.lines.push(line(1));
  }
}
