import type { MethodDefinition } from "@grpc/grpc-js";
import {
  type IResourceProviderService,
  ResourceProviderService,
} from "@pulumi/pulumi/proto/provider_grpc_pb";

type Method =
  | "handshake"
  | "attach"
  | "getPluginInfo"
  | "getSchema"
  | "checkConfig"
  | "diffConfig"
  | "configure"
  | "check"
  | "diff"
  | "create"
  | "read"
  | "update"
  | "delete"
  | "invoke"
  | "cancel";

/** The calls that the plugin serves, each with its messages. */
export type PluginTransport = {
  [Name in Method]: IResourceProviderService[Name] extends MethodDefinition<infer Request, infer Response>
    ? (request: Request) => Promise<Response>
    : never;
};

/** Sends one call and gives its answer. */
type Send = <Request, Response>(
  definition: MethodDefinition<Request, Response>,
  request: Request,
) => Promise<Response>;

/** All calls over one way to send them. */
export function transportOver(send: Send): PluginTransport {
  const { handshake, attach, getPluginInfo, getSchema, checkConfig, diffConfig, configure, check, diff } =
    ResourceProviderService;
  const { create, read, update, delete: remove, invoke, cancel } = ResourceProviderService;
  return {
    handshake: (request) => send(handshake, request),
    attach: (request) => send(attach, request),
    getPluginInfo: (request) => send(getPluginInfo, request),
    getSchema: (request) => send(getSchema, request),
    checkConfig: (request) => send(checkConfig, request),
    diffConfig: (request) => send(diffConfig, request),
    configure: (request) => send(configure, request),
    check: (request) => send(check, request),
    diff: (request) => send(diff, request),
    create: (request) => send(create, request),
    read: (request) => send(read, request),
    update: (request) => send(update, request),
    delete: (request) => send(remove, request),
    invoke: (request) => send(invoke, request),
    cancel: (request) => send(cancel, request),
  };
}
