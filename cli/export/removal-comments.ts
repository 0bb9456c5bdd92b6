import type { Form } from "./forms";

const ofRoster = [
  "`pulumi destroy` keeps everybody in the organization: that is the roster's default (`deletionPolicy`).",
];
const ofMemberships = [
  "`pulumi destroy` removes everybody but the token's user. To let go of people without removing them, put",
  '`deletionPolicy: "retain"` into each `OrgMembership`, run `pulumi up`, then `pulumi destroy`.',
];

/** What removing people from a file and a destroy do, in lines. */
export function removalComments(form: Form, file: string): string[] {
  const removed = `People removed from ${file} are removed from the organization; people added are invited.`;
  return [removed, ...(form === "memberships" ? ofMemberships : ofRoster)];
}
