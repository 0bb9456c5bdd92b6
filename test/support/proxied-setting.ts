import { AnswerProxy } from "./answer-proxy";
import { dynamicFace } from "./faces";
import { TestSimulator } from "./simulator";
import { StackSetting } from "./stack-setting";

/** A simulator behind a proxy that edits its answers; a new stack and a new proxy for each test. */
export class ProxiedSetting extends StackSetting {
  proxy!: AnswerProxy;

  static override async start(face = dynamicFace): Promise<ProxiedSetting> {
    return new ProxiedSetting(await TestSimulator.start(), face);
  }

  /** Before each test. */
  async open(env: Record<string, string> = {}): Promise<void> {
    this.reset();
    this.proxy = await AnswerProxy.start(this.simulator.url);
    this.env = { LOSANT_API_URL: this.proxy.url, ...env };
  }

  /** After each test. */
  async close(): Promise<void> {
    await this.proxy?.close();
  }
}
