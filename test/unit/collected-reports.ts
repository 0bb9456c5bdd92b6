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

  once(text: string): void {
    if (!this.lines.includes(text)) this.lines.push(text);
  }
}
