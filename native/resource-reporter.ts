import type { Reporter } from "../provider/vocabulary/reporter";
import type { Log } from "./engine-log";

/** Tells users something under a resource, at once. */
export class ResourceReporter implements Reporter {
  constructor(
    protected readonly log: Log,
    protected readonly urn: string,
  ) {}

  info(text: string): void {
    this.log.write("info", text, this.urn);
  }

  warn(text: string, isOfRun = false): void {
    this.log.write("warning", text, isOfRun ? "" : this.urn);
  }

  progress(text: string): void {
    this.log.progress(text, this.urn);
  }

  /** What a change has in common with others: `Plans` tells it of comparisons. */
  once(_text: string): void {}
}

/** A line of a plan: how it is told in a preview, and what of it where the plan is carried out. */
interface PlannedLine {
  preview: () => void;
  atUp?: () => void;
}

/** Keeps what a comparison plans for one resource: whether it is told depends on what the engine does next. */
class PlanReporter extends ResourceReporter {
  constructor(
    log: Log,
    urn: string,
    private readonly lines: PlannedLine[],
    private readonly reportOnce: (text: string) => void,
  ) {
    super(log, urn);
  }

  override info(text: string, atUp?: string): void {
    const preview = () => super.info(text);
    this.lines.push(atUp === undefined ? { preview } : { preview, atUp: () => super.info(atUp) });
  }

  override once(text: string): void {
    this.lines.push({ preview: () => this.reportOnce(text) });
  }
}

/**
 * The plans of a run, which check and diff make in previews and in updates alike, by resource. A preview tells them; an
 * update tells what was done, and of the plan only what that leaves out.
 */
export class Plans {
  private readonly lines = new Map<string, PlannedLine[]>();
  private readonly told = new Set<string>();

  constructor(private readonly log: Log) {}

  reporter(urn: string): Reporter {
    const lines = this.lines.get(urn) ?? [];
    this.lines.set(urn, lines);
    return new PlanReporter(this.log, urn, lines, (text) => this.reportOnce(text));
  }

  report(urn: string): void {
    for (const line of this.take(urn)) line.preview();
  }

  /** They are carried out now. */
  begin(urn: string): void {
    for (const line of this.take(urn)) line.atUp?.();
  }

  private reportOnce(text: string): void {
    if (this.told.has(text)) return;
    this.told.add(text);
    this.log.write("info", text, "");
  }

  private take(urn: string): PlannedLine[] {
    const lines = this.lines.get(urn) ?? [];
    this.lines.delete(urn);
    return lines;
  }
}
