import { z } from "zod";
import type * as types from "../types";
import { maybe } from "./maybe";
import { InvitedEmail, ResourceRoles, ResourceRolesToSend, Role, withKnownRole } from "./roles";

/** The latest date that counts as one: any validity may be added to it and the sum is still a date. */
const latestDate = Date.UTC(9999, 11, 31);
/** The longest validity that counts as one, in milliseconds: a century. */
const longestTtl = 100 * 366 * 24 * 60 * 60 * 1000;

const AnsweredInvite = z.looseObject({
  id: z.string(),
  email: z.string(),
  role: maybe(z.string()),
  applicationRoles: ResourceRoles,
  dashboardRoles: ResourceRoles,
  inviteDate: maybe(z.string().refine((text) => Math.abs(Date.parse(text)) <= latestDate)),
  ttl: maybe(z.number().min(0).max(longestTtl)),
  hasExpired: maybe(z.boolean()),
  disallowTransfer: maybe(z.boolean()),
});

export const Invite = AnsweredInvite.transform(withKnownRole) satisfies z.ZodType<types.Invite>;

export const InvitePost = z.strictObject({
  email: InvitedEmail,
  role: Role,
  applicationRoles: ResourceRolesToSend.optional(),
  dashboardRoles: ResourceRolesToSend.optional(),
  disallowTransfer: z.boolean().optional(),
}) satisfies z.ZodType<types.InvitePost, types.InvitePost>;
