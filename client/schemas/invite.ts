import { z } from "zod";
import { maybe } from "./maybe";
import { Email, ResourceRoles, ResourceRolesToSend, Role } from "./roles";

/** An invite that nobody has accepted; expired ones stay listed until somebody revokes them. */
export const Invite = z.looseObject({
  id: z.string(),
  email: z.string(),
  role: Role,
  applicationRoles: ResourceRoles,
  dashboardRoles: ResourceRoles,
  /** When it was sent: ISO text. */
  inviteDate: z.string(),
  /** How long it holds, in milliseconds. */
  ttl: z.number(),
  hasExpired: maybe(z.boolean()),
  disallowTransfer: maybe(z.boolean()),
});
export type Invite = z.infer<typeof Invite>;

/** An invite to send. */
export const InvitePost = z.strictObject({
  email: Email,
  role: Role,
  applicationRoles: ResourceRolesToSend.optional(),
  dashboardRoles: ResourceRolesToSend.optional(),
  disallowTransfer: z.boolean().optional(),
});
export type InvitePost = z.infer<typeof InvitePost>;
