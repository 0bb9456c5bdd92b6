import type { Invite, InvitePost, Member } from "../../client";
import { ProviderError } from "../engine/errors";
import { belowAdminFloor, losesAdmin } from "../guard-rails/admin-floor";
import { outsideAllowedDomains } from "../guard-rails/allowed-domains";
import { isOwnPerson, ownPersonRefusal } from "../guard-rails/own-person";
import { receipt } from "../guard-rails/receipt";
import { beyondSeats, fewSeats, freeSeats } from "../guard-rails/seats";
import type { InviteWish } from "../invites/decision";
import { isExpired } from "../invites/expiry";
import type { PersonKey } from "../live/people-index";
import { findMember } from "../live/people-index";
import type { Run } from "../run/run";
import type { Roles } from "./roles";

/*
 * The four things that can be done to a person, each behind its guard rails. Nothing else in provider/ writes
 * people. Guards look at the live organization right before the call where the design asks for it.
 */

/** Changes a member's roles. The token's own person and the last admins are refused. */
export async function changeRoles(
  run: Run,
  orgId: string,
  member: Member,
  roles: Partial<Roles>,
  minAdmins = run.settings.minAdmins,
): Promise<Member> {
  if (await isOwnPerson(run, member)) throw new ProviderError(ownPersonRefusal(member));
  const live = run.live(orgId);
  const change = () => live.modifyMember({ userId: member.userId, ...roles });
  if (!losesAdmin(member, roles.role)) return change();
  return live.exclusively(["organization"], async () => {
    refuse(await adminRefusal(run, orgId, member, minAdmins));
    return change();
  });
}

/** Removes a member, unless this run still declares them, they are gone already, or the token is theirs. */
export async function removeMember(run: Run, orgId: string, person: PersonKey): Promise<void> {
  if (await isSpared(run, orgId, person)) return;
  await run
    .live(orgId)
    .exclusively(["organization"], () => removeIfMember(run, orgId, person, run.settings.minAdmins));
}

/**
 * Takes somebody out of an organization at whatever stage they are: a member is removed, an invite revoked. One
 * who accepts in between is found by the second look.
 */
export async function removePerson(
  run: Run,
  orgId: string,
  person: PersonKey,
  minAdmins = run.settings.minAdmins,
): Promise<void> {
  if (await isSpared(run, orgId, person)) return;
  await run.live(orgId).exclusively(["organization", "invites"], async () => {
    await removeIfMember(run, orgId, person, minAdmins);
    if (person.email === undefined || (await revokeInvites(run, orgId, person.email))) return;
    await run.live(orgId).anew("organization");
    await removeIfMember(run, orgId, person, minAdmins);
  });
}

async function removeIfMember(run: Run, orgId: string, person: PersonKey, minAdmins: number): Promise<void> {
  const live = run.live(orgId);
  const member = findMember(await live.members(), person);
  if (!member) return;
  if (await isOwnPerson(run, member)) {
    run.tell(`warning: ${member.email} stays in organization ${orgId}: the API token is theirs.`);
    return;
  }
  if (member.role === "admin") refuse(await adminRefusal(run, orgId, member, minAdmins));
  await removal(run, orgId, member, "removed from", () => live.removeMember(member.userId));
}

/** Sends an invite, if the organization has a seat and allows the address. */
export async function sendInvite(run: Run, orgId: string, invite: InvitePost): Promise<Invite> {
  const live = run.live(orgId);
  const organization = await live.organization();
  refuse(outsideAllowedDomains(organization, invite.email));
  const free = freeSeats(organization, await live.invites(), run.now());
  if (free === undefined || free >= fewSeats) return live.invite(invite);
  return live.exclusively(["organization", "invites"], async () => {
    const planned = new Set([invite.email]);
    refuse(beyondSeats(await live.organization(), await live.invites(), planned, run.now()));
    return live.invite(invite);
  });
}

/** Takes back whatever invites an address has, at the end of its life. Who accepted is left alone. */
export async function withdrawInvite(run: Run, orgId: string, email: string): Promise<void> {
  if (await isSpared(run, orgId, { email })) return;
  await run.live(orgId).exclusively(["organization", "invites"], async () => {
    await revokeInvites(run, orgId, email);
  });
}

/** Whether every invite was there to be revoked; one that was not may just have been accepted. */
async function revokeInvites(run: Run, orgId: string, email: string): Promise<boolean> {
  const live = run.live(orgId);
  let wereThere = true;
  for (const invite of (await live.invites()).filter((one) => one.email === email)) {
    const revoke = async () => {
      wereThere = (await live.revokeInvite(invite.id)) && wereThere;
    };
    if (isExpired(invite, run.now())) await revoke();
    else await removal(run, orgId, invite, "invite revoked in", revoke);
  }
  return wereThere;
}

/** Takes back whatever invites an address has and sends a new one; not a removal. */
export async function inviteAnew(run: Run, orgId: string, wish: InviteWish): Promise<Invite> {
  const live = run.live(orgId);
  const { email, role = "none", applicationRoles, dashboardRoles, disallowTransfer = true } = wish;
  refuse(outsideAllowedDomains(await live.organization(), email));
  const old = (await live.invites()).filter((invite) => invite.email === email);
  for (const invite of old) await live.revokeInvite(invite.id);
  return sendInvite(run, orgId, { email, role, applicationRoles, dashboardRoles, disallowTransfer });
}

async function removal(
  run: Run,
  orgId: string,
  person: Roles & { email: string },
  what: string,
  call: () => Promise<void>,
): Promise<void> {
  const cap = await run.removalCap(orgId);
  await cap.spend(person.email, orgId, async () => {
    run.tell(receipt(what, person.email, orgId, person));
    await call();
  });
}

async function isSpared(run: Run, orgId: string, person: PersonKey): Promise<boolean> {
  if (!run.declared.has(orgId, person, await run.live(orgId).members())) return false;
  run.tell(
    `${person.email ?? person.userId}: stays in organization ${orgId}, because the program declares them elsewhere.`,
  );
  return true;
}

async function adminRefusal(
  run: Run,
  orgId: string,
  member: Member,
  minAdmins: number,
): Promise<string | undefined> {
  const members = await run.live(orgId).members();
  const problem = belowAdminFloor(members, new Set([member.userId]), new Set(), minAdmins);
  return problem && `${member.email} stays an admin of organization ${orgId}: the ${problem}`;
}

function refuse(problem: string | undefined): void {
  if (problem !== undefined) throw new ProviderError(problem);
}
