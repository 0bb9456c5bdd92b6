import type { Organization, OrgParameters } from "../types";
import { id } from "./checks";
import { dataFunction } from "./data-function";
import { withRoleLists } from "./role-lists";

export const getOrganization = dataFunction({
  name: "getOrganization",
  checks: { orgId: id },
  ask: async (reads, args: OrgParameters) => withMembers(await reads.organization(args)),
});

/** An organization whose members all have their role lists. */
export function withMembers(organization: Organization) {
  return { ...organization, members: organization.members.map(withRoleLists) };
}
