import { existsSync, readFileSync } from "node:fs";
import { Plan } from "../../plan/plan";

/**
 * Reads what `pulumi-losant plan --json` wrote; undefined where there is no such file.
 *
 * @throws where the file is something else, or the plan of another stack.
 */
export function readPlan(file: string, stack: string): Plan | undefined {
  if (!existsSync(file)) return undefined;
  const plan = planIn(file);
  if (plan.stack === stack) return plan;
  throw new Error(`${file} is the plan of stack ${plan.stack}, and --stack says ${stack}`);
}

function planIn(file: string): Plan {
  try {
    return Plan.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new Error(`${file} was not written by "pulumi-losant plan --json", or by another version of it`);
  }
}
