import { z } from "zod";
import type { Executed } from "../../tools/set-up/execute";
import { nameOf } from "./pulumi-state";

const plannedStep = z.looseObject({
  op: z.string(),
  urn: z.string(),
  diffReasons: z.array(z.string()).optional(),
  replaceReasons: z.array(z.string()).optional(),
  detailedDiff: z.record(z.string(), z.unknown()).nullish(),
  oldState: z.looseObject({ inputs: z.record(z.string(), z.unknown()).optional() }).optional(),
  newState: z.looseObject({ inputs: z.record(z.string(), z.unknown()).optional() }).optional(),
});

const preview = z.looseObject({
  steps: z.array(plannedStep).default([]),
  diagnostics: z
    .array(z.looseObject({ message: z.string().optional(), severity: z.string().optional() }))
    .default([]),
  changeSummary: z.record(z.string(), z.number()).default({}),
});

/** What `pulumi preview --json` tells. */
export interface PlannedChanges extends z.infer<typeof preview> {
  exitCode: number;
  /** The steps by the resources' names; the last one counts. */
  byName: Record<string, z.infer<typeof plannedStep>>;
  /** All that the user is told, a line each. */
  messages: string[];
}

/** Reads what `pulumi preview --json` printed. */
export function parsePreview({ exitCode, stdout, output }: Executed): PlannedChanges {
  if (!stdout.trim()) throw new Error(`The preview gave no JSON.\n${output}`);
  const planned = preview.parse(JSON.parse(stdout));
  const byName = Object.fromEntries(planned.steps.map((step) => [nameOf(step.urn), step]));
  const messages = planned.diagnostics.map(({ message }) => (message ?? "").trim());
  return { ...planned, exitCode, byName, messages };
}
