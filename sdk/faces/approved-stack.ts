import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { programError } from "../errors";
import { onePerRun } from "../one-per-run";

const currentCheck = onePerRun(() => ({ isDone: false }));

/**
 * Refuses the approved plan of another stack: Pulumi tells a dynamic provider no stack. Whatever else may be wrong with
 * the file is for the provider to say.
 */
export function refuseOtherStack(): void {
  const check = currentCheck();
  const path = process.env.LOSANT_APPROVED_PLAN;
  if (!check || check.isDone || !path) return;
  const approved = approvedStack(path);
  const stack = pulumi.getStack();
  if (approved !== undefined && approved !== stack)
    throw programError(
      `LOSANT_APPROVED_PLAN names the approved plan of stack ${approved}, and this is stack ${stack}: plan this ` +
        "stack, and have that approved.",
    );
  check.isDone = true;
}

/** Without the organization and the project that its name may carry; undefined where the file tells none. */
function approvedStack(path: string): string | undefined {
  try {
    const { stack } = Object(JSON.parse(readFileSync(path, "utf8")));
    return typeof stack === "string" ? stack.split("/").at(-1) : undefined;
  } catch {
    return undefined;
  }
}
