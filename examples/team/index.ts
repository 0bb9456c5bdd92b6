import * as pulumi from "@pulumi/pulumi";
import * as losant from "pulumi-losant";

const orgId = new pulumi.Config().require("orgId");

interface Person {
  email: string;
  role: losant.Role;
}

// The team: add a line to invite a person, remove one to remove the person.
const team: Person[] = [
  { email: "ann@example.com", role: "edit" },
  { email: "bob@example.com", role: "collaborate" },
  { email: "carol@example.com", role: "view" },
];

// The provider works out whether to invite each person or to change their role.
const people = team.map(({ email, role }) => new losant.OrgMembership(email, { orgId, email, role }));

// The status of each: pending, expired, withdrawn, active or left.
export const standing = pulumi
  .all(people.map(({ email, status }) => pulumi.all([email, status])))
  .apply((pairs) => Object.fromEntries(pairs));
