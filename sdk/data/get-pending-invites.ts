import type { Invite } from "../../client";
import { ask, outputForm } from "./connection";
import type { Known } from "./known";

/** The arguments of {@link getPendingInvites}. */
export interface GetPendingInvitesArgs {
  /** The organization: 24 hex digits. */
  orgId: string;
}

/** An invite that nobody has accepted yet. */
export type PendingInvite = Known<Invite> & {
  /** When it ends, or ended: ISO text. */
  expiresAt: string;
};

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
  const invites = await ask((client) => client.org.pendingInvites({ orgId: args.orgId }));
  return invites.map((invite) => ({ ...invite, expiresAt: endOf(invite) }));
}

/** As {@link getPendingInvites}, for arguments that may be Outputs. */
export const getPendingInvitesOutput = outputForm(getPendingInvites);

function endOf(invite: Invite): string {
  return new Date(Date.parse(invite.inviteDate ?? "") + (invite.ttl ?? 0)).toISOString();
}
