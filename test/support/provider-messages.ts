import type { Metadata } from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { ResourceKindName } from "../../provider/calls/resource-kinds";

/** Inputs or outputs of a resource. */
export type Properties = Record<string, unknown>;

/** The export of `pulumi-losant/provider` that runs a kind of resource. */
export type Kind = ResourceKindName;

/** What the provider made of a create or update that went wrong half way. */
export interface PartialResult {
  id: string;
  properties: Properties;
  reasons: string[];
}

/** A call that the provider refused. */
export class ProviderError extends Error implements Partial<PartialResult> {
  declare readonly id?: string;
  declare readonly properties?: Properties;
  declare readonly reasons?: string[];

  constructor(message: string, partial: PartialResult | undefined) {
    super(message);
    this.name = "ProviderError";
    Object.assign(this, partial);
  }
}

// Written out rather than taken from sdk/: states hold this text, and a test that uses it guards it.
export const providerText = (kind: Kind): string =>
  `exports.handler = () => require("module").createRequire(process.cwd() + "/")("pulumi-losant/provider").${kind}()`;

/** Properties as the engine sends them for a kind of resource; a `note` at its end makes a text another one. */
export function toStruct(properties: Properties, kind?: Kind, note = ""): Struct {
  const sent = kind ? { ...properties, __provider: providerText(kind) + note } : properties;
  return Struct.fromJavaScript(JSON.parse(JSON.stringify(sent)));
}

/** Properties as the provider answered them, without the engine's own. */
export function fromStruct(struct: Struct | undefined): Properties {
  const { __provider, ...properties }: Properties = struct?.toJavaScript() ?? {};
  return properties;
}

/** How a call failed, as gRPC tells it. */
interface CallFailure {
  details: string;
  metadata?: Metadata | undefined;
}

function partialResult(error: CallFailure): PartialResult | undefined {
  const [details] = error.metadata?.get("grpc-status-details-bin") ?? [];
  if (!(details instanceof Buffer)) return undefined;
  const [detail] = Status.deserializeBinary(details).getDetailsList();
  if (!detail) return undefined;
  const failed = ErrorResourceInitFailed.deserializeBinary(detail.getValue_asU8());
  return {
    id: failed.getId(),
    properties: fromStruct(failed.getProperties()),
    reasons: failed.getReasonsList(),
  };
}

/** The error that a test sees. */
export const providerError = (error: CallFailure): ProviderError =>
  new ProviderError(error.details, partialResult(error));
