import { identifier } from "../../../../../simulator/store/identifiers";
import type { SimulatedMember, SimulatedResourceRole, SimulatedRole } from "../../../../../simulator/types";
import type { Program } from "../../../../support/engine";
import type { Kind, Properties } from "../../../../support/provider-messages";
import type { ControlledState, InProcessLosant } from "../in-process-losant";

/** One `up` whose calls are the rows of the matrix. */
export interface Scenario {
  name: string;
  /** What is at Losant before, beside the owner, a member and an invite that nobody declares. */
  seed?: (state: ControlledState) => void;
  /** What the stack has applied before. */
  before?: Program;
  /** What happens by hand, and how time passes, before the run. */
  act?: (losant: InProcessLosant) => Promise<unknown>;
  program: Program;
}

export const orgId = identifier(2);
export const otherOrgId = identifier(1000);
export const owner = "owner@example.com";
export const ann = "ann@example.com";
export const bob = "bob@example.com";
export const carol = "carol@example.com";
export const dan = "dan@example.com";
export const application = identifier(3);
export const day = 24 * 60 * 60 * 1000;

export const member = (
  email: string,
  role: SimulatedRole,
  more: Partial<SimulatedMember> = {},
): SimulatedMember => ({
  email,
  role,
  ...more,
});

export const members =
  (...people: SimulatedMember[]) =>
  (state: ControlledState) =>
    void state.organizations[0]?.members.push(...people);

export const declared = (kind: Kind, args: Properties) => ({ kind, args: { orgId, ...args } });
export const invite = (email: string, role: string, more: Properties = {}) =>
  declared("orgInvite", { email, role, ...more });
export const membership = (email: string, role: string, more: Properties = {}) =>
  declared("orgMembership", { email, role, ...more });
export const roster = (people: Properties, more: Properties = {}) =>
  declared("orgRoster", { members: { [owner]: "admin", ...people }, ...more });
export const settings = (more: Properties) => declared("organization", more);
export const roles: SimulatedResourceRole[] = [{ resourceId: application, role: "view" }];

/** Ann accepts her invite. */
export const accepted = (losant: InProcessLosant) => losant.control("POST", "accept", { orgId, email: ann });

export const crowd = members(
  member(ann, "view"),
  member(bob, "admin"),
  member(carol, "edit", { applicationRoles: roles }),
);

/** People whom no program declares. */
export const bystanders = (state: ControlledState): void => {
  state.organizations[0]?.members.push(member("zoe@example.com", "view"));
  state.invites[orgId] = [{ email: "yan@example.com", role: "view" }];
};
