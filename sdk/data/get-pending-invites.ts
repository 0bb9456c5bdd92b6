import { dataFunctions } from "../../client/data-functions";
import type { ResourceRoleOutput, Role } from "../roles";
import { askHere } from "./ask-here";
import { outputForm } from "./output-form";

/** The arguments of {@link getPendingInvites}. */
export interface GetPendingInvitesArgs {
  /** The organization: 24 hex digits. */
  orgId: string;
}

/** An invite that nobody has accepted yet. */
export interface PendingInvite {
  /** The invite's id. */
  id: string;
  /** The address that it was sent to. */
  email: string;
  /** The role in the organization that it gives; `none` where Losant gives none that is known. */
  role: Role;
  /** A role that is not known, as Losant says it. */
  unknownRole?: string;
  /** The roles on single applications that it gives. */
  applicationRoles: ResourceRoleOutput[];
  /** The roles on single dashboards that it gives. */
  dashboardRoles: ResourceRoleOutput[];
  /** When it was sent: ISO text. */
  inviteDate?: string;
  /** How long it holds, in milliseconds. */
  ttl?: number;
  /** Whether it has ended, as Losant says. */
  hasExpired?: boolean;
  /** Whether it can be accepted only with an account of this very address. */
  disallowTransfer?: boolean;
  /** When it ends, or ended: ISO text. Absent where Losant does not say. */
  expiresAt?: string;
}

/**
 * Reads the invites of an organization that nobody has accepted. Expired ones are among them until somebody
 * revokes them: look at `hasExpired`.
 *
 * @returns The invites, expired ones too.
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
  return askHere(dataFunctions.getPendingInvites, args);
}

/** As {@link getPendingInvites}, for arguments that may be Outputs. */
export const getPendingInvitesOutput = outputForm(getPendingInvites);
