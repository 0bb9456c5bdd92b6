import { printable } from "../../client";
import { messageOf } from "../vocabulary/errors";

/** Our own line ends are kept; whatever else is no text for a terminal is not. */
export function printableMessage(text: string): string {
  return text.split("\n").map(printable).join("\n");
}

/** Properties of a foreign error, such as `metadata`, hang the engine's call. */
export function freshError(error: unknown): Error {
  return new Error(printableMessage(messageOf(error)));
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
