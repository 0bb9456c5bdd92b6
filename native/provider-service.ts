import { type HostProcess, RunSource } from "../provider/live/run-source";
import type { EngineLog } from "./engine-log";
import {
  CheckFailure,
  type CheckRequest,
  CheckResponse,
  type ConfigureRequest,
  ConfigureResponse,
  type DiffRequest,
  DiffResponse,
  Empty,
  GetSchemaResponse,
  type PluginAttach,
  PluginInfo,
  type ProviderHandshakeRequest,
  ProviderHandshakeResponse,
} from "./protocol";
import { checkSettings, isExplicit, refuseContradictions, settingSource } from "./provider-settings";
import { partsOf } from "./urn";
import { decode, encode } from "./values";

const readsLateAdvice =
  "this Pulumi CLI compares resources without reading them first, so that changes by hand do not show. Put " +
  "options: {refresh: always} into Pulumi.yaml, or take Pulumi CLI 3.172.0 or later.";

/** What is served of the package itself. */
export interface PackageInfo {
  version: string;
  /** The package's schema, as JSON. */
  schema: () => string;
}

/** What the engine asks of the provider itself: who it is, how it is configured, and that it may end. */
export class ProviderService {
  readonly source: RunSource;
  /** Whether the engine reads resources by itself before it compares them. */
  refreshesBeforeUpdate = false;

  /** `engineAddress`: absent until the engine attaches to a plugin that was started by hand. */
  constructor(
    private readonly info: PackageInfo,
    private readonly log: Pick<EngineLog, "connect" | "write">,
    readonly host: HostProcess,
    private engineAddress: string | undefined,
  ) {
    this.source = new RunSource(host, () => this.engineAddress);
    if (engineAddress !== undefined) this.connect(engineAddress);
  }

  /** A plugin that was started by hand works for one engine after another. */
  private connect(engineAddress: string): void {
    if (engineAddress !== this.engineAddress) this.source.beginAnew();
    this.engineAddress = engineAddress;
    this.log.connect(engineAddress);
  }

  async handshake(request: ProviderHandshakeRequest): Promise<ProviderHandshakeResponse> {
    this.connect(request.getEngineAddress());
    this.refreshesBeforeUpdate = request.getSupportsRefreshBeforeUpdate();
    return new ProviderHandshakeResponse().setAcceptSecrets(true);
  }

  /** The engine of a plugin that was started by hand. */
  async attach(request: PluginAttach): Promise<Empty> {
    this.connect(request.getAddress());
    return new Empty();
  }

  async getPluginInfo(): Promise<PluginInfo> {
    return new PluginInfo().setVersion(this.info.version);
  }

  async getSchema(): Promise<GetSchemaResponse> {
    return new GetSchemaResponse().setSchema(this.info.schema());
  }

  /** The token is a secret, whatever the program says. */
  async checkConfig(request: CheckRequest): Promise<CheckResponse> {
    const { properties, secrets } = decode(request.getNews());
    const urn = request.getUrn();
    const problems = checkSettings(properties, urn, this.host.environment);
    return new CheckResponse()
      .setInputs(encode(properties, [...secrets, "apiToken"]))
      .setFailuresList(problems.map((problem) => new CheckFailure().setReason(problem)));
  }

  /** No setting makes other resources of those that are there. */
  async diffConfig(request: DiffRequest): Promise<DiffResponse> {
    const { DIFF_SOME, DIFF_NONE } = DiffResponse.DiffChanges;
    const [olds, news] = [request.getOlds(), request.getNews()].map((one) =>
      JSON.stringify(Object.entries(decode(one).properties).sort()),
    );
    return new DiffResponse().setChanges(olds === news ? DIFF_NONE : DIFF_SOME);
  }

  async configure(request: ConfigureRequest): Promise<ConfigureResponse> {
    const { properties } = decode(request.getArgs());
    const urn = request.getUrn() ?? "";
    if (urn === "") refuseContradictions(properties, this.host.environment);
    if (!this.refreshesBeforeUpdate) this.log.write("warning", readsLateAdvice, "");
    const isOwn = isExplicit(urn);
    const { environment, stack } = settingSource(properties, isOwn, this.host.environment);
    this.source.configure(stack, environment, isOwn, urn === "" ? undefined : partsOf(urn).stack);
    return new ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true);
  }

  async cancel(): Promise<Empty> {
    this.source.cancel();
    return new Empty();
  }
}
