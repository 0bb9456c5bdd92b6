import type { Form } from "./forms";

const ofRoster = [
  "`pulumi destroy` keeps everybody in the organization: that is the roster's default (`deletionPolicy`).",
];
const ofMemberships = [
  "`pulumi destroy` removes everybody but the token's user. To let go of people without removing them, put",
  '`deletionPolicy: "retain"` into each `OrgMembership`, run `pulumi up`, then `pulumi destroy`.',
];

/** What taking out of a place and a destroy do to people, in lines. */
export function lettingGo(form: Form, place: string): string[] {
  const taken = `Whoever is taken out of ${place} is removed from the organization; whoever is added is invited.`;
  return [taken, ...(form === "memberships" ? ofMemberships : ofRoster)];
}
