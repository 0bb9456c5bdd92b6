import type { Invite } from "../entities/invite";
import { memberOf } from "../entities/member";
import type { Person } from "../entities/person";
import type { Store } from "../store/store";
import { notFound } from "./api-error";
import { refuseMember, requireInvite, requireUnexpired } from "./invites";

/** An invite and the organization it is for. */
export interface FoundInvite {
  orgId: string;
  invite: Invite;
}

/** The unexpired invite of an address in one organization: 404 if there is none, 410 if it has ended. */
export const findInvite = (store: Store, orgId: string, email: string): FoundInvite => {
  const invite = requireInvite(store.invites(orgId), (candidate) => candidate.email === email);
  requireUnexpired(invite, store.now());
  return { orgId, invite };
};

/** The unexpired invite that an email's token and address belong to: 404 if there is none, 410 if it has ended. */
export const findInviteByToken = (store: Store, token: string, email: string): FoundInvite => {
  for (const [orgId, invites] of Object.entries(store.state.invites)) {
    const invite = invites.find((candidate) => candidate.token === token && candidate.email === email);
    if (!invite) continue;
    requireUnexpired(invite, store.now());
    return { orgId, invite };
  }
  throw notFound("The invite was not found.");
};

const newPerson = (store: Store, email: string): Person => {
  const person: Person = {
    userId: store.nextId(),
    firstName: email.slice(0, email.indexOf("@")),
    lastName: "",
    email,
    twoFactorAuthEnabled: false,
    ssoLinked: false,
  };
  store.state.people.push(person);
  return person;
};

/** Makes the invited person a member with the invite's roles. Refuses one who is a member already (assumed). */
export const acceptInvite = (store: Store, { orgId, invite }: FoundInvite): Person => {
  const organization = store.organization(orgId);
  if (!organization) throw notFound(`Organization ${orgId} was not found.`);
  refuseMember(organization, invite.email);
  const person = store.personByEmail(invite.email) ?? newPerson(store, invite.email);
  const { applicationRoles, dashboardRoles } = invite;
  organization.members.push({ ...memberOf(person, invite.role), applicationRoles, dashboardRoles });
  organization.lastUpdated = store.isoNow();
  withdrawInvite(store, { orgId, invite });
  return person;
};

/** Takes an invite off the list. */
export const withdrawInvite = (store: Store, { orgId, invite }: FoundInvite): void => {
  store.state.invites[orgId] = store.invites(orgId).filter((other) => other !== invite);
};
