import assert from "node:assert/strict";
import type { dynamic } from "@pulumi/pulumi";
import * as providers from "../../../provider";
import { resources } from "../../../tools/schema/resources";

const orgId = "575ed6e87ae143cd83dc4aa8";
const other = "575ed70c7ae143cd83dc4aa9";
const counts = { memberCount: 1, pendingInviteCount: 0 };
const invited = { orgId, email: "ann@example.com", role: "view", status: "pending" };

/** What a stack may have recorded of each resource. */
const recorded: Record<string, [dynamic.ResourceProvider, object]> = {
  Organization: [
    providers.organization(),
    { orgId, name: "acme", description: "", ...counts, adopted: true },
  ],
  OrgMember: [providers.orgMember(), { orgId, userId: orgId, email: "ann@example.com" }],
  OrgInvite: [providers.orgInvite(), invited],
  OrgMembership: [providers.orgMembership(), invited],
  OrgRoster: [
    providers.orgRoster(),
    { orgId, members: { "ann@example.com": "admin" }, __people: "{}", awaiting: {}, ...counts },
  ],
  ResourceTransfer: [
    providers.resourceTransfer(),
    { orgId, destinationId: orgId, destinationType: "organization" },
  ],
};

/** Another value for each argument, of whichever resource. */
const changes: Record<string, unknown> = {
  orgId: other,
  userId: other,
  destinationId: other,
  email: "bob@example.com",
  billingEmail: "bob@example.com",
  role: "edit",
  mfaMode: "required",
  destinationType: "user",
  deletionPolicy: "retain",
  until: "2030-01-01",
  reason: "another one",
  owner: "another@example.com",
  renewal: "manual",
  unmanaged: "ignore",
  requireTwoFactor: "admins",
  roleUntilTwoFactor: "edit",
  missingTwoFactor: "fail",
  iconColor: "#ff8800",
  members: { "bob@example.com": "admin" },
  requireAdmins: ["ann@example.com"],
  files: ["people.yaml"],
  teams: { field: ["ann@example.com"] },
  minAdmins: 2,
  maxRemovals: 5,
  ...Object.fromEntries(
    ["name", "description", "planId", "cardToken", "resend"].map((name) => [name, "new"]),
  ),
  ...Object.fromEntries(["applicationIds", "dashboardIds"].map((name) => [name, [other]])),
  ...Object.fromEntries(
    ["applicationRoles", "dashboardRoles"].map((name) => [name, [{ resourceId: other, role: "view" }]]),
  ),
  ...Object.fromEntries(
    ["forceDestroy", "disallowTransfer", "allowEmpty", "strict", "requireReason"].map((name) => [name, true]),
  ),
};

/** Another address replaces these only where it is another person's, so the schema does not say it of any. */
const sometimes = ["OrgMember.email", "OrgMembership.email"];

describe("the arguments that replace a resource, as the schema marks them", () => {
  for (const source of resources) {
    it(`are those that do, of ${source.kind}`, async () => {
      const [provider, state] = recorded[source.kind] ?? [];
      assert.ok(provider?.diff);
      const replacing = [];
      for (const name of Object.keys(source.arguments.shape)) {
        assert.ok(name in changes, `${name}: give it another value here`);
        const { replaces } = await provider.diff("id", state, { ...state, [name]: changes[name] });
        if (replaces?.includes(name) && !sometimes.includes(`${source.kind}.${name}`)) replacing.push(name);
      }
      assert.deepEqual(replacing, source.replacing);
    });
  }
});
