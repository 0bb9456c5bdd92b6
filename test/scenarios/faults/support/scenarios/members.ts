import { ann, bob, declared, member, members, roles, type Scenario } from "./scenario";

export const singleMembers: Scenario[] = [
  {
    name: "member-create",
    seed: members(member(ann, "view")),
    program: { ann: declared("orgMember", { email: ann, role: "edit", applicationRoles: roles }) },
  },
  {
    name: "member-same",
    seed: members(member(ann, "view")),
    before: { ann: declared("orgMember", { email: ann, role: "view" }) },
    program: { ann: declared("orgMember", { email: ann, role: "view" }) },
  },
  {
    name: "member-update",
    seed: members(member(ann, "view")),
    before: { ann: declared("orgMember", { email: ann, role: "view", applicationRoles: roles }) },
    program: { ann: declared("orgMember", { email: ann, role: "edit" }) },
  },
  {
    name: "member-demote",
    seed: members(member(ann, "admin")),
    before: { ann: declared("orgMember", { email: ann, role: "admin" }) },
    program: { ann: declared("orgMember", { email: ann, role: "edit" }) },
  },
  {
    name: "member-delete",
    seed: members(member(ann, "view"), member(bob, "view")),
    before: { ann: declared("orgMember", { email: ann }), bob: declared("orgMember", { email: bob }) },
    program: { bob: declared("orgMember", { email: bob }) },
  },
  {
    name: "member-delete-admin",
    seed: members(member(ann, "admin")),
    before: { ann: declared("orgMember", { email: ann }) },
    program: {},
  },
  {
    name: "member-rename",
    seed: members(member(ann, "view")),
    before: { ann: declared("orgMember", { email: ann, role: "view" }) },
    program: { renamed: declared("orgMember", { email: ann, role: "view" }) },
  },
];
