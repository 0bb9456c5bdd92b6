import type { Program } from "./engine";
import type { Kind, Properties } from "./provider-messages";
import { owner, type StackSetting } from "./stack-setting";

export const ann = "ann@example.com";
export const bob = "bob@example.com";
export const carol = "carol@example.com";

/** The ways to declare one member. */
export const memberKinds = ["orgMember", "orgMembership"] as const;
/** The ways to invite one person. */
export const inviteKinds = ["orgInvite", "orgMembership"] as const;
/** The classes that invite. */
export const invitingKinds = ["orgInvite", "orgMembership", "orgRoster"] as const;
/** The classes that follow a person into membership. */
export const followingKinds = ["orgMembership", "orgRoster"] as const;

interface Declaration extends Properties {
  role?: string;
  applicationRoles?: object[] | undefined;
  dashboardRoles?: object[] | undefined;
}

/** A program that declares ann under the name `ann`, by one of the classes; a roster names the owner as well. */
export function declaring(setting: StackSetting, kind: Kind, declaration: Declaration = {}): Program {
  const { role = "view", applicationRoles, dashboardRoles, ...rest } = declaration;
  const roles = { role, applicationRoles, dashboardRoles };
  if (kind !== "orgRoster") return { ann: setting.resource(kind, { email: ann, ...roles, ...rest }) };
  return { ann: setting.resource(kind, { members: { [owner]: "admin", [ann]: roles }, ...rest }) };
}

/** The same program without ann: no resource, or a roster that names the owner alone. */
export function withoutAnn(setting: StackSetting, kind: Kind): Program {
  if (kind !== "orgRoster") return {};
  return { ann: setting.resource(kind, { members: { [owner]: "admin" } }) };
}

/** Begins the update of the resource `ann` in a process that dies as it sends an invite. */
export function killDuringInvite(setting: StackSetting, { ann: declared }: Program): Promise<void> {
  if (declared === undefined) throw new Error("The program declares nobody.");
  const { kind, args } = declared;
  const [olds, outputs] = [setting.engine.inputs("ann"), setting.engine.outputs("ann")];
  return setting.killedAt(/^POST .*\/invites$/, async (provider) => {
    const { inputs } = await provider.check(kind, olds, args);
    await provider.update(kind, idOf(setting, kind), outputs, inputs);
  });
}

function idOf(setting: StackSetting, kind: Kind): string {
  return `${setting.orgId}/${kind === "orgRoster" ? "roster" : ann}`;
}
