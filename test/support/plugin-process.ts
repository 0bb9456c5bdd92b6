import { join } from "node:path";
import { type CallOptions, credentials, Metadata, type ServiceError } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { projectFolder } from "../../tools/set-up/project";
import { ChildProcess } from "./child-process";
import { EngineServer, type LoggedLine } from "./engine-server";
import { cleanEnvironment } from "./environment";
import { packageIsBuilt } from "./needs";
import { temporaryFolder } from "./project-folder";
import { providerError } from "./provider-messages";

type Callback<Response> = (error: ServiceError | null, response: Response) => void;
type Send<Response> = (metadata: Metadata, options: CallOptions, callback: Callback<Response>) => unknown;

// A call that is never answered would hang the test.
const longestCall = 45_000;
const script = join(projectFolder, "plugin", "pulumi-resource-losant");

/** The native plugin as a process of its own, with an engine to which it logs. */
export class PluginProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly engine: EngineServer,
    /** The calls of the protocol. */
    readonly client: ResourceProviderClient,
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

  /** Sends one call and waits for its answer: `ask((...rest) => plugin.client.read(request, ...rest))`. */
  ask<Response>(send: Send<Response>): Promise<Response> {
    return new Promise((resolve, reject) => {
      const options = { deadline: Date.now() + longestCall };
      send(new Metadata(), options, (error, response) =>
        error ? reject(providerError(error)) : resolve(response),
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
