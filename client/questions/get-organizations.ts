import { optional, text } from "./checks";
import { withMembers } from "./get-organization";
import { question } from "./question";

export const getOrganizations = question({
  name: "getOrganizations",
  property: "organizations",
  checks: { name: optional(text) },
  ask: async (reads, args: { name?: string }) => (await reads.organizations(args)).map(withMembers),
});
