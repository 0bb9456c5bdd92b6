import { optional, text } from "./checks";
import { dataFunction } from "./data-function";
import { withMembers } from "./get-organization";

export const getOrganizations = dataFunction({
  name: "getOrganizations",
  property: "organizations",
  checks: { name: optional(text) },
  ask: async (reads, args: { name?: string }) => (await reads.organizations(args)).map(withMembers),
});
