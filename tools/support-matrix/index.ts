import { join } from "node:path";
import { Command } from "commander";
import { temporaryFolder } from "../../test/support/project-folder";
import { TestSimulator } from "../../test/support/simulator";
import { buildWhenStale } from "../set-up/build";
import { projectFolder } from "../set-up/project";
import { ensurePulumiCli } from "../set-up/pulumi-cli";
import { type Combination, combinations } from "./combinations";
import { NotToBeHad, succeed } from "./obtained";
import { tryCombination } from "./try-combination";

/*
 * `npm run test:support`: installs the packed package as others would, and runs a program on the real CLI against the
 * simulator, for each combination of what a project may be made of. Prints the table of docs/supported-versions.md;
 * what cannot be had here stands in it as "not tested".
 */

const command = new Command("npm run test:support --")
  .option("--only <text>", "only rows that hold this text", "")
  .action(({ only }: { only: string }) => tryAll(only));

async function tryAll(only: string): Promise<void> {
  await buildWhenStale();
  await ensurePulumiCli();
  const tarball = await pack();
  const simulator = await TestSimulator.start();
  console.log("| Node | @pulumi/pulumi | TypeScript | moduleResolution | program | installed by | result |");
  console.log("|---|---|---|---|---|---|---|");
  for (const combination of combinations.filter((one) => cellsOf(one).join(" | ").includes(only))) {
    const result = await resultOf(combination, tarball, simulator);
    console.log(`| ${[...cellsOf(combination), result].join(" | ")} |`);
  }
  await simulator.close();
}

async function pack(): Promise<string> {
  const folder = temporaryFolder("packed");
  await succeed("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], projectFolder);
  const { version } = require("../../package.json");
  return join(folder, `pulumi-losant-${version}.tgz`);
}

async function resultOf(
  combination: Combination,
  tarball: string,
  simulator: TestSimulator,
): Promise<string> {
  try {
    await tryCombination(combination, tarball, simulator);
    return "works";
  } catch (error) {
    if (error instanceof NotToBeHad) return `not tested: ${error.message}`;
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
    return "fails";
  }
}

function cellsOf({ node, sdk, typescript, moduleResolution, modules, manager }: Combination): string[] {
  return [String(node), sdk, String(typescript), moduleResolution, modules, manager];
}

command.parseAsync().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
