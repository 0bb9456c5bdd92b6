import type { Invite, InviteInput } from "../entities/invite";
import { inviteTtl } from "../entities/invite";
import type { Member, MemberInput } from "../entities/member";
import type { Organization, OrganizationInput } from "../entities/organization";
import type { Person } from "../entities/person";
import { person } from "../entities/person";
import type { State, StateInput } from "../entities/state";
import { validation } from "../rules/api-error";
import { inviteToken } from "./identifiers";

/** What completing a state needs of the store: ids, the time, and where ids go on from. */
export interface StateSource {
  readonly state: Pick<State, "sequence">;
  isoNow(): string;
  nextId(): string;
}

const completeMember = (
  store: StateSource,
  people: ReadonlyMap<string, Person>,
  input: MemberInput,
): Member => ({
  firstName: input.email.slice(0, input.email.indexOf("@")),
  lastName: "",
  applicationRoles: [],
  dashboardRoles: [],
  twoFactorAuthEnabled: false,
  ssoLinked: false,
  ...input,
  userId: input.userId ?? people.get(input.email)?.userId ?? store.nextId(),
});

const completeInvite = (store: StateSource, { hasExpired: _hasExpired, ...input }: InviteInput): Invite => {
  const inviteId = input.id ?? store.nextId();
  return {
    applicationRoles: [],
    dashboardRoles: [],
    disallowTransfer: false,
    inviteDate: store.isoNow(),
    ttl: inviteTtl,
    token: inviteToken(inviteId),
    ...input,
    id: inviteId,
  };
};

const completeOrganization = (
  store: StateSource,
  people: ReadonlyMap<string, Person>,
  input: OrganizationInput,
): Organization => {
  const { orgId, summary, currentPeriodStart, currentPeriodEnd, _type, _etag, _links, ...stored } = input;
  return { ...stored, members: input.members.map((member) => completeMember(store, people, member)) };
};

const refuseRepeated = (values: readonly string[], what: string): void => {
  const seen = new Set<string>();
  for (const value of values) {
    if (seen.has(value)) throw validation(`The state names ${what} ${value} twice.`);
    seen.add(value);
  }
};

const refuseInconsistent = (state: State): void => {
  const organizationIds = state.organizations.map((organization) => organization.id);
  refuseRepeated(organizationIds, "organization");
  for (const { id, members } of state.organizations) {
    refuseRepeated(
      members.map((member) => member.userId),
      `in organization ${id} the member`,
    );
    refuseRepeated(
      members.map((member) => member.email),
      `in organization ${id} the member`,
    );
  }
  for (const [orgId, invites] of Object.entries(state.invites)) {
    if (!organizationIds.includes(orgId))
      throw validation(`The state has invites for ${orgId}, which is no organization of it.`);
    refuseRepeated(
      invites.map((invite) => invite.email),
      `in organization ${orgId} the invited`,
    );
  }
  if (!state.people.some((candidate) => candidate.userId === state.userId))
    throw validation(`The state's people lack ${state.userId}, the authenticated user.`);
};

// What a member's entry says about the person counts more than what `people` says.
const peopleOf = (input: StateInput, organizations: readonly Organization[]): Person[] => {
  const people = new Map(input.people.map((known) => [known.userId, known]));
  for (const member of organizations.flatMap((organization) => organization.members))
    people.set(member.userId, person.strip().parse(member));
  return [...people.values()];
};

/** Makes a whole state of one that a test wrote. Refuses (400) one that contradicts itself. */
export const completeState = (store: StateSource, input: StateInput): State => {
  store.state.sequence = Math.max(store.state.sequence, input.sequence);
  const byEmail = new Map(input.people.map((known) => [known.email, known]));
  const organizations = input.organizations.map((entry) => completeOrganization(store, byEmail, entry));
  const invites = Object.entries(input.invites).map(
    ([orgId, entries]) => [orgId, entries.map((entry) => completeInvite(store, entry))] as const,
  );
  const people = peopleOf(input, organizations);
  const { sequence } = store.state;
  const { hasAuditLog = true, auditLog = [], credentials = [], userApiTokens = [] } = input;
  const log = { hasAuditLog, auditLog, credentials, userApiTokens };
  const state = { ...input, ...log, organizations, people, invites: Object.fromEntries(invites), sequence };
  refuseInconsistent(state);
  return state;
};
