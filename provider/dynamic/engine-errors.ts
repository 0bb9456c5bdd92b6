import { printableLines } from "../../client";
import { messageOf } from "../vocabulary/errors";

/** Properties of a foreign error, such as `metadata`, hang the engine's call. */
export function freshError(error: unknown): Error {
  return new Error(printableLines(messageOf(error)));
}

/**
 * For check, diff, read and delete: there Pulumi's process prints `${error}: ${error.stack}` beside the message that
 * the engine shows, so that everything would stand there twice.
 */
export function errorWithoutStack(error: unknown): Error {
  const name = () => "pulumi-losant";
  const stack = "failed; the reason is shown with the resource";
  return Object.assign(freshError(error), { toString: name, stack });
}
