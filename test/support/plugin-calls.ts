import { PluginAttach, type PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { LoggedLine } from "./engine-server";
import { toMessage, urnOf } from "./plugin-messages";
import type { PluginTransport } from "./plugin-transport";
import type { Kind, Properties } from "./provider-messages";

/** Which resource of the program a change is of, and whether it is only foretold. */
interface ChangeOptions {
  name?: string | undefined;
  preview?: boolean;
}

/** A native plugin that can be called, in a process of its own or in this one. */
export interface Plugin {
  readonly transport: PluginTransport;
  /** The engine for which it works. */
  readonly engineAddress: string;
  /** What it logged up to the last answered call. */
  readonly lines: readonly LoggedLine[];
  stop(): Promise<void>;
}

/** The calls of the plugin protocol, with the answers as they come. Properties may hold secrets and unknown values. */
export class PluginCalls {
  constructor(readonly plugin: Plugin) {}

  handshake(refreshesBeforeUpdate = true): Promise<messages.ProviderHandshakeResponse> {
    const request = new messages.ProviderHandshakeRequest()
      .setEngineAddress(this.plugin.engineAddress)
      .setSupportsRefreshBeforeUpdate(refreshesBeforeUpdate);
    return this.plugin.transport.handshake(request);
  }

  attach(address: string): Promise<Empty> {
    return this.plugin.transport.attach(new PluginAttach().setAddress(address));
  }

  getPluginInfo(): Promise<PluginInfo> {
    return this.plugin.transport.getPluginInfo(new Empty());
  }

  getSchema(): Promise<messages.GetSchemaResponse> {
    return this.plugin.transport.getSchema(new messages.GetSchemaRequest());
  }

  checkConfig(news: Properties, urn: string): Promise<messages.CheckResponse> {
    const request = new messages.CheckRequest().setUrn(urn).setNews(toMessage(news));
    return this.plugin.transport.checkConfig(request);
  }

  diffConfig(olds: Properties, news: Properties): Promise<messages.DiffResponse> {
    const request = new messages.DiffRequest().setOlds(toMessage(olds)).setNews(toMessage(news));
    return this.plugin.transport.diffConfig(request);
  }

  configure(args: Properties, urn = ""): Promise<messages.ConfigureResponse> {
    const request = new messages.ConfigureRequest().setArgs(toMessage(args)).setUrn(urn);
    return this.plugin.transport.configure(request);
  }

  check(kind: Kind, news: Properties, olds: Properties = {}, name?: string): Promise<messages.CheckResponse> {
    const request = new messages.CheckRequest().setUrn(urnOf(kind, name)).setNews(toMessage(news));
    // On a create the engine has no old inputs, and sends nothing in their place.
    if (Object.keys(olds).length > 0) request.setOlds(toMessage(olds));
    return this.plugin.transport.check(request);
  }

  /** `olds` are old outputs. */
  diff(
    kind: Kind,
    id: string,
    olds: Properties,
    news: Properties,
    name?: string,
  ): Promise<messages.DiffResponse> {
    const request = new messages.DiffRequest()
      .setId(id)
      .setUrn(urnOf(kind, name))
      .setOlds(toMessage(olds))
      .setNews(toMessage(news));
    return this.plugin.transport.diff(request);
  }

  create(
    kind: Kind,
    news: Properties,
    { name, preview = false }: ChangeOptions = {},
  ): Promise<messages.CreateResponse> {
    const request = new messages.CreateRequest()
      .setUrn(urnOf(kind, name))
      .setProperties(toMessage(news))
      .setPreview(preview);
    return this.plugin.transport.create(request);
  }

  read(
    kind: Kind,
    id: string,
    outputs: Properties = {},
    inputs: Properties = {},
    name?: string,
  ): Promise<messages.ReadResponse> {
    const request = new messages.ReadRequest()
      .setId(id)
      .setUrn(urnOf(kind, name))
      .setProperties(toMessage(outputs))
      .setInputs(toMessage(inputs));
    return this.plugin.transport.read(request);
  }

  /** `olds` are old outputs. */
  update(
    kind: Kind,
    id: string,
    olds: Properties,
    news: Properties,
    { name, preview = false }: ChangeOptions = {},
  ): Promise<messages.UpdateResponse> {
    const request = new messages.UpdateRequest()
      .setId(id)
      .setUrn(urnOf(kind, name))
      .setOlds(toMessage(olds))
      .setNews(toMessage(news))
      .setPreview(preview);
    return this.plugin.transport.update(request);
  }

  delete(kind: Kind, id: string, outputs: Properties, name?: string): Promise<Empty> {
    const request = new messages.DeleteRequest()
      .setId(id)
      .setUrn(urnOf(kind, name))
      .setProperties(toMessage(outputs));
    return this.plugin.transport.delete(request);
  }

  invoke(token: string, args: Properties): Promise<messages.InvokeResponse> {
    const request = new messages.InvokeRequest().setTok(token).setArgs(toMessage(args));
    return this.plugin.transport.invoke(request);
  }

  cancel(): Promise<Empty> {
    return this.plugin.transport.cancel(new Empty());
  }
}
