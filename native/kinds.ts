import type { z } from "zod";
import { ResourceCalls } from "../provider/calls/resource-calls";
import { type ResourceKind, resourceKinds } from "../provider/calls/resource-kinds";
import type { RunSource } from "../provider/live/run-source";

/** One kind of resource, as this plugin serves it. */
export interface Kind {
  calls: ResourceCalls<z.ZodObject, z.ZodObject>;
  /** The outputs that are secret where the named inputs are. */
  secretOutputs: (secretInputs: ReadonlySet<string>) => string[];
}

/** All kinds by their type. `source` finds the run that they share. */
export function kindsOf(source: Pick<RunSource, "run">): ReadonlyMap<string, Kind> {
  const kinds: ResourceKind[] = Object.values(resourceKinds);
  return new Map(
    kinds.map((kind) => [
      `losant:index:${kind.lifecycle.kind}`,
      {
        calls: new ResourceCalls(kind.lifecycle, source),
        secretOutputs: (secretInputs) => secretOutputs(kind, secretInputs),
      },
    ]),
  );
}

function secretOutputs(
  { secrets = [], secretWith = {} }: ResourceKind,
  inputs: ReadonlySet<string>,
): string[] {
  const following = Object.entries(secretWith).filter(([, argument]) => inputs.has(argument));
  return [...inputs, ...secrets, ...following.map(([output]) => output)];
}
