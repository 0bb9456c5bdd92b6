import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { inClear, toMessage, urnOf } from "./plugin-messages";
import { PluginProcess } from "./plugin-process";
import type { Kind, Properties } from "./provider-messages";
import type { ProviderOptions } from "./provider-process";
import type { PreviewedChange, ProviderCalls } from "./step-engine";

const { DIFF_SOME } = messages.DiffResponse.DiffChanges;

/** The native plugin, called as the engine calls it. One process serves one step of a run. */
export class NativeProvider implements ProviderCalls {
  private constructor(private readonly plugin: PluginProcess) {}

  /** Runs some calls in a process of their own. */
  static async during<Result>(
    { env, config = {} }: ProviderOptions,
    work: (provider: NativeProvider) => Promise<Result>,
  ): Promise<Result> {
    const plugin = await PluginProcess.start(env);
    try {
      await configure(plugin, config);
      return await work(new NativeProvider(plugin));
    } finally {
      await plugin.stop();
    }
  }

  async check(kind: Kind, olds: Properties, news: Properties, name = "one") {
    const request = new messages.CheckRequest().setUrn(urnOf(kind, name)).setNews(toMessage(news));
    // On a create the engine has no old inputs, and sends nothing in their place.
    if (Object.keys(olds).length > 0) request.setOlds(toMessage(olds));
    const { client } = this.plugin;
    const answer = await this.plugin.ask<messages.CheckResponse>((...rest) => client.check(request, ...rest));
    const failures = answer.getFailuresList().map((failure) => ({
      property: failure.getProperty(),
      reason: failure.getReason(),
    }));
    return { inputs: inClear(answer.getInputs()), failures };
  }

  async diff(kind: Kind, id: string, olds: Properties, news: Properties, name = "one") {
    const request = new messages.DiffRequest()
      .setId(id)
      .setUrn(urnOf(kind, name))
      .setOlds(toMessage(olds))
      .setNews(toMessage(news));
    const { client } = this.plugin;
    const answer = await this.plugin.ask<messages.DiffResponse>((...rest) => client.diff(request, ...rest));
    return { changes: answer.getChanges() === DIFF_SOME, replaces: answer.getReplacesList() };
  }

  async create(kind: Kind, news: Properties, name = "one") {
    const answer = await this.createOrForetell(kind, news, name, false);
    return { id: answer.getId(), outs: inClear(answer.getProperties()) };
  }

  async read(kind: Kind, id: string, props: Properties, name = "one") {
    const request = new messages.ReadRequest()
      .setId(id)
      .setUrn(urnOf(kind, name))
      .setProperties(toMessage(props));
    const { client } = this.plugin;
    const answer = await this.plugin.ask<messages.ReadResponse>((...rest) => client.read(request, ...rest));
    const inputs = answer.hasInputs() ? inClear(answer.getInputs()) : undefined;
    return { id: answer.getId(), props: inClear(answer.getProperties()), inputs };
  }

  async update(kind: Kind, id: string, olds: Properties, news: Properties, name = "one") {
    const answer = await this.updateOrForetell(kind, id, olds, news, name, false);
    return { outs: inClear(answer.getProperties()) };
  }

  async preview({ kind, name, inputs, old }: PreviewedChange): Promise<void> {
    if (old) await this.updateOrForetell(kind, old.id, old.outputs, inputs, name, true);
    else await this.createOrForetell(kind, inputs, name, true);
  }

  async delete(kind: Kind, id: string, props: Properties, name = "one"): Promise<void> {
    const request = new messages.DeleteRequest()
      .setId(id)
      .setUrn(urnOf(kind, name))
      .setProperties(toMessage(props));
    await this.plugin.ask((...rest) => this.plugin.client.delete(request, ...rest));
  }

  /** The lines as the dynamic face prints them. */
  async output(): Promise<string> {
    const lines = this.plugin.lines.filter(({ isEphemeral }) => !isEphemeral);
    return lines
      .map(({ severity, text }) => (severity === "warning" ? `warning: ${text}` : text))
      .map((line) => `${line}\n`)
      .join("");
  }

  private createOrForetell(kind: Kind, news: Properties, name: string, isPreview: boolean) {
    const request = new messages.CreateRequest()
      .setUrn(urnOf(kind, name))
      .setProperties(toMessage(news))
      .setPreview(isPreview);
    const { client } = this.plugin;
    return this.plugin.ask<messages.CreateResponse>((...rest) => client.create(request, ...rest));
  }

  private updateOrForetell(
    kind: Kind,
    id: string,
    olds: Properties,
    news: Properties,
    name: string,
    isPreview: boolean,
  ) {
    const request = new messages.UpdateRequest()
      .setId(id)
      .setUrn(urnOf(kind, name))
      .setOlds(toMessage(olds))
      .setNews(toMessage(news))
      .setPreview(isPreview);
    const { client } = this.plugin;
    return this.plugin.ask<messages.UpdateResponse>((...rest) => client.update(request, ...rest));
  }
}

/** The engine hands over the stack's configuration without its namespace. */
async function configure(plugin: PluginProcess, config: Record<string, string>): Promise<void> {
  const handshake = new messages.ProviderHandshakeRequest()
    .setEngineAddress(plugin.engineAddress)
    .setSupportsRefreshBeforeUpdate(true);
  await plugin.ask((...rest) => plugin.client.handshake(handshake, ...rest));
  const entries = Object.entries(config).map(([key, value]) => [key.replace(/^losant:/, ""), value]);
  const request = new messages.ConfigureRequest().setArgs(toMessage(Object.fromEntries(entries)));
  await plugin.ask((...rest) => plugin.client.configure(request, ...rest));
}
