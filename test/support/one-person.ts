import type { Kind, Properties } from "./provider-messages";
import { ProviderProcess } from "./provider-process";
import type { Program } from "./small-engine";
import { owner, type StackSetting } from "./stack-setting";

export const ann = "ann@example.com";

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

/** Begins the update of the resource `ann`, and kills the process while it waits for the answer to an invite. */
export async function killDuringInvite(setting: StackSetting, program: Program): Promise<void> {
  const declared = program.ann;
  if (declared === undefined) throw new Error("The program declares nobody.");
  // The status makes the invite fail should the simulator get to it after all.
  await setting.simulator.fault({ action: "org.inviteMember", latencyMs: 60_000, status: 500 });
  await setting.simulator.clearRequests();
  const options = { folder: setting.folder, env: { ...setting.simulator.env, ...setting.env } };
  const provider = await ProviderProcess.start(options);
  try {
    const [olds, outputs] = [setting.engine.inputs("ann"), setting.engine.outputs("ann")];
    const { inputs } = await provider.check(declared.kind, olds, declared.args);
    const dying = provider.update(declared.kind, idOf(setting, declared.kind), outputs, inputs);
    const isOver = dying.then(
      () => true,
      () => true,
    );
    await Promise.race([isOver, until(() => isInviteSent(setting))]);
    await provider.stop();
    await isOver;
  } finally {
    await provider.stop();
  }
}

/** Waits for something that comes by itself; the test's own time limit ends a wait for what does not. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise(setImmediate);
}

async function isInviteSent(setting: StackSetting): Promise<boolean> {
  return ((await setting.simulator.requests()).byAction["org.inviteMember"] ?? 0) > 0;
}

function idOf(setting: StackSetting, kind: Kind): string {
  return `${setting.orgId}/${kind === "orgRoster" ? "roster" : ann}`;
}
