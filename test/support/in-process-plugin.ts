import type { MethodDefinition, sendUnaryData } from "@grpc/grpc-js";
import { ResourceProviderService as service } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { EngineLog } from "../../native/engine-log";
import { handlers } from "../../native/server";
import { type LoggedLine, loggedLine } from "./engine-server";
import { hostProcess } from "./host-process";
import type { Plugin } from "./plugin-calls";
import type { PluginTransport } from "./plugin-transport";
import type { ProviderOptions } from "./provider-calls";
import { providerError } from "./provider-messages";

const info = { version: "0.0.0", schema: () => "{}" };

type Handler<Request, Response> = (call: { request: Request }, respond: sendUnaryData<Response>) => void;

/** The native plugin in this process: its handlers, with the messages that would cross the wire. */
export class InProcessPlugin implements Plugin {
  readonly lines: LoggedLine[] = [];
  readonly engineAddress: string;
  readonly transport: PluginTransport;

  constructor(options: Pick<ProviderOptions, "env" | "engine" | "client">) {
    this.engineAddress = options.engine ?? "127.0.0.1:1";
    const log = new EngineLog(() => ({
      send: async (line) => void this.lines.push(loggedLine(line)),
      close: () => undefined,
    }));
    this.transport = transportTo(
      handlers(info, { host: hostProcess(options), log, engineAddress: options.engine }),
    );
  }

  async stop(): Promise<void> {}
}

function transportTo(handler: ReturnType<typeof handlers>): PluginTransport {
  return {
    handshake: wired(service.handshake, handler.handshake),
    attach: wired(service.attach, handler.attach),
    getPluginInfo: wired(service.getPluginInfo, handler.getPluginInfo),
    getSchema: wired(service.getSchema, handler.getSchema),
    checkConfig: wired(service.checkConfig, handler.checkConfig),
    diffConfig: wired(service.diffConfig, handler.diffConfig),
    configure: wired(service.configure, handler.configure),
    check: wired(service.check, handler.check),
    diff: wired(service.diff, handler.diff),
    create: wired(service.create, handler.create),
    read: wired(service.read, handler.read),
    update: wired(service.update, handler.update),
    delete: wired(service.delete, handler.delete),
    invoke: wired(service.invoke, handler.invoke),
    cancel: wired(service.cancel, handler.cancel),
  };
}

/** Request and response become bytes and messages again, as on a wire. */
function wired<Request, Response>(
  {
    requestSerialize,
    requestDeserialize,
    responseSerialize,
    responseDeserialize,
  }: MethodDefinition<Request, Response>,
  handle: Handler<Request, Response>,
): (request: Request) => Promise<Response> {
  return (request) =>
    new Promise((resolve, reject) => {
      handle({ request: requestDeserialize(requestSerialize(request)) }, (error, response) => {
        if (response) resolve(responseDeserialize(responseSerialize(response)));
        else reject(providerError({ details: messageIn(error), metadata: error?.metadata }));
      });
    });
}

function messageIn(error: Parameters<sendUnaryData<unknown>>[0]): string {
  return (error && ("message" in error ? error.message : error.details)) ?? "no response";
}
