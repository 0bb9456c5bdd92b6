import * as pulumi from "@pulumi/pulumi";
import { onePerRun } from "../one-per-run";

/** How many resources this run of the program may have changed so far. */
export const currentChanges = onePerRun(() => ({ count: 0 }));

/** Counts a resource as soon as the engine is done with it. A preview changes nothing. */
export function countChange(resource: pulumi.Resource): void {
  const changes = currentChanges();
  if (!changes || pulumi.runtime.isDryRun()) return;
  const count = () => {
    changes.count += 1;
  };
  pulumi.isSecret(resource.urn).then(count, count);
}
