import { ciCommand } from "../../../cli/ci";
import { commentCommand } from "../../../cli/comment";
import { driftIssueCommand } from "../../../cli/drift-issue";
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
    const ofPipelines = [ciCommand(), commentCommand(), driftIssueCommand()];
    const others = [exportCommand(), statusCommand(), reportCommand(), rosterCommand(), simulateCommand()];
    const commands = [initCommand(), ...others, ...ofPipelines];
    exitCode = await runProgram(commands, ["node", "pulumi-losant", ...commandLine]);
  });
  return { ...said, exitCode };
}
