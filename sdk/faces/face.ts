import type * as pulumi from "@pulumi/pulumi";

/** One of the two ways in which the engine runs a resource: in its dynamic-provider process, or by our own plugin. */
export interface Face {
  /** Refuses what this face cannot do, before anything is registered. */
  check(kind: string, name: string, options: pulumi.CustomResourceOptions | undefined): void;
  /** The type that states record: never change it. */
  typeOf(kind: string): string;
  /** Inputs beside the program's. */
  inputs(handler: string): object;
  /** Options beside the program's. */
  options(kind: string): pulumi.CustomResourceOptions;
}
