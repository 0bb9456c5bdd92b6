import { z } from "zod";
import type { Plan } from "./plan";
import { PlannedPerson, PlannedRoles } from "./record";

/** One change of a person that was approved. */
const ApprovedChange = z.object({
  email: z.string().optional(),
  userId: z.string().optional(),
  does: PlannedPerson.shape.does,
  to: PlannedRoles.optional(),
});
export type ApprovedChange = z.infer<typeof ApprovedChange>;

/** What was approved, as `pulumi-losant plan --save` writes it. */
export const ApprovedPlan = z.object({
  version: z.literal(1),
  stack: z.string(),
  organizations: z.array(z.object({ id: z.string(), changes: z.array(ApprovedChange) })),
});
export type ApprovedPlan = z.infer<typeof ApprovedPlan>;

/** The environment variable with the file of an approved plan. */
export const approvedPlanVariable = "LOSANT_APPROVED_PLAN";

/** Whether a plan was approved for a stack; names may carry the stack's organization and project. */
export function isApprovedFor({ stack: approved }: Pick<ApprovedPlan, "stack">, stack: string): boolean {
  return approved.split("/").at(-1) === stack.split("/").at(-1);
}

/** The changes of a plan, for an `up` that may do nothing else. */
export function approvedPlan({ stack, organizations }: Plan): ApprovedPlan {
  const changing = ["invite", "change roles", "remove", "revoke"];
  return {
    version: 1,
    stack,
    organizations: organizations.map(({ id, people }) => ({
      id,
      changes: people
        .filter(({ does }) => changing.includes(does))
        .map(({ email, userId, does, to }) => ApprovedChange.parse({ email, userId, does, to })),
    })),
  };
}
