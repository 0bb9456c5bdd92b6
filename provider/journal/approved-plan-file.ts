import { readFileSync } from "node:fs";
import { ConfigurationError } from "../../client";
import { ApprovedPlan, approvedPlanVariable, isApprovedFor } from "../../plan/approved";

/**
 * Reads the approved plan of a run over a stack; undefined where the face is not told the stack.
 *
 * @throws ConfigurationError where the file has none, or another stack's: nothing is approved then.
 */
export function readApprovedPlan(
  path: string | undefined,
  stack: string | undefined,
): ApprovedPlan | undefined {
  if (!path) return undefined;
  const approved = parsed(path);
  if (stack === undefined || isApprovedFor(approved, stack)) return approved;
  throw new ConfigurationError(
    `${approvedPlanVariable} names the approved plan of stack ${approved.stack}, and this is stack ${stack}: ` +
      "plan this stack, and have that approved",
  );
}

function parsed(path: string): ApprovedPlan {
  try {
    return ApprovedPlan.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    throw new ConfigurationError(
      `${approvedPlanVariable} must name a file that "pulumi-losant plan --save" wrote; ${path} is none`,
    );
  }
}
