import type { ResourceRoleOutput, Role } from "../roles";
import { id } from "./arguments";
import { outputForm } from "./output-form";
import { withRoleLists } from "./role-lists";
import { sharedQuestion } from "./shared-question";

/** The arguments of {@link getPendingInvites}. */
export interface GetPendingInvitesArgs {
  /** The organization: 24 hex digits. */
  orgId: string;
}

/** An invite that nobody has accepted yet. */
export interface PendingInvite {
  id: string;
  email: string;
  role: Role;
  applicationRoles: ResourceRoleOutput[];
  dashboardRoles: ResourceRoleOutput[];
  /** When it was sent: ISO text. */
  inviteDate?: string;
  /** How long it holds, in milliseconds. */
  ttl?: number;
  hasExpired?: boolean;
  /** Whether it can be accepted only with an account of this very address. */
  disallowTransfer?: boolean;
  /** When it ends, or ended: ISO text. Absent where Losant does not say. */
  expiresAt?: string;
}

const sharedInvites = sharedQuestion<GetPendingInvitesArgs, Omit<PendingInvite, "expiresAt">[]>({
  call: "getPendingInvites",
  checks: { orgId: id },
  ask: async (client, { orgId }) => (await client.org.pendingInvites({ orgId })).map(withRoleLists),
});

/**
 * Reads the invites of an organization that nobody has accepted. Expired ones are among them until somebody
 * revokes them: look at `hasExpired`.
 *
 * @throws pulumi.RunError with Losant's own message, and what to do.
 * @example
 * ```ts
 * import * as losant from "pulumi-losant";
 *
 * export const waiting = losant
 *   .getPendingInvites({ orgId: "575ed6e87ae143cd83dc4aa8" })
 *   .then((invites) => invites.filter((invite) => !invite.hasExpired).map((invite) => invite.email));
 * ```
 */
export async function getPendingInvites(args: GetPendingInvitesArgs): Promise<PendingInvite[]> {
  const invites = structuredClone(await sharedInvites(args));
  return invites.map((invite) => ({ ...invite, expiresAt: endOf(invite) }));
}

/** As {@link getPendingInvites}, for arguments that may be Outputs. */
export const getPendingInvitesOutput = outputForm(getPendingInvites);

/** Undefined for a date or a duration that cannot be understood: one odd invite must not hide the others. */
function endOf({ inviteDate = "", ttl = Number.NaN }: Omit<PendingInvite, "expiresAt">): string | undefined {
  const end = new Date(Date.parse(inviteDate) + ttl);
  return Number.isNaN(end.getTime()) ? undefined : end.toISOString();
}
