import { organizationRoles } from "../client/roles";
import type {
  Change,
  ChangeAuthor,
  Changes,
  OrganizationChanges,
  Person,
  Report,
  ReportedInvite,
  ReportedOrganization,
} from "./report";

/** A change of somebody, for who looks for its author. */
export interface PersonChange {
  orgId: string;
  what: "came" | "invited" | "went" | "promoted" | "demoted";
  person: Pick<Person, "email" | "userId" | "role">;
  /** Whether the earlier report has an open invite to their address. */
  wasInvited: boolean;
}

type AuthorOf = (change: PersonChange) => ChangeAuthor | undefined;

/** What changed between two reports: who came, went, and has another role. */
export function changesSince(
  earlier: Report,
  now: Omit<Report, "changes">,
  authorOf: AuthorOf = () => undefined,
): Changes {
  const before = new Map(earlier.organizations.map((one) => [one.orgId, one]));
  const after = new Map(now.organizations.map((one) => [one.orgId, one]));
  const gone = earlier.organizations.filter(({ orgId }) => !after.has(orgId));
  const unknown = now.organizations.filter(({ orgId }) => !before.has(orgId));
  return {
    since: earlier.madeAt,
    organizations: now.organizations.flatMap((one) => {
      const old = before.get(one.orgId);
      return old === undefined ? [] : [changesOf(old, one, earlier.madeAt, authorOf)];
    }),
    notCompared: [
      ...unknown.map(({ orgId, name }) => ({ orgId, name, why: "is not in the earlier report" })),
      ...gone.map(({ orgId, name }) => ({ orgId, name, why: "is only in the earlier report" })),
    ],
  };
}

function changesOf(
  before: ReportedOrganization,
  after: ReportedOrganization,
  since: string,
  authorOf: AuthorOf,
): OrganizationChanges {
  const old = byIdentity(before.people);
  const current = byIdentity(after.people);
  const stayed = [...current].flatMap(([identity, person]) => {
    const was = old.get(identity);
    return was === undefined ? [] : [{ was, person }];
  });
  const moved = stayed.filter(({ was, person }) => was.role !== person.role);
  const same = stayed.filter(({ was, person }) => was.role === person.role);
  const invited = new Set(openIn(before).map(({ email }) => email.toLowerCase()));
  const changeOf = (
    what: PersonChange["what"],
    person: PersonChange["person"],
    from: string | null,
    to: string | null,
  ): Change => {
    const wasInvited = invited.has(person.email.toLowerCase());
    const by = authorOf({ orgId: after.orgId, what, person, wasInvited });
    return { email: person.email, from, to, ...(by && { by }) };
  };
  const movedTo = (what: "promoted" | "demoted") => (one: Moved) =>
    changeOf(what, one.person, one.was.role, one.person.role);
  return {
    orgId: after.orgId,
    name: after.name,
    came: without(current, old).map((person) => changeOf("came", person, null, person.role)),
    invited: newInvites(before, after, since).map(({ invite, from }) =>
      changeOf("invited", { ...invite, userId: "" }, from, invite.role),
    ),
    went: without(old, current).map((person) => changeOf("went", person, person.role, null)),
    promoted: moved.filter(isPromoted).map(movedTo("promoted")),
    demoted: moved.filter((one) => !isPromoted(one)).map(movedTo("demoted")),
    otherRoles: same.flatMap(({ was, person }) => otherRolesOf(was, person)),
  };
}

/** Open invites to who had none, or had one at another role; where the earlier list is not whole, those sent since. */
function newInvites(before: ReportedOrganization, after: ReportedOrganization, since: string) {
  const isWhole = before.listings.every(({ what, isComplete }) => what !== "invites" || isComplete);
  const roles = new Map(openIn(before).map(({ email, role }) => [email.toLowerCase(), role]));
  return openIn(after)
    .map((invite) => ({ invite, from: roles.get(invite.email.toLowerCase()) ?? null }))
    .filter(({ invite, from }) => from !== invite.role && (isWhole || isAfter(invite.sentAt, since)));
}

function openIn({ invites }: ReportedOrganization): ReportedInvite[] {
  return invites.filter(({ isExpired }) => !isExpired);
}

function isAfter(moment: string | null, since: string): boolean {
  return moment !== null && Date.parse(moment) > Date.parse(since);
}

/** A user id stays where an address changes. */
function byIdentity(people: readonly Person[]): Map<string, Person> {
  return new Map(people.map((person) => [person.userId || person.email, person]));
}

function without(some: ReadonlyMap<string, Person>, others: ReadonlyMap<string, Person>): Person[] {
  return [...some].filter(([identity]) => !others.has(identity)).map(([, person]) => person);
}

interface Moved {
  was: Person;
  person: Person;
}

function isPromoted({ was, person }: Moved): boolean {
  return rankOf(person.role) > rankOf(was.role);
}

const ranked: readonly string[] = organizationRoles;

/** From none to admin; a word that is not known is below them. */
export function rankOf(role: string): number {
  const index = ranked.indexOf(role);
  return index < 0 ? -1 : ranked.length - 1 - index;
}

/** Lists that one of the reports does not have are not compared. */
function otherRolesOf(was: Person, person: Person): OrganizationChanges["otherRoles"] {
  const lists = [
    [was.applicationRoles, person.applicationRoles],
    [was.dashboardRoles, person.dashboardRoles],
  ] as const;
  const known = lists.flatMap(([old, now]) => (old === null || now === null ? [] : [{ old, now }]));
  const added = known.flatMap(({ old, now }) => missingIn(old, now));
  const removed = known.flatMap(({ old, now }) => missingIn(now, old));
  return added.length + removed.length === 0 ? [] : [{ email: person.email, added, removed }];
}

type Roles = NonNullable<Person["applicationRoles"]>;

/** The roles of the second list that are not in the first: `Pumps: view`. */
function missingIn(list: Roles, other: Roles): string[] {
  const known = new Set(list.map(({ id, role }) => `${id} ${role}`));
  return other
    .filter(({ id, role }) => !known.has(`${id} ${role}`))
    .map(({ id, name, role }) => `${name ?? id}: ${role}`);
}
