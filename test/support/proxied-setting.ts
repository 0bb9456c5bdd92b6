import assert from "node:assert/strict";
import { AnswerProxy } from "./answer-proxy";
import { dynamicFace } from "./faces";
import { StackSetting } from "./stack-setting";

/** A setting whose provider reaches the simulator through a proxy. */
export class ProxiedSetting extends StackSetting {
  private runningProxy: AnswerProxy | undefined;
  private initialEnv: Record<string, string> = {};

  /** `env` is what the provider's environment has at the start of each test. */
  static override inSuite(face = dynamicFace, env: Record<string, string> = {}): ProxiedSetting {
    const setting = new ProxiedSetting(face);
    setting.initialEnv = env;
    return setting.runInSuite();
  }

  protected override runInSuite(): this {
    super.runInSuite();
    before(async () => {
      this.runningProxy = await AnswerProxy.start(this.simulator.url);
    });
    after(() => this.runningProxy?.close());
    return this;
  }

  get proxy(): AnswerProxy {
    return this.runningProxy ?? assert.fail("The proxy of the suite has not started.");
  }

  /** `GET /orgs/5f…` of the organization of the start. */
  get organizationRequest(): RegExp {
    return new RegExp(`^GET /orgs/${this.orgId}$`);
  }

  override reset(): void {
    super.reset();
    this.proxy.reset();
    this.env = { LOSANT_API_URL: this.proxy.url, ...this.initialEnv };
  }
}
