import { readFileSync } from "node:fs";
import { ConfigurationError } from "../../client";
import { ApprovedPlan, approvedPlanVariable } from "../../plan/approved";

/** Reads the approved plan of a run. @throws ConfigurationError where there is none in the file: nothing is approved then. */
export function readApprovedPlan(path: string | undefined): ApprovedPlan | undefined {
  if (!path) return undefined;
  try {
    return ApprovedPlan.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    throw new ConfigurationError(
      `${approvedPlanVariable} must name a file that "pulumi-losant plan --save" wrote; ${path} is none`,
    );
  }
}
