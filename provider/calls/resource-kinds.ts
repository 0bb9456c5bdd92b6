import type { z } from "zod";
import { orgInvite } from "../resources/org-invite";
import { orgMember } from "../resources/org-member";
import { orgMembership } from "../resources/org-membership";
import { orgRoster } from "../resources/org-roster";
import { organization } from "../resources/organization";
import type { ResourceLifecycle } from "../resources/resource-lifecycle";
import { resourceTransfer } from "../resources/resource-transfer";

/** One kind of resource: what happens to it, and what the engine and users are told of its properties. */
export interface ResourceKind {
  readonly lifecycle: ResourceLifecycle<z.ZodObject, z.ZodObject>;
  /** The arguments another value of which always makes another thing. */
  readonly replacing: readonly string[];
  /** Properties that are secret even where the program does not say so. */
  readonly secrets?: readonly string[];
  /** Outputs that are secret where an argument is: the argument by the output. */
  readonly secretWith?: Readonly<Record<string, string>>;
}

/**
 * Every kind of resource, in the order of the README, by the export of `provider/index.ts` that runs it. Both faces, the
 * classes of `sdk/` and the package's schema have them from here.
 */
export const resourceKinds = {
  organization: { lifecycle: organization, replacing: ["orgId"], secrets: ["cardToken"] },
  orgMember: { lifecycle: orgMember, replacing: ["orgId", "userId"] },
  orgInvite: { lifecycle: orgInvite, replacing: ["orgId", "email"] },
  orgMembership: { lifecycle: orgMembership, replacing: ["orgId"] },
  // What is recorded of people is encrypted, and who has yet to accept where the program may keep the people secret.
  orgRoster: {
    lifecycle: orgRoster,
    replacing: ["orgId"],
    secrets: ["__people"],
    secretWith: { awaiting: "members" },
  },
  resourceTransfer: {
    lifecycle: resourceTransfer,
    replacing: Object.keys(resourceTransfer.arguments.shape),
  },
} satisfies Record<string, ResourceKind>;

export type ResourceKindName = keyof typeof resourceKinds;
