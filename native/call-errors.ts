import { printableLines } from "../client";
import type { RecordedFailure } from "../provider/calls/resource-calls";
import { messageOf } from "../provider/vocabulary/errors";
import { Any, ErrorResourceInitFailed, Metadata, Status, type Struct, status } from "./protocol";

/** An error as a call gives it to the engine, which shows the message alone. */
export class CallError extends Error {
  override readonly name = "CallError";
  readonly code = status.UNKNOWN;

  constructor(
    message: string,
    readonly metadata = new Metadata(),
  ) {
    super(printableLines(message));
  }
}

/** Any error as the engine takes it. */
export function callError(error: unknown): CallError {
  return error instanceof CallError ? error : new CallError(messageOf(error));
}

/**
 * A change that failed halfway: the engine records the properties and shows the reasons. `isReadFirst`: it reads the
 * resource before it compares it next.
 */
export function partialError(
  { message, recording, reasons }: RecordedFailure,
  properties: Struct,
  isReadFirst: boolean,
): CallError {
  const detail = new ErrorResourceInitFailed()
    .setId(recording.id)
    .setProperties(properties)
    .setReasonsList(reasons.map(printableLines))
    .setRefreshBeforeUpdate(isReadFirst);
  return new CallError(message, metadataWith(printableLines(message), detail));
}

function metadataWith(message: string, detail: ErrorResourceInitFailed): Metadata {
  const packed = new Any();
  packed.pack(detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
  const full = new Status().setCode(status.UNKNOWN).setMessage(message);
  full.addDetails(packed);
  const metadata = new Metadata();
  metadata.add("grpc-status-details-bin", Buffer.from(full.serializeBinary()));
  return metadata;
}
