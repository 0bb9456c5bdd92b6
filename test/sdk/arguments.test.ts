import assert from "node:assert/strict";
import type { Unwrap } from "@pulumi/pulumi";
import type { z } from "zod";
import type { OrgInviteArguments } from "../../provider/org-invite";
import type { OrgMemberArguments } from "../../provider/org-member";
import type { OrgMembershipArguments } from "../../provider/org-membership";
import type { OrganizationArguments } from "../../provider/organization";
import type { ResourceTransferArguments } from "../../provider/resource-transfer";
import type { OrgRosterArguments } from "../../provider/roster/arguments";
import type * as losant from "../../sdk";

/** `true` where two types take each other's values and have the same keys; else nothing can be assigned to it. */
type Same<One, Other> = [One, keyof One] extends [Other, keyof Other]
  ? [Other, keyof Other] extends [One, keyof One]
    ? true
    : never
  : never;

/** States of 0.1 hold `elsewhere`, which no class sets; `unmanaged` waits for the provider to take "fail". */
type Apart = "elsewhere" | "unmanaged";

/* What is documented in sdk/ and what provider/ takes. When the two drift apart, this does not compile. */
const same: {
  Organization: Same<Unwrap<losant.OrganizationArgs>, z.input<typeof OrganizationArguments>>;
  OrgMember: Same<Unwrap<losant.OrgMemberArgs>, z.input<typeof OrgMemberArguments>>;
  OrgInvite: Same<Unwrap<losant.OrgInviteArgs>, z.input<typeof OrgInviteArguments>>;
  OrgMembership: Same<Unwrap<losant.OrgMembershipArgs>, z.input<typeof OrgMembershipArguments>>;
  OrgRoster: Same<Omit<Unwrap<losant.OrgRosterArgs>, Apart>, Omit<z.input<typeof OrgRosterArguments>, Apart>>;
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
