import assert from "node:assert/strict";
import fc from "fast-check";
import { programFiles } from "../../../cli/export/programs";
import type { OrganizationSnapshot } from "../../../cli/live/organization-snapshot";
import type { Invite, Member, Organization, ResourceRole } from "../../../client";
import { NameResolver } from "../../../provider/calls/resource-roles";
import { canonicalInvite, canonicalOrganization } from "../../../provider/live/canonical";
import { OrgMembershipArguments } from "../../../provider/resources/org-membership";
import { organization as organizationResource } from "../../../provider/resources/organization";
import { parseArguments } from "../../../provider/vocabulary/arguments";
import {
  differingSettings,
  recordedSettings,
  settingsOf,
} from "../../../provider/vocabulary/organization-settings";
import { rolesThatDiffer } from "../../../provider/vocabulary/roles";
import { OrgRosterArguments, rolesIn } from "../../../provider/vocabulary/roster-arguments";
import { anyText } from "../arbitraries";
import { idOf, inviteOf, memberOf, orgId } from "../samples";
import { type Declared, declaredBy } from "./run-program";
import { snapshotOf } from "./snapshots";

const ways = [
  { form: "roster", inTeams: false },
  { form: "memberships", inTeams: false },
  { form: "yaml", inTeams: false },
  { form: "yaml", inTeams: true },
] as const;

const owner = memberOf("owner@example.com", { role: "admin" });

/** What a program declares of people, as the provider takes it. @throws for what the provider refuses */
async function peopleIn(declared: Declared[], snapshot: OrganizationSnapshot) {
  const listed = (names: OrganizationSnapshot["applications"]) =>
    [...(names ?? [])].map(([id, name]) => ({ id, name }));
  const listing = async (list: string) =>
    listed(list === "applicationRoles" ? snapshot.applications : snapshot.dashboards);
  const people = declared
    .filter(({ kind }) => kind !== "Organization")
    .map(async ({ kind, stated }) => {
      const resolved = await new NameResolver(orgId, listing, () => new Date()).resolve(stated);
      assert.deepEqual(resolved.problems, []);
      if (kind === "OrgMembership") {
        const { values, problems } = parseArguments(OrgMembershipArguments, resolved.stated);
        assert.deepEqual(problems, []);
        return values === undefined ? [] : [{ email: values.email, desired: values }];
      }
      const { values, problems } = parseArguments(OrgRosterArguments, resolved.stated);
      assert.deepEqual(problems, []);
      assert.ok(values?.allowEmpty === true || Object.keys(values?.members ?? {}).length > 0);
      return Object.entries(values?.members ?? {}).map(([email, entry]) => ({
        email,
        desired: rolesIn(entry),
      }));
    });
  return (await Promise.all(people)).flat();
}

/** Everybody whom the program declares has the stated roles already. */
async function assertNothingToWrite(snapshot: OrganizationSnapshot, files: Record<string, string>) {
  const declared = declaredBy(files);
  const { members } = canonicalOrganization(snapshot.organization);
  const live = [...members, ...snapshot.pending.map(canonicalInvite)];
  for (const { email, desired } of await peopleIn(declared, snapshot)) {
    const there = live.find((one) => one.email === email);
    assert.ok(there, email);
    assert.deepEqual(rolesThatDiffer(there, desired), [], email);
  }
  const resource = declared.find(({ kind }) => kind === "Organization");
  if (resource) assertAdopted(snapshot.organization, resource);
}

function assertAdopted(live: Organization, { stated }: Declared) {
  const { values, problems } = parseArguments(organizationResource.arguments, stated);
  assert.deepEqual(problems, []);
  assert.deepEqual(differingSettings(settingsOf(live), values ?? {}), {});
  const figures = { orgId, memberCount: 1, pendingInviteCount: 0, adopted: true };
  const state = { ...recordedSettings(live, values ?? {}), ...figures };
  assert.deepEqual(organizationResource.state.safeParse(state).error?.issues, undefined);
}

