import assert from "node:assert/strict";
import type { Case } from "./case";
import { judge, type MakeRun, runClean } from "./judge";
import { nameOf, type Plans } from "./matrix";

const mostShown = 10;

/** Runs cases, counts them, and fails with those that went wrong and the commands that replay them. */
export class Tally {
  private cases = 0;
  private calls = 0;
  private scenarios = 0;
  private seconds = 0;
  private readonly only = process.env.FAULT_CASE;

  constructor(private readonly what: string) {}

  /** Runs all plans at all calls of a scenario. */
  async run(prepared: Case, plans: Plans, makeRun?: MakeRun): Promise<void> {
    const { name } = prepared.scenario;
    if (this.only !== undefined && !this.only.startsWith(`${name}:`)) return;
    const begun = process.cpuUsage();
    const clean = await runClean(prepared);
    this.scenarios += 1;
    this.calls += clean.calls.length;
    const reads = clean.calls.findIndex((call) => !call.startsWith("GET "));
    const firstWrite = reads < 0 ? clean.calls.length : reads;
    const failures: string[] = [];
    for (const [index, call] of clean.calls.entries()) {
      for (const plan of plans(index + 1, index < firstWrite)) {
        const id = nameOf(name, plan);
        if (this.only !== undefined && this.only !== id) continue;
        this.cases += 1;
        const problems = await judge(prepared, clean, plan, makeRun).catch((error: Error) => [error.message]);
        if (problems.length > 0) failures.push(`${id} (${call})\n    ${problems.join("\n    ")}`);
      }
    }
    const { user, system } = process.cpuUsage(begun);
    this.seconds += (user + system) / 1e6;
    assert.equal(failures.length, 0, this.report(failures));
  }

  /** One line: how much was tried. */
  print(): void {
    const where = `${this.calls} calls of ${this.scenarios} scenarios`;
    console.log(
      `    ${this.what}: ${this.cases} cases at ${where}, ${this.seconds.toFixed(0)} s of CPU here`,
    );
  }

  private report(failures: string[]): string {
    const shown = failures.slice(0, mostShown).map((failure) => {
      const id = failure.split(" ")[0] ?? "";
      return `${failure}\n    replay: FAULTS=all FAULT_CASE=${id} npx mocha "test/scenarios/faults/*.test.ts"`;
    });
    return `${failures.length} cases went wrong:\n${shown.join("\n")}`;
  }
}
