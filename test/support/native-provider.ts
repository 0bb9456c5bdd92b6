import { DiffResponse } from "@pulumi/pulumi/proto/provider_pb";
import { InProcessPlugin } from "./in-process-plugin";
import { type Plugin, PluginCalls } from "./plugin-calls";
import { inClear, withoutMarks } from "./plugin-messages";
import { PluginProcess } from "./plugin-process";
import type { PreviewedChange, ProviderCalls, ProviderOptions } from "./provider-calls";
import { type Kind, type Properties, ProviderError } from "./provider-messages";

const { DIFF_SOME } = DiffResponse.DiffChanges;

type Work<Result> = (provider: NativeProvider) => Promise<Result>;

/** The native plugin, called as the engine calls it. One process serves one step of a run. */
export class NativeProvider implements ProviderCalls {
  private constructor(private readonly calls: PluginCalls) {}

  /** Runs some calls in this process. */
  static inProcess<Result>(options: ProviderOptions, work: Work<Result>): Promise<Result> {
    return NativeProvider.with(new InProcessPlugin(options), options, work);
  }

  /** Runs some calls in a process of their own. */
  static async during<Result>(options: ProviderOptions, work: Work<Result>): Promise<Result> {
    return NativeProvider.with(await PluginProcess.start(options.env), options, work);
  }

  private static async with<Result>(
    plugin: Plugin,
    { config = {}, providerName }: ProviderOptions,
    work: Work<Result>,
  ): Promise<Result> {
    try {
      const calls = new PluginCalls(plugin);
      await calls.handshake();
      const urn = providerName && `urn:pulumi:test::test::pulumi:providers:losant::${providerName}`;
      await calls.configure(withoutNamespace(config), urn);
      return await work(new NativeProvider(calls));
    } finally {
      await plugin.stop();
    }
  }

  async check(kind: Kind, olds: Properties, news: Properties, name?: string) {
    const answer = await this.calls.check(kind, news, olds, name);
    const failures = answer.getFailuresList().map((failure) => ({
      property: failure.getProperty(),
      reason: failure.getReason(),
    }));
    return { inputs: inClear(answer.getInputs()), failures };
  }

  async diff(kind: Kind, id: string, olds: Properties, news: Properties, name?: string) {
    const answer = await this.calls.diff(kind, id, olds, news, name);
    return { changes: answer.getChanges() === DIFF_SOME, replaces: answer.getReplacesList() };
  }

  async create(kind: Kind, news: Properties, name?: string) {
    const answer = await inClearWhereFailed(this.calls.create(kind, news, { name }));
    return { id: answer.getId(), outs: inClear(answer.getProperties()) };
  }

  async read(kind: Kind, id: string, props: Properties, name?: string) {
    const answer = await this.calls.read(kind, id, props, {}, name);
    const inputs = answer.hasInputs() ? inClear(answer.getInputs()) : undefined;
    return { id: answer.getId(), props: inClear(answer.getProperties()), inputs };
  }

  async update(kind: Kind, id: string, olds: Properties, news: Properties, name?: string) {
    const answer = await inClearWhereFailed(this.calls.update(kind, id, olds, news, { name }));
    return { outs: inClear(answer.getProperties()) };
  }

  async preview({ kind, name, inputs, old }: PreviewedChange): Promise<void> {
    const options = { name, preview: true };
    if (old) await this.calls.update(kind, old.id, old.outputs, inputs, options);
    else await this.calls.create(kind, inputs, options);
  }

  async delete(kind: Kind, id: string, props: Properties, name?: string): Promise<void> {
    await this.calls.delete(kind, id, props, name);
  }

  /** The lines in the form in which the dynamic face prints them. */
  async output(): Promise<string> {
    const lines = this.calls.plugin.lines.filter(({ isEphemeral }) => !isEphemeral);
    return lines
      .map(({ severity, text }) => `${severity === "warning" ? "warning: " : ""}${text}\n`)
      .join("");
  }
}

/** What a failed call recorded, as a stack has it for the next call. */
async function inClearWhereFailed<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ProviderError && error.properties) {
      Object.assign(error, { properties: withoutMarks(error.properties) });
    }
    throw error;
  }
}

/** The engine hands over the stack's configuration so. */
function withoutNamespace(config: Record<string, string>): Properties {
  const entries = Object.entries(config).map(([key, value]) => [key.replace(/^losant:/, ""), value]);
  return Object.fromEntries(entries);
}
