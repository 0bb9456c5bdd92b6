/** What test/support/reporter.ts writes about a run of mocha. */
export interface Results {
  passed: number;
  failed: number;
  skipped: number;
  /** The titles of the failed tests. */
  failures: string[];
  /** Milliseconds in the tests and hooks of each file. */
  files: Record<string, number>;
}

/** A run that has not begun. */
export const noResults = (): Results => ({ passed: 0, failed: 0, skipped: 0, failures: [], files: {} });

/** `N passed, M failed`, which .ci/run reads too. */
export function summaryOf({ passed, failed, skipped }: Results): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** Several runs as one. */
export function sumOf(all: readonly Results[]): Results {
  const total = (count: (results: Results) => number) => all.reduce((sum, one) => sum + count(one), 0);
  return {
    passed: total(({ passed }) => passed),
    failed: total(({ failed }) => failed),
    skipped: total(({ skipped }) => skipped),
    failures: all.flatMap(({ failures }) => failures),
    files: Object.assign({}, ...all.map(({ files }) => files)),
  };
}

/** The files that took longest, with seconds. */
export function slowest({ files }: Results, count: number): string[] {
  const sorted = Object.entries(files).sort(([, left], [, right]) => right - left);
  return sorted.slice(0, count).map(([file, time]) => `${(time / 1000).toFixed(1).padStart(7)} s  ${file}`);
}
