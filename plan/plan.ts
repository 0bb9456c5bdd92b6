import { z } from "zod";
import { PlannedPerson, PlannedRefusal, PlanRecord, UnmanagedPerson } from "./record";

/** A person, and the resource that says what becomes of them. */
export const PersonInPlan = z.object({
  ...PlannedPerson.shape,
  resource: z.object({ kind: PlanRecord.shape.kind, name: z.string().optional() }),
});
export type PersonInPlan = z.infer<typeof PersonInPlan>;

export const OrganizationPlan = z.object({
  id: z.string(),
  name: z.string().optional(),
  /** When Losant was read: ISO text; absent where only the stack tells of the organization. */
  readAt: z.string().optional(),
  seats: PlanRecord.shape.seats,
  /** Who changes, waits or is let go of, and who stays with an end; others are counted. */
  people: z.array(PersonInPlan),
  unchanged: z.number(),
  unmanaged: z.array(UnmanagedPerson),
  refusals: z.array(PlannedRefusal),
  /** Whom the program asks for a second factor, who are there and have none: their addresses. */
  withoutTwoFactor: z.array(z.string()).optional(),
  /** Settings of the organization that change. */
  settings: z.array(z.object({ name: z.string(), from: z.unknown(), to: z.unknown() })),
});
export type OrganizationPlan = z.infer<typeof OrganizationPlan>;

/** What an `up` would do to people, as `pulumi-losant plan --json` writes it. */
export const Plan = z.object({
  version: z.literal(1),
  stack: z.string(),
  /** The commit that was planned, and the one it is compared with, where the pipeline tells. */
  commit: z.string().optional(),
  base: z.string().optional(),
  /** The command that makes this plan again. */
  command: z.string(),
  organizations: z.array(OrganizationPlan),
  /** Why the preview failed, apart from refusals. */
  errors: z.array(z.string()),
  /** What is not known, as the preview failed or stopped before. */
  unknown: z.array(z.string()),
});
export type Plan = z.infer<typeof Plan>;

/** The JSON Schema of a plan, for those who read it. */
export function planSchema(): object {
  return { title: "A plan of pulumi-losant", ...z.toJSONSchema(Plan) };
}
