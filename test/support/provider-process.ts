import { randomInt } from "node:crypto";
import { type CallOptions, credentials, Metadata, type ServiceError } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { ChildProcess } from "./child-process";
import { cleanEnvironment } from "./environment";
import { packageIsBuilt } from "./needs";
import { projectName, temporaryRoot } from "./project-folder";
import type { ProviderOptions } from "./provider-calls";
import { fromStruct, type Kind, type Properties, providerError, toStruct } from "./provider-messages";

type Callback<Response> = (error: ServiceError | null, response: Response) => void;
type Send<Response> = (metadata: Metadata, options: CallOptions, callback: Callback<Response>) => unknown;

// A hook that throws something odd hangs its call for ever.
const longestCall = 45_000;
const script = require.resolve("@pulumi/pulumi/cmd/dynamic-provider");
const { DIFF_UNKNOWN, DIFF_SOME } = messages.DiffResponse.DiffChanges;

/** Pulumi's real dynamic-provider process, called as the engine calls it. One process serves one step of a run. */
export class ProviderProcess {
  private note = "";
  private renewals = 0;

  private constructor(
    private readonly child: ChildProcess,
    private readonly client: ResourceProviderClient,
  ) {}

  /** Starts a process and gives it its configuration. */
  static async start(options: ProviderOptions): Promise<ProviderProcess> {
    await packageIsBuilt();
    const { folder, env, config = {}, engine = anotherEngine() } = options;
    const child = new ChildProcess(process.execPath, [script, engine], {
      cwd: folder,
      env: { ...cleanEnvironment(), ...ownTemporaryFolder(), PULUMI_NODEJS_PROJECT: projectName, ...env },
    });
    const client = new ResourceProviderClient(
      `127.0.0.1:${await child.firstLine()}`,
      credentials.createInsecure(),
    );
    const provider = new ProviderProcess(child, client);
    await provider.configure(config);
    return provider;
  }

  /** Runs some calls in a process of their own. */
  static async during<Result>(
    options: ProviderOptions,
    work: (provider: ProviderProcess) => Promise<Result>,
  ): Promise<Result> {
    const provider = await ProviderProcess.start(options);
    try {
      return await work(provider);
    } finally {
      await provider.stop();
    }
  }

  /** The first call counts: each kind of provider is configured once. */
  async configure(config: Record<string, string>): Promise<void> {
    const request = new messages.ConfigureRequest().setArgs(toStruct(config));
    await this.ask<messages.ConfigureResponse>((...rest) => this.client.configure(request, ...rest));
  }

  /**
   * Begins anew in the same process, which takes a hundredth of the time that a new one takes: the providers are made
   * again and see other settings, so they share nothing with those before.
   */
  async renew(config: Record<string, string>): Promise<void> {
    this.renewals += 1;
    this.note = ` // ${this.renewals}`;
    await this.configure({ ...config, "losant:requestTimeout": String((this.renewals % 3600) + 1) });
  }

  async check(kind: Kind, olds: Properties, news: Properties) {
    const request = new messages.CheckRequest()
      // On a create the engine has no old inputs, and sends nothing in their place.
      .setOlds(toStruct(olds, Object.keys(olds).length > 0 ? kind : undefined, this.note))
      .setNews(toStruct(news, kind, this.note));
    const answer = await this.ask<messages.CheckResponse>((...rest) => this.client.check(request, ...rest));
    const failures = answer.getFailuresList().map((failure) => ({
      property: failure.getProperty(),
      reason: failure.getReason(),
    }));
    return { inputs: fromStruct(answer.getInputs()), failures };
  }

  /** `olds` are old outputs; `changes` is undefined where the provider does not say. */
  async diff(kind: Kind, id: string, olds: Properties, news: Properties) {
    const request = new messages.DiffRequest()
      .setId(id)
      .setOlds(toStruct(olds, kind, this.note))
      .setNews(toStruct(news, kind, this.note));
    const answer = await this.ask<messages.DiffResponse>((...rest) => this.client.diff(request, ...rest));
    const changes = answer.getChanges() === DIFF_UNKNOWN ? undefined : answer.getChanges() === DIFF_SOME;
    const deleteBeforeReplace = answer.getDeletebeforereplace();
    return { changes, replaces: answer.getReplacesList(), deleteBeforeReplace };
  }

  async create(kind: Kind, news: Properties) {
    const request = new messages.CreateRequest().setProperties(toStruct(news, kind, this.note));
    const answer = await this.ask<messages.CreateResponse>((...rest) => this.client.create(request, ...rest));
    return { id: answer.getId(), outs: fromStruct(answer.getProperties()) };
  }

  /** `id` is empty where the resource is gone. */
  async read(kind: Kind, id: string, props: Properties) {
    const request = new messages.ReadRequest().setId(id).setProperties(toStruct(props, kind, this.note));
    const answer = await this.ask<messages.ReadResponse>((...rest) => this.client.read(request, ...rest));
    const inputs = answer.hasInputs() ? fromStruct(answer.getInputs()) : undefined;
    return { id: answer.getId(), props: fromStruct(answer.getProperties()), inputs };
  }

  /** `olds` are old outputs. */
  async update(kind: Kind, id: string, olds: Properties, news: Properties) {
    const request = new messages.UpdateRequest()
      .setId(id)
      .setOlds(toStruct(olds, kind, this.note))
      .setNews(toStruct(news, kind, this.note));
    const answer = await this.ask<messages.UpdateResponse>((...rest) => this.client.update(request, ...rest));
    return { outs: fromStruct(answer.getProperties()) };
  }

  /** `props` are outputs. */
  async delete(kind: Kind, id: string, props: Properties): Promise<void> {
    const request = new messages.DeleteRequest().setId(id).setProperties(toStruct(props, kind, this.note));
    await this.ask((...rest) => this.client.delete(request, ...rest));
  }

  /** All that the process printed to stdout and stderr up to the last answered call. */
  output(): Promise<string> {
    return this.child.output();
  }

  /** Kills the process in the middle of what it does; the calls under way fail. */
  kill(): Promise<void> {
    return this.child.stop("SIGKILL");
  }

  /** Ends the process; may be called more than once. */
  async stop(): Promise<void> {
    this.client.close();
    await this.child.stop();
  }

  private ask<Response>(send: Send<Response>): Promise<Response> {
    return new Promise((resolve, reject) => {
      const options = { deadline: Date.now() + longestCall };
      send(new Metadata(), options, (error, response) =>
        error ? reject(providerError(error)) : resolve(response),
      );
    });
  }
}

/** What a process leaves goes with the test. */
function ownTemporaryFolder(): Record<string, string> {
  const folder = temporaryRoot();
  return { TMPDIR: folder, TEMP: folder, TMP: folder };
}

/** The address of an engine of its own: the process never calls it, but shares what it knows with others of the engine. */
export function anotherEngine(): string {
  return `127.0.0.1:${randomInt(1e6, 1e12)}`;
}

/** What a process is given that has no engine, and so shares nothing. */
export const noEngine = "none";
