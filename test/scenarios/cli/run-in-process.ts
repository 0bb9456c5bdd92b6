import { exportCommand } from "../../../cli/export";
import { initCommand } from "../../../cli/init";
import { runProgram } from "../../../cli/program";
import { reportCommand } from "../../../cli/report";
import { statusCommand } from "../../../cli/status";
import { usageCommand } from "../../../cli/usage";
import type { TestSimulator } from "../../support/simulator";
import { saidBy } from "../../unit/cli/said";

/** Runs a command of this process against a simulator, or what else an environment names, with its source as it stands. */
export async function runInProcess(simulator: Pick<TestSimulator, "env">, ...commandLine: string[]) {
  const environment = process.env;
  let exitCode: number | undefined;
  process.env = { ...environment, ...simulator.env };
  try {
    const said = await saidBy(async () => {
      const commands = [initCommand(), exportCommand(), statusCommand(), usageCommand(), reportCommand()];
      exitCode = await runProgram(commands, ["node", "pulumi-losant", ...commandLine]);
    });
    return { ...said, exitCode };
  } finally {
    process.env = environment;
  }
}
