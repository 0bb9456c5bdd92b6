import { identifier } from "../../../simulator/store/identifiers";
import type { SimulatedMember, SimulatedResourceRole, SimulatedRole } from "../../../simulator/types";
import type { Kind, Properties } from "../../support/provider-messages";
import type { Program } from "../../support/small-engine";
import type { ControlledState, InProcessLosant } from "./in-process-losant";

/** One `up` whose calls are the rows of the matrix. */
export interface Scenario {
  name: string;
  /** What is at Losant before, beside the owner, a member and an invite that nobody declares. */
  seed?: (state: ControlledState) => void;
  /** What the stack has applied before. */
  before?: Program;
  /** What happens by hand, and how time passes, before the run. */
  act?: (losant: InProcessLosant) => Promise<void>;
  program: Program;
}

const orgId = identifier(2);
const otherOrgId = identifier(1000);
const owner = "owner@example.com";
const ann = "ann@example.com";
const bob = "bob@example.com";
const carol = "carol@example.com";
const dan = "dan@example.com";
const application = identifier(3);
const hour = 60 * 60 * 1000;
const day = 24 * hour;

const member = (
  email: string,
  role: SimulatedRole,
  more: Partial<SimulatedMember> = {},
): SimulatedMember => ({
  email,
  role,
  ...more,
});

const members =
  (...people: SimulatedMember[]) =>
  (state: ControlledState) =>
    void state.organizations[0]?.members.push(...people);

const declared = (kind: Kind, args: Properties) => ({ kind, args: { orgId, ...args } });
const invite = (email: string, role: string, more: Properties = {}) =>
  declared("orgInvite", { email, role, ...more });
const membership = (email: string, role: string, more: Properties = {}) =>
  declared("orgMembership", { email, role, ...more });
const roster = (people: Properties, more: Properties = {}) =>
  declared("orgRoster", { members: { [owner]: "admin", ...people }, ...more });
const settings = (more: Properties) => declared("organization", more);
const roles: SimulatedResourceRole[] = [{ resourceId: application, role: "view" }];

const organizations: Scenario[] = [
  {
    name: "organization-create",
    program: { org: { kind: "organization", args: { name: "New", description: "d" } } },
  },
  { name: "organization-adopt", program: { org: settings({ name: "Renamed", mfaMode: "required" }) } },
  {
    name: "organization-update",
    before: { org: settings({ name: "One", description: "first" }) },
    program: { org: settings({ name: "Two", description: "first", iconColor: "#ffffff" }) },
  },
  {
    name: "organization-drift",
    before: { org: settings({ name: "One" }) },
    act: (losant) =>
      losant.change((state) => Object.assign(state.organizations[0] ?? {}, { name: "By hand" })),
    program: { org: settings({ name: "One" }) },
  },
  {
    name: "organization-rename",
    before: { org: { kind: "organization", args: { name: "New" } } },
    program: { renamed: { kind: "organization", args: { name: "New" } } },
  },
  {
    name: "organization-delete",
    before: { org: { kind: "organization", args: { name: "New", deletionPolicy: "delete" } } },
    program: {},
  },
  { name: "organization-retain", before: { org: settings({ name: "One" }) }, program: {} },
];

