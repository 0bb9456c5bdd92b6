import { join } from "node:path";
import { credentials, Metadata, type MethodDefinition, type ServiceError } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { projectFolder } from "../../tools/set-up/project";
import { ChildProcess } from "./child-process";
import { EngineServer, type LoggedLine } from "./engine-server";
import { cleanEnvironment } from "./environment";
import { packageIsBuilt } from "./needs";
import type { Plugin } from "./plugin-calls";
import { transportOver } from "./plugin-transport";
import { temporaryFolder } from "./project-folder";
import { providerError } from "./provider-messages";

// A call that is never answered would hang the test.
const longestCall = 45_000;
const script = join(projectFolder, "plugin", "pulumi-resource-losant");

/** The native plugin as a process of its own, with an engine to which it logs. */
export class PluginProcess implements Plugin {
  readonly transport = transportOver((definition, request) => this.ask(definition, request));

  private constructor(
    private readonly child: ChildProcess,
    private readonly engine: EngineServer,
    private readonly client: ResourceProviderClient,
    readonly port: number,
  ) {}

  /** `env`: such as `LOSANT_API_TOKEN`. Without `isCalled` no engine names itself: the plugin was started by hand. */
  static async start(env: Record<string, string> = {}, isCalled = true): Promise<PluginProcess> {
    await packageIsBuilt();
    const engine = await EngineServer.start();
    // The port of an engine that has ended may be the next one's: nothing is to be found of the earlier run.
    const folder = temporaryFolder("plugin");
    const child = new ChildProcess(process.execPath, [script, ...(isCalled ? [engine.address] : [])], {
      cwd: folder,
      env: { ...cleanEnvironment(), TMPDIR: folder, TEMP: folder, TMP: folder, ...env },
    });
    const port = Number(await child.firstLine());
    const client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure());
    return new PluginProcess(child, engine, client, port);
  }

  /** What it told up to the last answered call. */
  get lines(): readonly LoggedLine[] {
    return this.engine.lines;
  }

  get engineAddress(): string {
    return this.engine.address;
  }

  private ask<Request, Response>(
    { path, requestSerialize, responseDeserialize }: MethodDefinition<Request, Response>,
    request: Request,
  ): Promise<Response> {
    return new Promise((resolve, reject) => {
      const options = { deadline: Date.now() + longestCall };
      const answered = (error: ServiceError | null, response?: Response) => {
        if (error || response === undefined)
          reject(providerError(error ?? { details: `${path}: no answer` }));
        else resolve(response);
      };
      this.client.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        request,
        new Metadata(),
        options,
        answered,
      );
    });
  }

  /** How a call without arguments is answered: gRPC's code. */
  codeOf(path: string): Promise<number> {
    const plain = (bytes: Buffer) => bytes;
    return new Promise((resolve) => {
      this.client.makeUnaryRequest(path, plain, plain, Buffer.alloc(0), (error) => resolve(error?.code ?? 0));
    });
  }

  /** What it printed after its port. */
  output(): Promise<string> {
    return this.child.output();
  }

  /** Kills the process in the middle of what it does; the calls under way fail. */
  async kill(): Promise<void> {
    await this.child.stop("SIGKILL");
  }

  /** Ends the process; may be called more than once. */
  async stop(): Promise<void> {
    this.client.close();
    await this.child.stop();
    this.engine.close();
  }
}
