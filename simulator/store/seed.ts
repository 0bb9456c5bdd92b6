import type { Limits } from "../entities/limits";
import type { Member } from "../entities/member";
import type { Organization } from "../entities/organization";
import type { OwnedResource } from "../entities/owned-resource";
import type { Person } from "../entities/person";
import type { State } from "../entities/state";
import { identifier } from "./identifiers";

const founded = "2024-01-01T00:00:00.000Z";
const userId = identifier(1);
const orgId = identifier(2);

const owner: Person = {
  userId,
  firstName: "Olivia",
  lastName: "Owner",
  email: "owner@example.com",
  twoFactorAuthEnabled: true,
  ssoLinked: false,
};

/** What a new organization may hold; room for 2000 members. */
export const standardLimits = (): Limits => ({
  apitoken: 100,
  application: 20,
  dashboard: 20,
  device: 10000,
  flow: 1000,
  webhook: 100,
  member: 2000,
  payload: 200000000,
  dataTTL: 15552000,
  systemInterval: 5,
});

/** A person's entry among the members, without any role on single resources. */
export const memberOf = (person: Person, role: Member["role"]): Member => ({
  ...person,
  role,
  applicationRoles: [],
  dashboardRoles: [],
});

/** An organization with one admin and everything else as usual. */
export const newOrganization = (organizationId: string, admin: Person, date: string): Organization => ({
  id: organizationId,
  creationDate: date,
  lastUpdated: date,
  name: "Simulated Organization",
  description: "",
  planId: "simulated",
  billingEmail: admin.email,
  iconColor: "#0b9ed9",
  mfaMode: "notRequired",
  members: [memberOf(admin, "admin")],
  limits: standardLimits(),
  subscriptionStatus: "active",
  isEnterprise: false,
  whitelistedEmailDomains: [],
  disabledAt: false,
  isReadOnly: false,
});

const owned = (sequence: number, name: string): OwnedResource => ({
  id: identifier(sequence),
  name,
  ownerId: orgId,
  ownerType: "organization",
  creationDate: founded,
});

/** The state at the start: always the same ids, token and dates. */
export const seedState = (): State => ({
  token: "simulated-losant-api-token",
  tokenScopes: ["all.User"],
  userId,
  orgId,
  clockAheadMs: 0,
  sequence: 7,
  people: [owner],
  organizations: [newOrganization(orgId, owner, founded)],
  invites: { [orgId]: [] },
  applications: [owned(3, "Cold Chain"), owned(4, "Pump Stations"), owned(5, "Smart Lighting")],
  dashboards: [owned(6, "Fleet Overview"), owned(7, "Energy")],
});
