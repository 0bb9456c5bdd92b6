import type { Organization } from "../../client";
import { id } from "./arguments";
import type { GetOrganizationArgs, GetOrganizationResult } from "./organization-results";
import { withRoleLists } from "./role-lists";
import { sharedQuestion } from "./shared-question";

/** An organization whose members all have their role lists. */
export function withMembers(organization: Organization): GetOrganizationResult {
  return { ...organization, members: organization.members.map(withRoleLists) };
}

/** An organization as read, shared by all callers: copy what is given on. */
export const sharedOrganization = sharedQuestion<GetOrganizationArgs, GetOrganizationResult>({
  call: "getOrganization",
  checks: { orgId: id },
  ask: async (client, { orgId }) => withMembers(await client.org.get({ orgId })),
});
