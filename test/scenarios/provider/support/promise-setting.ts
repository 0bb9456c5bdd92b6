import type { Outcome, Program } from "../../../support/engine";
import { dynamicFace } from "../../../support/faces";
import { FaultyProxy } from "../../../support/faulty-proxy";
import { owner, StackSetting } from "../../../support/stack-setting";

export const ann = "ann@example.com";
export const bob = "bob@example.com";
export const carol = "carol@example.com";

/** A stack for each test, whose provider reaches the simulator through a proxy. */
export class PromiseSetting {
  stack!: StackSetting;
  proxy!: FaultyProxy;

  /** Starts and stops all that is needed around the tests of a `describe`. */
  static inThisDescribe(face = dynamicFace): PromiseSetting {
    const setting = new PromiseSetting();
    before(async () => {
      setting.stack = await StackSetting.start(face);
      setting.proxy = await FaultyProxy.start(setting.stack.simulator.url);
    });
    beforeEach(() => setting.reset());
    after(async () => {
      await setting.proxy?.close();
      await setting.stack?.simulator.close();
    });
    return setting;
  }

  /** More of the provider's environment, beside the proxy's address. */
  environment(more: Record<string, string>): void {
    this.stack.env = { LOSANT_API_URL: this.proxy.url, ...more };
  }

  /** `GET /orgs/5f…` of the organization of the start. */
  get organizationRequest(): RegExp {
    return new RegExp(`^GET /orgs/${this.stack.orgId}$`);
  }

  /** A roster that names the authenticated user and others. */
  roster(members: object, more: object = {}): { everybody: Program[string] } {
    const args = { members: { [owner]: "admin", ...members }, ...more };
    return { everybody: this.stack.resource("orgRoster", args) };
  }

  /** Makes many members with the role view; gives their addresses. */
  async team(size: number, prefix = "p"): Promise<string[]> {
    const emails = Array.from({ length: size }, (_, index) => `${prefix}${index + 1}@example.com`);
    await this.stack.simulator.putState((state) => {
      const people = emails.map((email) => ({ email, role: "view" as const }));
      state.organizations[0]?.members.push(...people);
    });
    return emails;
  }

  /** How many members and invites the organization has. */
  async people(): Promise<number> {
    const { members } = await this.stack.simulator.fetchOrganization();
    return members.length + (await this.stack.simulator.fetchInvites()).length;
  }

  private reset(): void {
    this.stack.reset();
    this.proxy.reset();
    this.environment({});
  }
}

/** All that a step tells as errors, whether a check, a call of the refresh or another call failed. */
export async function errorsOf(step: Promise<Outcome>): Promise<string> {
  try {
    return (await step).errors.join("\n");
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The ways to declare one member. */
export const memberKinds = ["orgMember", "orgMembership"] as const;

/** The ways to invite one person. */
export const inviteKinds = ["orgInvite", "orgMembership"] as const;