/** Comments of a program, and of its people.yaml. */
function commentsIn(files: Record<string, string>): string {
  const lines = Object.values(files).flatMap((text) => text.split("\n"));
  return lines.filter((line) => /\/\/|#/.test(line)).join("\n");
}

const roles = (count: number, from = 1): ResourceRole[] =>
  Array.from({ length: count }, (_, at) => ({ resourceId: idOf(from + at), role: "view" as const }));

/** What no program may state: people and an organization, and what the comments tell of them. */
const table: Record<
  string,
  { members?: Member[]; invites?: Invite[]; organization?: Partial<Organization>; told: RegExp[] }
> = {
  "an address without an @": {
    members: [owner, memberOf("müller", { role: "edit" })],
    told: [/left out: müller \(member, edit\): the address must be an email address/],
  },
  "an address of two": {
    invites: [inviteOf("bob@example.com, eve@example.com")],
    told: [/left out: bob@example\.com, eve@example\.com \(invited, view\)/],
  },
  "an address with a blank, a line feed and the end of a comment": {
    members: [owner, memberOf("a b\n*/ process.exit(1)@x.com")],
    told: [/left out: a b \*\/ process\.exit\(1\)@x\.com/],
  },
  "an organization where nobody's address can be stated": {
    members: [memberOf("root", { role: "admin" })],
    told: [/left out: root \(member, admin\)/],
  },
  "an address that two members have": {
    members: [owner, memberOf("eve@example.com"), memberOf("Eve@example.com ", { userId: idOf(9) })],
    told: [
      /left out: eve@example\.com .*is there more than once/,
      /left out: Eve@example\.com .*more than once/,
    ],
  },
  "more than 100 roles on applications": {
    members: [owner, memberOf("ann@example.com", { applicationRoles: roles(101), dashboardRoles: roles(2) })],
    told: [/applicationRoles \(101\) are left out: the list must have at most 100 entries/],
  },
  "more than 100 roles of an invite on dashboards": {
    invites: [inviteOf("ann@example.com", { dashboardRoles: roles(101) })],
    told: [/dashboardRoles \(101\) are left out/],
  },
  "a resource that is twice in a list": {
    members: [owner, memberOf("ann@example.com", { applicationRoles: [...roles(1), ...roles(1)] })],
    told: [/applicationRoles \(2\) are left out: the list must name each resource once/],
  },
  "a role on a resource whose id is none": {
    members: [owner, memberOf("ann@example.com", { applicationRoles: [{ resourceId: "x", role: "view" }] })],
    told: [/applicationRoles \(1\) are left out: the list must be an id/],
  },
  "an organization without a name": {
    organization: { name: "" },
    told: [/the resource Organization is left out: it cannot hold this name/],
  },
  "an organization with a long description": {
    organization: { description: "x".repeat(40_000) },
    told: [/the resource Organization is left out: it cannot hold this description/],
  },
  "a color and a billing address of an odd kind": {
    organization: { iconColor: "red", billingEmail: "bills" },
    told: [/iconColor is left out: it must be a color/, /billingEmail is left out: it must be an email/],
  },
};

describe("an export of what no program may state", () => {
  for (const [title, { members = [owner], invites = [], organization = {}, told }] of Object.entries(table)) {
    for (const { form, inTeams } of ways) {
      it(`leaves out ${title}, and says so: ${form}${inTeams ? " in teams" : ""}`, async () => {
        const snapshot = await snapshotOf(members, invites, organization);
        const files = programFiles(snapshot, form, inTeams);
        await assertNothingToWrite(snapshot, files);
        for (const expected of told) assert.match(commentsIn(files), expected);
      });
    }
  }
});

const address = fc.oneof(
  fc.constantFrom(
    "ann@example.com",
    "Ann@Example.com",
    "\u212Aate@example.com",
    "bob@localhost",
    "x's@example.com",
  ),
  fc.emailAddress(),
  anyText.map((text) => `${text}@example.com`),
);
const lists = fc.record({
  applicationRoles: fc.array(roleOn(), { maxLength: 3 }),
  dashboardRoles: fc.array(roleOn(), { maxLength: 3 }),
});
const names = fc.dictionary(
  fc.constantFrom(...[1, 2, 3].map(idOf)),
  fc.oneof(anyText, fc.string({ unit: "binary" })),
);

function roleOn(): fc.Arbitrary<ResourceRole> {
  const resourceId = fc.constantFrom(...[1, 2, 3, 0xab].map(idOf), idOf(0xab).toUpperCase(), "?");
  return fc.record({ resourceId, role: fc.constantFrom("collaborate", "view", "none") });
}

describe("an export of any organization", () => {
  it("writes what the provider takes, and what changes nothing", async () => {
    const person = fc.record({ email: address, role: fc.constantFrom("view", "admin", "none"), lists });
    const settings = fc.record({ name: anyText, description: anyText, billingEmail: address });
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 1, maxLength: 6 }),
        fc.array(person, { maxLength: 3 }),
        settings,
        names,
        async (people, invited, organization, known) => {
          const members = people.map(({ email, role, lists: own }) => memberOf(email, { role, ...own }));
          const invites = invited.map(({ email, role, lists: own }) => inviteOf(email, { role, ...own }));
          const byId = new Map(Object.entries(known));
          const read = await snapshotOf(members, invites, organization);
          const snapshot = { ...read, applications: byId, dashboards: byId };
          for (const { form, inTeams } of ways) {
            await assertNothingToWrite(snapshot, programFiles(snapshot, form, inTeams));
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
