import { type Invite, inviteTtl } from "../entities/invite";
import type { Member } from "../entities/member";
import { person } from "../entities/person";
import type { State } from "../entities/state";
import { dayMs, toIso } from "./clock";
import { identifier, inviteToken } from "./identifiers";
import { nameAt, nameCount } from "./seeded-names";

/** How many people a simulator may start with: there is a name for each, and seats are left. */
const mostPeople = nameCount;

type Access = Pick<Member, "role" | "applicationRoles" | "dashboardRoles">;

/** Several people have the same access, as in a real organization, so that there are teams to find. */
const accessIn = ({ applications, dashboards }: State): Access[] => {
  const [coldChain = "", pumps = ""] = applications.map(({ id }) => id);
  const [fleet = ""] = dashboards.map(({ id }) => id);
  const service = { applicationRoles: on(pumps, "view"), dashboardRoles: on(fleet, "view") };
  return [
    { role: "edit", ...nowhere },
    { role: "view", ...nowhere },
    { role: "view", ...nowhere, applicationRoles: on(coldChain, "collaborate") },
    { role: "none", ...service },
    { role: "collaborate", ...nowhere },
    { role: "view", ...nowhere },
    { role: "admin", ...nowhere },
    { role: "none", ...service },
  ];
};

const nowhere = { applicationRoles: [], dashboardRoles: [] };
const on = (resourceId: string, role: "collaborate" | "view") => [{ resourceId, role }];

const membersOf = (state: State, count: number): Member[] => {
  const kinds = accessIn(state);
  return Array.from({ length: count }, (_, at) => ({
    userId: identifier(state.sequence + 1 + at),
    ...nameAt(at),
    twoFactorAuthEnabled: at % 3 !== 1,
    ssoLinked: at % 5 === 0,
    ...(kinds[at % kinds.length] ?? { role: "view", ...nowhere }),
  }));
};

const inviteTo = (email: string, sequence: number, sentAt: number): Invite => ({
  id: identifier(sequence),
  email,
  role: "view",
  ...nowhere,
  inviteDate: toIso(sentAt),
  ttl: inviteTtl,
  disallowTransfer: false,
  token: inviteToken(identifier(sequence)),
});

const invitesAfter = (sequence: number, now: number): Invite[] => [
  inviteTo("ella.expired@example.com", sequence + 1, now - 10 * dayMs),
  inviteTo("pat.pending@example.com", sequence + 2, now - dayMs),
];

const refuseCount = (count: number): void => {
  if (Number.isInteger(count) && count >= 0 && count <= mostPeople) return;
  throw new RangeError(`people: must be a whole number from 0 to ${mostPeople}.`);
};

/**
 * The state of the start with so many members more, and with an expired and a pending invite: the same people each
 * time, and invites of the same age. Without people it stays as it is.
 */
export const withPeople = (state: State, count: number, now: number): State => {
  refuseCount(count);
  const [organization, ...others] = state.organizations;
  if (count === 0 || !organization) return state;
  const members = membersOf(state, count);
  const sequence = state.sequence + count;
  return {
    ...state,
    sequence: sequence + 2,
    people: [...state.people, ...members.map((member) => person.strip().parse(member))],
    organizations: [{ ...organization, members: [...organization.members, ...members] }, ...others],
    invites: { ...state.invites, [organization.id]: invitesAfter(sequence, now) },
  };
};
