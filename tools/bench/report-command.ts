import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { fill } from "../../test/support/filled-organization";
import { temporaryFolder } from "../../test/support/project-folder";
import { TestSimulator } from "../../test/support/simulator";
import { projectFolder } from "../set-up/project";

const sizes = [
  { people: 60, applications: 12 },
  { people: 1000, applications: 300 },
];

/** What `pulumi-losant report --usage` costs: seconds, and requests. */
export async function reportReportCommand(times: number): Promise<void> {
  console.log("\n| report of | seconds | requests |\n|---|---|---|");
  for (const { people, applications } of sizes) {
    const simulator = await TestSimulator.start();
    await fill(simulator, people, applications);
    const seconds: number[] = [];
    for (let turn = 0; turn < times; turn += 1) seconds.push(await run(simulator));
    const { total } = await simulator.requests();
    await simulator.close();
    const [fastest = 0] = seconds.sort((one, other) => one - other);
    console.log(
      `| ${people} people, ${applications} applications | ${fastest.toFixed(1)} | ${total / times} |`,
    );
  }
}

async function run({ env }: TestSimulator): Promise<number> {
  const started = performance.now();
  const command = join(projectFolder, "dist/cli/index.js");
  await promisify(execFile)(process.execPath, [command, "report", "--usage"], {
    cwd: temporaryFolder("bench-report"),
    env: { ...process.env, ...env },
  });
  return (performance.now() - started) / 1000;
}
