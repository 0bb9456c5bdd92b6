import assert from "node:assert/strict";
import type { CustomResource, Unwrap } from "@pulumi/pulumi";
import type { z } from "zod";
import type { DataFunction, dataFunctions } from "../../../client/data-functions";
import type { OrgInviteArguments, orgInvite } from "../../../provider/resources/org-invite";
import type { OrgMemberArguments, orgMember } from "../../../provider/resources/org-member";
import type { OrgMembershipArguments, orgMembership } from "../../../provider/resources/org-membership";
import type { orgRoster } from "../../../provider/resources/org-roster";
import type { OrganizationArguments, organization } from "../../../provider/resources/organization";
import type {
  ResourceTransferArguments,
  resourceTransfer,
} from "../../../provider/resources/resource-transfer";
import type { OrgRosterArguments } from "../../../provider/vocabulary/roster-arguments";
import type * as losant from "../../../sdk";

/** `true` where two types take each other's values and have the same keys; else nothing can be assigned to it. */
type Same<One, Other> = [One, keyof One] extends [Other, keyof Other]
  ? [Other, keyof Other] extends [One, keyof One]
    ? true
    : never
  : never;

/* What is documented in sdk/ and what provider/ takes. When the two drift apart, this does not compile. */
const same: {
  Organization: Same<Unwrap<losant.OrganizationArgs>, z.input<typeof OrganizationArguments>>;
  OrgMember: Same<Unwrap<losant.OrgMemberArgs>, z.input<typeof OrgMemberArguments>>;
  OrgInvite: Same<Unwrap<losant.OrgInviteArgs>, z.input<typeof OrgInviteArguments>>;
  OrgMembership: Same<Unwrap<losant.OrgMembershipArgs>, z.input<typeof OrgMembershipArguments>>;
  OrgRoster: Same<Unwrap<losant.OrgRosterArgs>, z.input<typeof OrgRosterArguments>>;
  ResourceTransfer: Same<Unwrap<losant.ResourceTransferArgs>, z.input<typeof ResourceTransferArguments>>;
} = {
  Organization: true,
  OrgMember: true,
  OrgInvite: true,
  OrgMembership: true,
  OrgRoster: true,
  ResourceTransfer: true,
};

/** The outputs that a class declares. */
type Outputs<Resource> = Record<Exclude<keyof Resource, keyof CustomResource>, unknown>;

/** What a resource records and users can read. */
type Recorded<Resource extends { state: z.ZodType }> = Record<
  Exclude<keyof z.output<Resource["state"]>, `__${string}`>,
  unknown
>;

/* What classes give and what provider/ records. When the two drift apart, this does not compile. */
const outputs: {
  Organization: Same<Outputs<losant.Organization>, Recorded<typeof organization>>;
  OrgMember: Same<Outputs<losant.OrgMember>, Recorded<typeof orgMember>>;
  OrgInvite: Same<Outputs<losant.OrgInvite>, Recorded<typeof orgInvite>>;
  OrgMembership: Same<Outputs<losant.OrgMembership>, Recorded<typeof orgMembership>>;
  OrgRoster: Same<Outputs<losant.OrgRoster>, Recorded<typeof orgRoster>>;
  ResourceTransfer: Same<Outputs<losant.ResourceTransfer>, Recorded<typeof resourceTransfer>>;
} = {
  Organization: true,
  OrgMember: true,
  OrgInvite: true,
  OrgMembership: true,
  OrgRoster: true,
  ResourceTransfer: true,
};

/** What a data function takes. */
type Asked<Name extends keyof typeof dataFunctions> =
  (typeof dataFunctions)[Name] extends DataFunction<infer Args, unknown> ? Args : never;

/* What data functions document and what their dataFunctions take. When the two drift apart, this does not compile. */
const asked: {
  getOrganization: Same<losant.GetOrganizationArgs, Asked<"getOrganization">>;
  getOrganizations: Same<losant.GetOrganizationsArgs, Asked<"getOrganizations">>;
  getMember: Same<losant.GetMemberArgs, Asked<"getMember">>;
  getApplications: Same<losant.GetOwnedResourcesArgs, Asked<"getApplications">>;
  getDashboards: Same<losant.GetOwnedResourcesArgs, Asked<"getDashboards">>;
  getPendingInvites: Same<losant.GetPendingInvitesArgs, Asked<"getPendingInvites">>;
  getDeviceCounts: Same<losant.UsageArgs, Asked<"getDeviceCounts">>;
  getNotebookMinuteCounts: Same<losant.UsageArgs, Asked<"getNotebookMinuteCounts">>;
  getPayloadCounts: Same<losant.GetPayloadCountsArgs, Asked<"getPayloadCounts">>;
  getPayloadCountsBreakdown: Same<losant.GetPayloadCountsBreakdownArgs, Asked<"getPayloadCountsBreakdown">>;
} = {
  getOrganization: true,
  getOrganizations: true,
  getMember: true,
  getApplications: true,
  getDashboards: true,
  getPendingInvites: true,
  getDeviceCounts: true,
  getNotebookMinuteCounts: true,
  getPayloadCounts: true,
  getPayloadCountsBreakdown: true,
};

describe("documented outputs", () => {
  for (const [kind, isSame] of Object.entries(outputs)) {
    it(`are what is recorded of ${kind}`, () => assert.ok(isSame));
  }
});

describe("documented arguments", () => {
  for (const [kind, isSame] of Object.entries(same)) {
    it(`of ${kind} are those that the provider takes`, () => assert.equal(isSame, true));
  }

  for (const [name, isSame] of Object.entries(asked)) {
    it(`of ${name} are those of its description`, () => assert.equal(isSame, true));
  }
});
