import { type HostProcess, thisProcess } from "../provider/live/run-source";
import { callError } from "./call-errors";
import { EngineLog } from "./engine-log";
import { FunctionService } from "./function-service";
import {
  type ConfigureRequest,
  ResourceProviderService,
  Server,
  ServerCredentials,
  type sendUnaryData,
} from "./protocol";
import { type PackageInfo, ProviderService } from "./provider-service";
import { ResourceService } from "./resource-service";

/** A roster of some thousand people with their roles is larger than gRPC's own limit of 4 MB. */
const largestMessage = 400 * 2 ** 20;

/** Serves the provider protocol on a free port of the loopback interface; gives the port. */
export async function serve(info: PackageInfo, engineAddress: string | undefined): Promise<number> {
  const server = new Server({ "grpc.max_receive_message_length": largestMessage });
  server.addService(ResourceProviderService, handlers(info, { engineAddress }));
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) =>
      error ? reject(error) : resolve(port),
    );
  });
}

/** What is not named here is answered as unimplemented, which the engine takes for a provider without it. */
export function handlers(
  info: PackageInfo,
  {
    host = thisProcess,
    log = new EngineLog(),
    engineAddress,
  }: { host?: HostProcess; log?: EngineLog; engineAddress?: string | undefined },
) {
  const provider = new ProviderService(info, log, host, engineAddress);
  const functions = new FunctionService(provider.source);
  const resources = new ResourceService(provider, log, () => functions.changed());
  return {
    handshake: unary(log, provider.handshake.bind(provider)),
    attach: unary(log, provider.attach.bind(provider)),
    getPluginInfo: unary(log, provider.getPluginInfo.bind(provider)),
    getSchema: unary(log, provider.getSchema.bind(provider)),
    checkConfig: unary(log, provider.checkConfig.bind(provider)),
    diffConfig: unary(log, provider.diffConfig.bind(provider)),
    configure: unary(log, (request: ConfigureRequest) => {
      functions.changed();
      return provider.configure(request);
    }),
    check: unary(log, resources.check.bind(resources)),
    diff: unary(log, resources.diff.bind(resources)),
    create: unary(log, resources.create.bind(resources)),
    read: unary(log, resources.read.bind(resources)),
    update: unary(log, resources.update.bind(resources)),
    delete: unary(log, resources.delete.bind(resources)),
    invoke: unary(log, functions.invoke.bind(functions)),
    cancel: unary(log, provider.cancel.bind(provider)),
  };
}

/** A call whose lines the engine has before its response. */
function unary<Request, Response>(log: EngineLog, work: (request: Request) => Promise<Response>) {
  return (call: { request: Request }, respond: sendUnaryData<Response>): void => {
    void work(call.request)
      .then(
        (response) => () => respond(null, response),
        (error: unknown) => () => respond(callError(error)),
      )
      .then(async (answer) => {
        await log.settled();
        answer();
      });
  };
}
