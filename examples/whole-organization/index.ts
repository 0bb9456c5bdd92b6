import * as pulumi from "@pulumi/pulumi";
import * as losant from "pulumi-losant";

const config = new pulumi.Config();
const orgId = config.require("orgId");
// The token's user must be in the list, with the role that they have.
const owner = config.get("owner") ?? "owner@example.com";

// Everybody: a person who is taken out is removed, or their invite revoked.
const roster = new losant.OrgRoster("everybody", {
  orgId,
  members: {
    [owner]: "admin",
    "ann@example.com": "edit",
    "bob@example.com": { role: "view", until: "2030-12-31", reason: "Plant build" },
    // A client sees one application and nothing else; "Cold Chain" is one of the simulator's.
    "client@example.org": {
      role: "none",
      applicationRoles: [{ name: "Cold Chain", role: "view" }],
    },
  },
  // This person must stay an admin: preview refuses anything else.
  requireAdmins: [owner],
  // People who were added by hand are reported at every preview; "remove" would remove them.
  unmanaged: "warn",
  maxRemovals: "25%",
});

export const strangers = roster.unmanagedMembers;
export const members = roster.memberCount;
export const pendingInvites = roster.pendingInviteCount;
