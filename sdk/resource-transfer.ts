import type * as pulumi from "@pulumi/pulumi";
import type { LosantId } from "./resource";
import { LosantResource } from "./resource";

/** The arguments of {@link ResourceTransfer}. A change of any makes another transfer. */
export interface ResourceTransferArgs {
  /** The organization that gives: 24 hex digits. */
  orgId: pulumi.Input<LosantId>;
  /** The organization or user that receives: 24 hex digits. The authenticated user must be an admin there too. */
  destinationId: pulumi.Input<LosantId>;
  /** What `destinationId` is. */
  destinationType: pulumi.Input<"user" | "organization">;
  /** The applications to move; at most 1000. At least one application or dashboard is required. */
  applicationIds?: pulumi.Input<pulumi.Input<LosantId>[]>;
  /** The dashboards to move; at most 1000. */
  dashboardIds?: pulumi.Input<pulumi.Input<LosantId>[]>;
  /** Passed on as it is; the vendor does not describe it. */
  strict?: pulumi.Input<boolean>;
}

/**
 * Moves applications and dashboards to another owner, once. Destroying it moves nothing back, and says so. A
 * transfer is never repeated automatically: where Losant's response was lost, the request may have
 * succeeded, and the error says so. Its id is a new one each time.
 *
 * @example
 * ```ts
 * import * as losant from "pulumi-losant";
 *
 * new losant.ResourceTransfer("hand-over", {
 *   orgId: "575ed6e87ae143cd83dc4aa8",
 *   destinationId: "575ed70c7ae143cd83dc4aa9",
 *   destinationType: "organization",
 *   applicationIds: ["575ed71e7ae143cd83dc4aaa"],
 * });
 * ```
 */
export class ResourceTransfer extends LosantResource {
  declare readonly orgId: pulumi.Output<string>;
  declare readonly destinationId: pulumi.Output<string>;
  declare readonly destinationType: pulumi.Output<"user" | "organization">;
  declare readonly applicationIds: pulumi.Output<string[] | undefined>;
  declare readonly dashboardIds: pulumi.Output<string[] | undefined>;
  declare readonly strict: pulumi.Output<boolean | undefined>;

  constructor(name: string, args: ResourceTransferArgs, options?: pulumi.CustomResourceOptions) {
    super("ResourceTransfer", name, args, options);
  }
}
