import { type Invite, isLosantError } from "../../client";
import { needsFreshLook } from "../decisions/guard-rails/judge";
import { type InviteRecord, sentRecord, unsentRecord } from "../decisions/invite-record";
import { findMember, invitesOf } from "../decisions/people-index";
import type { Snapshot } from "../decisions/snapshot";
import type { InviteStep } from "../decisions/steps";
import type { DesiredInvite } from "../vocabulary/desired-invite";
import { causeOf, messageOf, ProviderError } from "../vocabulary/errors";
import { endOf } from "../vocabulary/until";
import { refuseNow } from "./judge-steps";
import type { RunOrganization } from "./run-organization";
import { writesTo } from "./writes";

/** An invite is wanted, what was there may be revoked, and it is not certain that the new one was sent. */
export class InviteNotSent extends ProviderError {
  override readonly name = "InviteNotSent";

  constructor(
    message: string,
    /** What to record, so that the next run looks and sends it. */
    readonly record: InviteRecord,
    cause: unknown,
  ) {
    super(message, cause);
  }
}

/**
 * Sends an invite, in the place of whatever invites the address has, if the organization has a seat and allows the
 * address; nothing is revoked before that is certain. None is sent once the access has ended, however long the request
 * takes.
 *
 * @throws InviteNotSent where something was done all the same.
 */
export async function sendInvite(
  organization: RunOrganization,
  step: InviteStep,
  of: "person" | "roster" = "person",
): Promise<InviteRecord> {
  const live = writesTo(organization);
  const snapshot = await live.snapshot();
  return needsFreshLook(step, organization.freeSeats(snapshot)) ? live.serialized(send) : send(snapshot);

  async function send(over: Snapshot): Promise<InviteRecord> {
    refuseNow(organization, over, step, { of });
    return replaceInvites(organization, over, step.desired);
  }
}

async function replaceInvites(
  organization: RunOrganization,
  { invites }: Snapshot,
  desired: DesiredInvite,
): Promise<InviteRecord> {
  const old = invitesOf(invites, desired.email);
  let revoked = 0;
  try {
    for (const invite of old) {
      await revoke(organization, invite);
      revoked += 1;
    }
    return await post(organization, desired);
  } catch (error) {
    const cause = causeOf(error);
    const isOpen = old.length > 0 || !isLosantError(cause) || cause.outcome === "unknown";
    const gone =
      revoked > 0 ? " Their earlier invite is revoked: the next run looks, and sends the new one." : "";
    throw isOpen ? new InviteNotSent(`${messageOf(error)}${gone}`, unsentRecord(desired), error) : error;
  }
}

/** One that is gone meanwhile may have been accepted: a member needs no invite. */
async function revoke(organization: RunOrganization, invite: Invite): Promise<void> {
  const live = writesTo(organization);
  if (await live.revokeInvite(invite)) return;
  const { members } = await live.refreshOrganization();
  if (!findMember(members, { email: invite.email })) return;
  throw new ProviderError(
    `${invite.email} has become a member of organization ${organization.orgId} meanwhile: run again to go on from there.`,
  );
}

async function post(organization: RunOrganization, desired: DesiredInvite): Promise<InviteRecord> {
  const { email, role = "none", applicationRoles, dashboardRoles, disallowTransfer = true } = desired;
  const sent = { email, role, applicationRoles, dashboardRoles, disallowTransfer };
  const invite = await writesTo(organization).invite(sent, endOf(desired.until));
  return sentRecord(invite, { ...desired, disallowTransfer });
}
