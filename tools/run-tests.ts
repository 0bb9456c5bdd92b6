import { spawnSync } from "node:child_process";
import { daySeed } from "../test/support/seed";
import { projectFolder } from "./set-up/project";
import { parseCommandLine } from "./tests/command-line";
import { matchingFiles } from "./tests/matching-files";
import { type Results, slowest, summaryOf, sumOf } from "./tests/results";
import { filesOf, rings, runRing } from "./tests/rings";

/*
 * `npm test`: the rings of tests one after another; at the end the slowest files and, last of all, the summary of all
 * rings, `N passed, M failed`. `npm test -- …` takes mocha's flags, and files and folders of tests. With `--grep` it
 * loads and sets up only what can match.
 */

const { ring, paths, isSearch, text, flags } = parseCommandLine(process.argv.slice(2));

/** Test files by ring. */
type Selection = [ring: string, files: string[]][];

function askedFor(): Selection {
  const isAsked = (file: string) => paths.length === 0 || paths.some((path) => file.startsWith(path));
  const names = ring === undefined ? rings : [ring];
  return names.map((name) => [name, filesOf(name).filter(isAsked)]);
}

function limitedTo(selection: Selection, isIncluded: (file: string) => boolean): Selection {
  return selection.map(([name, files]) => [name, files.filter(isIncluded)]);
}

async function runAll(selection: Selection): Promise<Results> {
  const results: Results[] = [];
  for (const [name, files] of selection.filter(([, { length }]) => length > 0)) {
    results.push(await runRing(name, { files, flags, isParallel: !isSearch && files.length > 1 }));
  }
  return sumOf(results);
}

const hasTests = ({ passed, failed, skipped }: Results): boolean => passed + failed + skipped > 0;

/** The files that can have a matching title, and all others where those have none. */
async function search(all: Selection, searched: string): Promise<Results> {
  const files = all.flatMap(([, ofRing]) => ofRing);
  const matching = new Set(matchingFiles(files, searched));
  console.log(`In ${matching.size} of ${files.length} files a title can match.`);
  const results = await runAll(limitedTo(all, (file) => matching.has(file)));
  if (hasTests(results)) return results;
  console.log("None does: looking in all others.");
  const others = await runAll(limitedTo(all, (file) => !matching.has(file)));
  if (!hasTests(others)) console.log(`\nNo test has a title that matches ${searched}.`);
  return others;
}

/** All that the tests of `real` use, before the first ring. What a search finds gets what its files need. */
function setUpFor(selection: Selection): void {
  if (isSearch || !selection.some(([name, { length }]) => name === "real" && length > 1)) return;
  const commandLine = ["--import=tsx", "tools/set-up/index.ts", "--all-languages"];
  const { status } = spawnSync(process.execPath, commandLine, { cwd: projectFolder, stdio: "inherit" });
  if (status !== 0) process.exit(1);
  process.env.TESTS_ARE_SET_UP = "true";
}

async function main(): Promise<void> {
  const selection = askedFor();
  setUpFor(selection);
  // The rings of a run that begins before midnight have one seed.
  process.env.TEST_SEED = daySeed().day;
  const results = await (text === undefined ? runAll(selection) : search(selection, text));
  if (results.failures.length > 0) console.log(["\nFailed:", ...results.failures].join("\n  "));
  if (!isSearch) console.log(["\nThe slowest files:", ...slowest(results, 10)].join("\n"));
  console.log(`\nTEST_SEED=${process.env.TEST_SEED}\n${summaryOf(results)}`);
  // A search that finds nothing is a mistake in the title.
  process.exitCode = results.failed > 0 || !hasTests(results) ? 1 : 0;
}

void main();
