import { newOrganization } from "../entities/organization";
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

const owned = (sequence: number, name: string): OwnedResource => ({
  id: identifier(sequence),
  name,
  ownerId: orgId,
  ownerType: "organization",
  creationDate: founded,
});

/** Somebody who was a member once. */
const formerId = identifier(1_000_000);

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
  credentials: [
    {
      ...{ id: identifier(1_000_001), applicationId: identifier(3), kind: "apiToken", name: "Plant bridge" },
      ...{ status: "active", creatorId: formerId, creatorType: "user", creatorName: "Former Member" },
      creationDate: founded,
    },
    {
      ...{ id: identifier(1_000_002), applicationId: identifier(4), kind: "accessKey", name: "Gateway" },
      ...{ status: "active", creatorId: userId, creatorType: "user", creationDate: founded },
    },
  ],
  userApiTokens: [
    { id: identifier(1_000_003), name: "Simulated token", status: "active", creationDate: founded },
  ],
  hasAuditLog: true,
  auditLog: [],
});
