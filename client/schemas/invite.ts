import { z } from "zod";
import { ResourceRole, ResourceRoles, Role } from "./roles";

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
  hasExpired: z.boolean().optional(),
  disallowTransfer: z.boolean().optional(),
});
export type Invite = z.infer<typeof Invite>;

/** An invite to send. */
export const InvitePost = z.strictObject({
  email: z.string().max(1024),
  role: Role,
  applicationRoles: z.array(ResourceRole).max(100).optional(),
  dashboardRoles: z.array(ResourceRole).max(100).optional(),
  disallowTransfer: z.boolean().optional(),
});
export type InvitePost = z.infer<typeof InvitePost>;
