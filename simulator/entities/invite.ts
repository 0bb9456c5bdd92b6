import { z } from "zod";
import { count, email, id, moment, organizationRole } from "./primitives";
import { resourceRoles } from "./resource-roles";

/** An invite as it is stored. `token` is what the email to the invited person would carry. */
export const invite = z.strictObject({
  id,
  email,
  role: organizationRole,
  applicationRoles: resourceRoles,
  dashboardRoles: resourceRoles,
  inviteDate: moment,
  ttl: count,
  disallowTransfer: z.boolean(),
  token: z.string().min(1),
});

/** A pending or expired invite. */
export type Invite = z.infer<typeof invite>;

/**
 * An invite in a PUT state: `email` and `role` are enough, the rest is filled in.
 * `hasExpired` is taken but has no effect: it follows from `inviteDate`, `ttl` and the clock.
 */
export const inviteInput = invite
  .extend({ hasExpired: z.boolean() })
  .partial()
  .required({ email: true, role: true });

/** An invite as a test writes it. */
export type InviteInput = z.infer<typeof inviteInput>;

/** An invite ends after seven days (vendor's documentation); in milliseconds. */
export const inviteTtl = 7 * 24 * 60 * 60 * 1000;

/** Whether an invite has ended at a moment, given in milliseconds. */
export const hasExpired = (entry: Pick<Invite, "inviteDate" | "ttl">, now: number): boolean =>
  Date.parse(entry.inviteDate) + entry.ttl <= now;
