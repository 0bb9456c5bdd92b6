import assert from "node:assert/strict";
import type { Unwrap } from "@pulumi/pulumi";
import type { z } from "zod";
import type { OrgInviteArguments } from "../../provider/resources/org-invite";
import type { OrgMemberArguments } from "../../provider/resources/org-member";
import type { OrgMembershipArguments } from "../../provider/resources/org-membership";
import type { OrganizationArguments } from "../../provider/resources/organization";
import type { ResourceTransferArguments } from "../../provider/resources/resource-transfer";
import type { OrgRosterArguments } from "../../provider/vocabulary/roster-arguments";
import type * as losant from "../../sdk";

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

describe("documented arguments", () => {
  for (const [kind, isSame] of Object.entries(same)) {
    it(`of ${kind} are those that the provider takes`, () => assert.equal(isSame, true));
  }
});
