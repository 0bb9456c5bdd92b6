import { z } from "zod";
import type { ResourceRole, Role } from "../types/roles";
import { maybe } from "./maybe";
import { InvitedEmail, ResourceRoles, ResourceRolesToSend, RoleName, withKnownRole } from "./roles";
import type { AnswerSchema, ArgumentSchema } from "./schema";

/** An invite that nobody has accepted; expired ones stay listed until somebody revokes them. */
export interface Invite {
  /** 24 hex digits. */
  id: string;
  /** The invited address; Losant keeps it in lower case. */
  email: string;
  /** `none` where the answer gives no role that is known; a word that is not known is `unknownRole`. */
  role: Role;
  unknownRole?: string | undefined;
  /** Undefined where the answer does not give the list: unknown, not empty. */
  applicationRoles?: ResourceRole[] | undefined;
  /** Undefined where the answer does not give the list: unknown, not empty. */
  dashboardRoles?: ResourceRole[] | undefined;
  /** When it was sent: text that `Date.parse` reads. Undefined where the answer gives no such date. */
  inviteDate?: string | undefined;
  /** How long it is valid, in milliseconds. */
  ttl?: number | undefined;
  hasExpired?: boolean | undefined;
  /** Whether it can be accepted only by the invited address. */
  disallowTransfer?: boolean | undefined;
  /** What else the answer holds. */
  [key: string]: unknown;
}

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

export const Invites: AnswerSchema<Invite[]> = z.array(AnsweredInvite.transform(withKnownRole));

/** An invite to send. */
export interface InvitePost {
  email: string;
  role: Role;
  /** At most 100. */
  applicationRoles?: ResourceRole[] | undefined;
  /** At most 100. */
  dashboardRoles?: ResourceRole[] | undefined;
  disallowTransfer?: boolean | undefined;
}

export const InvitePost: ArgumentSchema<InvitePost> = z.strictObject({
  email: InvitedEmail,
  role: RoleName,
  applicationRoles: ResourceRolesToSend.optional(),
  dashboardRoles: ResourceRolesToSend.optional(),
  disallowTransfer: z.boolean().optional(),
});
