import * as pulumi from "@pulumi/pulumi";
import * as losant from "pulumi-losant";

const config = new pulumi.Config();
const orgId = config.require("orgId");

// Everybody's access is in people.yaml; `npx pulumi-losant roster check people.yaml` checks it without a token.
const roster = new losant.OrgRoster("everybody", losant.readRoster("people.yaml", { orgId }));

export const strangers = roster.unmanagedMembers;
export const members = roster.memberCount;
export const pendingInvites = roster.pendingInviteCount;
