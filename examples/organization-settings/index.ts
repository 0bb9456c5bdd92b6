import * as pulumi from "@pulumi/pulumi";
import * as losant from "pulumi-losant";

const config = new pulumi.Config();

// Adopts the organization; what is not stated here is left unchanged.
const organization = new losant.Organization("organization", {
  orgId: config.require("orgId"),
  name: config.get("name"),
  description: "Managed as code",
  iconColor: "#8db319",
  billingEmail: config.get("billingEmail"),
  // Admins must sign in with a second factor.
  mfaMode: "adminRequired",
});

export const name = organization.name;
export const members = organization.memberCount;
export const seats = organization.memberLimit;
export const pendingInvites = organization.pendingInviteCount;
