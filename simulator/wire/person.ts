import type { Organization } from "../entities/organization";
import type { Person } from "../entities/person";
import type { Store } from "../store/store";
import { ownedBy } from "./organization";
import { formatPeriod } from "./period";
import { chooseSummary, emptyFields, type SummaryField, type SummaryQuery } from "./summary";
import { deviceCount } from "./usage-summary";

const joined = "2024-01-01T00:00:00.000Z";

/** The organizations of which a person is a member. */
export const organizationsOf = (store: Store, userId: string): Organization[] =>
  store.state.organizations.filter((organization) =>
    organization.members.some((member) => member.userId === userId),
  );

const summaryFields = (store: Store, person: Person): Record<string, SummaryField> => {
  const applications = ownedBy(store.state.applications, person.userId);
  return {
    ...emptyFields,
    appCount: () => applications.length,
    dashCount: () => ownedBy(store.state.dashboards, person.userId).length,
    deviceCount: () => deviceCount(applications, store.now()),
    orgCount: () => organizationsOf(store, person.userId).length,
    instanceCount: () => 0,
    payloadCount: () => ({}),
  };
};

/** The authenticated user as the vendor's schema me has them. */
export const formatPerson = (store: Store, person: Person, query: SummaryQuery) => ({
  ...person,
  id: person.userId,
  fullName: `${person.firstName} ${person.lastName}`.trim(),
  creationDate: joined,
  lastUpdated: joined,
  emailVerified: true,
  needsToVerifyEmail: false,
  ...formatPeriod(store.now()),
  summary: chooseSummary(summaryFields(store, person), query, ["payloadCount"]),
});

const recent = (itemType: string, items: readonly { id: string; name: string }[]) => ({
  itemType,
  items: items.map(({ id, name }) => ({ id, name })),
});

/** What a person used lately (assumed: all there is). */
export const formatRecent = (store: Store, person: Person) => ({
  recentApplications: recent("application", ownedBy(store.state.applications, person.userId)),
  recentDashboards: recent("dashboard", ownedBy(store.state.dashboards, person.userId)),
  recentOrganizations: recent("organization", organizationsOf(store, person.userId)),
});
