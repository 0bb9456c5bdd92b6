import { type OrganizationSnapshot, readSnapshot } from "../../../cli/live/organization-snapshot";
import type { OrganizationStatus } from "../../../cli/status/shape";
import { statusText } from "../../../cli/status/text";
import { type Invite, LosantClient, type Member, type Organization } from "../../../client";
import { orgId } from "../samples";
import { StubLosant } from "../stub-losant";

/** A client of an organization with these people. */
export function clientOf(
  members: Member[],
  invites: Invite[] = [],
  organization: Partial<Organization> = {},
): LosantClient {
  const losant = new StubLosant(members, invites);
  losant.organization = organization;
  const connection = { apiToken: "token", apiUrl: "http://127.0.0.1:1", domain: undefined };
  return new LosantClient({ ...connection, requestTimeout: 30, maxAttempts: 1, fetch: losant.fetch });
}

/** What the commands read of an organization with these people; roles on resources stay by id. */
export function snapshotOf(
  members: Member[],
  invites: Invite[] = [],
  organization: Partial<Organization> = {},
): Promise<OrganizationSnapshot> {
  return readSnapshot(clientOf(members, invites, organization), orgId, { names: false });
}

/** What `status` prints of one organization, where nothing is known of the token. */
export function textOf(status: OrganizationStatus): string {
  const token = { token: null, tokenExpiresAt: null, tokenDaysLeft: null, apiToken: null };
  return statusText({ ...token, organizations: [status], failed: [] });
}
