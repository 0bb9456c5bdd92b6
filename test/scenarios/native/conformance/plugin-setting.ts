import { InProcessPlugin } from "../../../support/in-process-plugin";
import { type Plugin, PluginCalls } from "../../../support/plugin-calls";
import { fromMessage, inClear } from "../../../support/plugin-messages";
import { PluginProcess } from "../../../support/plugin-process";
import type { Kind, Properties } from "../../../support/provider-messages";
import { TestSimulator } from "../../../support/simulator";

export const ann = "ann@example.com";
export const bob = "bob@example.com";
export const owner = "owner@example.com";

/** A simulator, and a configured plugin for each test. */
export class PluginSetting<Served extends Plugin> {
  simulator!: TestSimulator;
  plugin!: Served;
  calls!: PluginCalls;

  private constructor(private readonly start: (env: Record<string, string>) => Promise<Served>) {}

  /** The plugin in this process. */
  static inThisDescribe(): PluginSetting<InProcessPlugin> {
    const client = { backoff: () => 0 };
    return PluginSetting.around(async (env) => new InProcessPlugin({ env, client }));
  }

  /** The plugin in a process of its own. */
  static processInThisDescribe(): PluginSetting<PluginProcess> {
    return PluginSetting.around((env) => PluginProcess.start(env));
  }

  /** Starts and stops all that is needed around the tests of a `describe`. */
  private static around<Served extends Plugin>(
    start: (env: Record<string, string>) => Promise<Served>,
  ): PluginSetting<Served> {
    const setting = new PluginSetting(start);
    before(async () => {
      setting.simulator = await TestSimulator.start();
    });
    beforeEach(async () => {
      setting.simulator.reset();
      await setting.startAnew(setting.simulator.env);
    });
    afterEach(() => setting.plugin?.stop());
    after(() => setting.simulator?.close());
    return setting;
  }

  get orgId(): string {
    return this.simulator.orgId;
  }

  /** Goes on with another plugin in another environment. */
  async startAnew(env: Record<string, string>): Promise<void> {
    await this.plugin?.stop();
    this.plugin = await this.start(env);
    this.calls = new PluginCalls(this.plugin);
    await this.calls.handshake();
    await this.calls.configure({});
  }

  /** Checks and creates a resource; gives what the stack would record. */
  async make(kind: Kind, args: Properties): Promise<{ id: string; inputs: Properties; outputs: Properties }> {
    const checked = await this.calls.check(kind, { orgId: this.orgId, ...args });
    const inputs = inClear(checked.getInputs());
    const made = await this.calls.create(kind, fromMessage(checked.getInputs()));
    return { id: made.getId(), inputs, outputs: inClear(made.getProperties()) };
  }

  /** How many emails went out. */
  async mails(): Promise<number> {
    return (await this.simulator.requests()).byAction["org.inviteMember"] ?? 0;
  }
}
