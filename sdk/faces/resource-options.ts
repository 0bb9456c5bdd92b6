import type * as pulumi from "@pulumi/pulumi";
import { programError } from "../errors";

/** Refuses an option that Pulumi's dynamic providers crash over. */
export function checkOptions(kind: string, name: string, options: pulumi.CustomResourceOptions = {}): void {
  if (options.import === undefined) return;
  throw programError(
    `${kind} "${name}": the import option does not work here, and neither does pulumi import. Take it out: creating ` +
      `the resource adopts what exists already, and changes only what the program states and what differs.`,
  );
}