const singleMembers: Scenario[] = [
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

const declinedLongAgo = async (losant: InProcessLosant) => {
  await losant.control("decline", { orgId, email: ann });
  losant.advance(8 * day);
};

/** The two classes that invite one person, in the same situations. */
const inviting = (label: string, make: typeof invite): Scenario[] => [
  { name: `${label}-create`, program: { ann: make(ann, "view", { applicationRoles: roles }) } },
  {
    name: `${label}-adopt-other-role`,
    seed: (state) => void state.invites[orgId]?.push({ email: ann, role: "edit" }),
    program: { ann: make(ann, "view") },
  },
  { name: `${label}-same`, before: { ann: make(ann, "view") }, program: { ann: make(ann, "view") } },
  { name: `${label}-role`, before: { ann: make(ann, "view") }, program: { ann: make(ann, "edit") } },
  {
    name: `${label}-roles-taken-out`,
    before: { ann: make(ann, "view", { applicationRoles: roles }) },
    program: { ann: make(ann, "view") },
  },
  {
    name: `${label}-resend`,
    before: { ann: make(ann, "view", { resend: "1" }) },
    program: { ann: make(ann, "view", { resend: "2" }) },
  },
  {
    name: `${label}-transfer`,
    before: { ann: make(ann, "view") },
    program: { ann: make(ann, "view", { disallowTransfer: false }) },
  },
  {
    name: `${label}-expired`,
    before: { ann: make(ann, "view") },
    act: async (losant) => losant.advance(60 * day),
    program: { ann: make(ann, "view") },
  },
  {
    name: `${label}-declined`,
    before: { ann: make(ann, "view") },
    act: declinedLongAgo,
    program: { ann: make(ann, "view") },
  },
  {
    name: `${label}-few-seats`,
    seed: (state) => Object.assign(state.organizations[0] ?? {}, { limits: { member: 5 } }),
    before: { ann: make(ann, "view") },
    program: { ann: make(ann, "edit") },
  },
  {
    name: `${label}-delete`,
    before: { ann: make(ann, "view"), bob: make(bob, "view") },
    program: { bob: make(bob, "view") },
  },
  { name: `${label}-rename`, before: { ann: make(ann, "view") }, program: { renamed: make(ann, "view") } },
  {
    name: `${label}-swap`,
    before: { one: make(ann, "view"), two: make(bob, "edit") },
    program: { one: make(bob, "view"), two: make(ann, "edit") },
  },
  {
    name: `${label}-replace`,
    before: { one: make(ann, "view") },
    program: { one: make(bob, "view") },
  },
];

const accepted = (losant: InProcessLosant) => losant.control("accept", { orgId, email: ann });

const memberships: Scenario[] = [
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

const crowd = members(
  member(ann, "view"),
  member(bob, "admin"),
  member(carol, "edit", { applicationRoles: roles }),
);

const rosters: Scenario[] = [
  {
    name: "roster-create",
    seed: crowd,
    program: { all: roster({ [ann]: "admin", [bob]: "view", [carol]: "edit", [dan]: "view" }) },
  },
  {
    name: "roster-create-removing",
    seed: crowd,
    program: {
      all: roster(
        { [ann]: "view", "zoe@example.com": "view", "yan@example.com": "view" },
        { unmanaged: "remove" },
      ),
    },
  },
  {
    name: "roster-same",
    seed: crowd,
    before: { all: roster({ [ann]: "view", [bob]: "admin", [dan]: "view" }) },
    program: { all: roster({ [ann]: "view", [bob]: "admin", [dan]: "view" }) },
  },
  {
    name: "roster-update",
    seed: crowd,
    before: { all: roster({ [ann]: "view", [bob]: "admin", [carol]: "edit", [dan]: "view" }) },
    program: { all: roster({ [ann]: "admin", [bob]: "edit", [dan]: "edit", "eve@example.com": "view" }) },
  },
  {
    name: "roster-drift",
    seed: crowd,
    before: { all: roster({ [ann]: "view", [bob]: "admin", [dan]: "view" }) },
    act: (losant) =>
      losant.change((state) => {
        const [first] = state.organizations;
        for (const one of first?.members ?? []) if (one.email === ann) one.role = "admin";
        state.invites[orgId] = [{ email: "yan@example.com", role: "view" }];
        state.clockAheadMs = 8 * day;
      }),
    program: { all: roster({ [ann]: "view", [bob]: "admin", [dan]: "view" }) },
  },
  {
    name: "roster-take-out",
    seed: crowd,
    before: { all: roster({ [ann]: "view", [bob]: "admin", [dan]: "view" }) },
    program: { all: roster({}) },
  },
  {
    name: "roster-transfer",
    before: { all: roster({ [ann]: "view", [dan]: "edit" }) },
    program: { all: roster({ [ann]: "view", [dan]: "edit" }, { disallowTransfer: false }) },
  },
  {
    name: "roster-roles-taken-out",
    before: { all: roster({ [ann]: { role: "view", applicationRoles: roles }, [dan]: "edit" }) },
    program: { all: roster({ [ann]: "view", [dan]: "edit" }) },
  },
  {
    name: "roster-swap-roles",
    seed: crowd,
    before: { all: roster({ [ann]: "view", [bob]: "admin" }) },
    program: { all: roster({ [ann]: "admin", [bob]: "view" }) },
  },
  {
    name: "roster-swap-people",
    before: { all: roster({ [ann]: "view" }) },
    program: { all: roster({ [bob]: "view" }) },
  },
  {
    name: "roster-rename",
    seed: crowd,
    before: { all: roster({ [ann]: "view", [dan]: "view" }) },
    program: { renamed: roster({ [ann]: "view", [dan]: "view" }) },
  },
  {
    name: "roster-expired",
    before: { all: roster({ [ann]: "view", [dan]: "view" }) },
    act: async (losant) => losant.advance(60 * day),
    program: { all: roster({ [ann]: "view" }) },
  },
  {
    name: "roster-delete",
    seed: crowd,
    before: { all: roster({ [ann]: "view", [dan]: "view" }, { deletionPolicy: "remove" }) },
    program: {},
  },
];

const transfer = (more: Properties) =>
  declared("resourceTransfer", { destinationId: otherOrgId, destinationType: "organization", ...more });
const other = (state: ControlledState) => {
  const [first] = state.organizations;
  state.organizations.push({
    ...first,
    id: otherOrgId,
    name: "Other",
    members: [member(owner, "admin", { userId: identifier(1) })],
  });
  state.invites[otherOrgId] = [];
};

const transfers: Scenario[] = [
  { name: "transfer-create", seed: other, program: { move: transfer({ applicationIds: [application] }) } },
  {
    name: "transfer-to-user",
    program: {
      move: transfer({
        destinationType: "user",
        destinationId: identifier(1),
        dashboardIds: [identifier(6)],
      }),
    },
  },
  {
    name: "transfer-update",
    seed: other,
    before: { move: transfer({ applicationIds: [application] }) },
    program: { move: transfer({ applicationIds: [application, identifier(4)] }) },
  },
  {
    name: "transfer-delete",
    seed: other,
    before: { move: transfer({ applicationIds: [application] }) },
    program: {},
  },
];

/** All of them: every class, and what may happen to it. */
export const scenarios: readonly Scenario[] = [
  ...organizations,
  ...singleMembers,
  ...inviting("invite", invite),
  ...inviting("membership", membership),
  ...memberships,
  ...rosters,
  ...transfers,
];

/** People whom no program declares. */
export const bystanders = (state: ControlledState): void => {
  state.organizations[0]?.members.push(member("zoe@example.com", "view"));
  state.invites[orgId] = [{ email: "yan@example.com", role: "view" }];
};
