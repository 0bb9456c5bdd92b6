import * as pulumi from "@pulumi/pulumi";
import * as losant from "pulumi-losant";

const config = new pulumi.Config();
const orgId = config.require("orgId");

// People who are members already, with their roles: `pulumi config set --path 'members["ann@example.com"]' edit`.
const members = config.getObject<Record<string, losant.Role>>("members") ?? {};
for (const [email, role] of Object.entries(members)) {
  // Destroying the stack leaves them members.
  new losant.OrgMember(email, { orgId, email, role, deletionPolicy: "retain" });
}

// A new person. Once accepted, the invite no longer changes, whatever happens to the member.
const newcomer = new losant.OrgInvite("newcomer", {
  orgId,
  email: config.get("newcomer") ?? "newcomer@example.com",
  role: "view",
});

// All invites that nobody has accepted yet, whoever sent them.
const pending = newcomer.status.apply(() => losant.getPendingInvites({ orgId }));

export const newcomerIs = newcomer.status;
export const inviteEnds = newcomer.expiresAt;
export const waiting = pending.apply((invites) => invites.map(({ email }) => email));
