import { z } from "zod";
import { Email, Id, oneOf, RecordedRoleLists, Role, RoleArguments } from "./arguments";
import type { Roles } from "./roles";
import { TermArguments, type Terms } from "./terms";

/** Whether an invite that has lapsed is sent again by itself, and with `always` also one of a member who is gone. */
export const renewals = ["automatic", "manual", "always"] as const;

/** What a program may say of an invited person, whatever the class. */
export const InviteArguments = {
  orgId: Id,
  email: Email,
  ...RoleArguments,
  ...TermArguments,
  disallowTransfer: z.boolean().optional(),
  renewal: oneOf(renewals).optional(),
  resend: z.string().optional(),
};

/** What a program states of an invite. */
export interface DesiredInvite extends Partial<Roles>, Terms {
  email: string;
  disallowTransfer?: boolean | undefined;
  renewal?: (typeof renewals)[number] | undefined;
  resend?: string | undefined;
}

/** What is recorded of an invite: what was last sent, when, and what came of it. */
export const RecordedInvite = z.object({
  role: Role.optional(),
  ...RecordedRoleLists,
  /** `left`: a member who is one no more, though the program still wants them. */
  status: z.string().optional(),
  inviteId: z.string().optional(),
  /** When the last email went out. Undefined for an invite that is wanted and was never confirmed as sent. */
  inviteDate: z.string().optional(),
  expiresAt: z.string().optional(),
  disallowTransfer: z.boolean().optional(),
  resend: z.string().optional(),
  /** Once a member: they are followed by it when their address changes. */
  userId: z.string().optional(),
  /** To be an admin once their second factor is there. */
  awaitsTwoFactor: z.boolean().optional(),
  /** The role that they have, or are invited to, until then. */
  roleUntilTwoFactor: Role.optional(),
  /** Which role lists the program stated: taken out together with a move, they become empty as well. */
  statedLists: z.array(z.string()).readonly().optional(),
});
export type RecordedInvite = z.infer<typeof RecordedInvite>;
