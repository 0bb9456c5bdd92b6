import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import { type MochaOptions, type Runnable, type Runner, reporters } from "mocha";
import { projectFolder } from "../../tools/set-up/project";
import { type Results, summaryOf } from "../../tools/tests/results";

/**
 * Mocha's own report, and last of all one line: `N passed, M failed`. Of the reporter's options, `ring` puts a name before
 * it, and `results` is the path of a file for what tools/run-tests.ts sums up.
 */
export default class Reporter extends reporters.Spec {
  private readonly files: Record<string, number> = {};
  private readonly options: Record<string, string>;

  constructor(runner: Runner, options: MochaOptions) {
    super(runner, options);
    this.options = options.reporterOptions ?? {};
    for (const event of ["test end", "hook end"]) runner.on(event, (done: Runnable) => this.addTime(done));
  }

  override epilogue(): void {
    super.epilogue();
    const { ring, results } = this.options;
    const counted = this.results();
    if (results !== undefined) writeFileSync(results, JSON.stringify(counted));
    console.log(`${ring === undefined ? "" : `${ring}: `}${summaryOf(counted)}`);
  }

  /** Hooks count as well: in some suites they do most of the work. */
  private addTime({ file, duration = 0 }: Runnable): void {
    if (file === undefined) return;
    const name = relative(projectFolder, file);
    this.files[name] = (this.files[name] ?? 0) + duration;
  }

  private results(): Results {
    const { passes: passed, failures: failed, pending: skipped } = this.stats;
    const failures = this.failures.map((test) => test.fullTitle());
    return { passed, failed, skipped, failures, files: this.files };
  }
}
