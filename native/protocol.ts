/**
 * Pulumi's plugin protocol, as @pulumi/pulumi brings it. Its `proto` files are documented nowhere, so only this file
 * imports them; a release holds them in its bundle and depends on no version that a user installs.
 *
 * @module
 */
export {
  credentials,
  Metadata,
  Server,
  ServerCredentials,
  type ServiceDefinition,
  type sendUnaryData,
  status,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
export { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
export { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
export { type PluginAttach, PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
export { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
export {
  CheckFailure,
  type CheckRequest,
  CheckResponse,
  type ConfigureRequest,
  ConfigureResponse,
  type CreateRequest,
  CreateResponse,
  type DeleteRequest,
  type DiffRequest,
  DiffResponse,
  ErrorResourceInitFailed,
  type GetSchemaRequest,
  GetSchemaResponse,
  type InvokeRequest,
  InvokeResponse,
  PropertyDiff,
  type ProviderHandshakeRequest,
  ProviderHandshakeResponse,
  type ReadRequest,
  ReadResponse,
  type UpdateRequest,
  UpdateResponse,
} from "@pulumi/pulumi/proto/provider_pb";
export { Status } from "@pulumi/pulumi/proto/status_pb";
export { Any } from "google-protobuf/google/protobuf/any_pb";
export { Empty } from "google-protobuf/google/protobuf/empty_pb";
export { Struct, Value } from "google-protobuf/google/protobuf/struct_pb";
