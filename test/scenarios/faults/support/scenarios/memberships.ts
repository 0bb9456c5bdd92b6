import { accepted, ann, bob, invite, member, members, membership, roster, type Scenario } from "./scenario";

export const memberships: Scenario[] = [
  {
    name: "membership-adopt-member",
    seed: members(member(ann, "view")),
    program: { ann: membership(ann, "edit", { dashboardRoles: [] }) },
  },
  {
    name: "membership-member-role",
    before: { ann: membership(ann, "view") },
    act: accepted,
    program: { ann: membership(ann, "admin") },
  },
  {
    name: "membership-member-delete",
    before: { ann: membership(ann, "view") },
    act: accepted,
    program: {},
  },
  {
    name: "membership-admin-delete",
    seed: members(member(ann, "admin")),
    before: { ann: membership(ann, "admin") },
    program: {},
  },
  {
    name: "membership-from-invite",
    before: { ann: invite(ann, "view") },
    program: { person: membership(ann, "view") },
  },
  {
    name: "membership-from-accepted-invite",
    before: { ann: invite(ann, "view") },
    act: accepted,
    program: { person: membership(ann, "edit") },
  },
  {
    name: "membership-into-roster",
    before: { ann: membership(ann, "view"), bob: membership(bob, "view") },
    act: accepted,
    program: { all: roster({ [ann]: "view", [bob]: "edit" }) },
  },
  {
    name: "membership-into-existing-roster",
    before: { all: roster({ [bob]: "view" }), ann: membership(ann, "view") },
    program: { all: roster({ [bob]: "view", [ann]: "view" }) },
  },
  {
    name: "membership-out-of-roster",
    before: { all: roster({ [ann]: "view", [bob]: "view" }) },
    act: accepted,
    program: { ann: membership(ann, "view"), all: roster({ [bob]: "view" }) },
  },
];
