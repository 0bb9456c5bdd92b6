import { exportCommand } from "../../../cli/export";
import { initCommand } from "../../../cli/init";
import { runProgram } from "../../../cli/program";
import { reportCommand } from "../../../cli/report";
import { rosterCommand } from "../../../cli/roster";
import { simulateCommand } from "../../../cli/simulate";
import { statusCommand } from "../../../cli/status";
import { saidBy } from "./said";

/** Runs `pulumi-losant` in this process, with its source as it stands. */
export async function runHere(...commandLine: string[]) {
  let exitCode: number | undefined;
  const said = await saidBy(async () => {
    const commands = [
      initCommand(),
      exportCommand(),
      statusCommand(),
      reportCommand(),
      rosterCommand(),
      simulateCommand(),
    ];
    exitCode = await runProgram(commands, ["node", "pulumi-losant", ...commandLine]);
  });
  return { ...said, exitCode };
}
