import { printableLines } from "../../client";
import { messageOf } from "../vocabulary/errors";

/** Properties of a foreign error, such as `metadata`, hang the engine's call. */
export function freshError(error: unknown): Error {
  return new Error(printableLines(messageOf(error)));
}

const name = "pulumi-losant";
const stack = "failed; the reason is shown with the resource";

/**
 * For check, diff, read and delete: there Pulumi's process prints `${error}: ${error.stack}` beside the message that
 * the engine shows, so that everything would stand there twice.
 */
export function errorWithoutStack(error: unknown): Error {
  return Object.assign(freshError(error), { toString: () => name, stack });
}

/** Drops what Pulumi's process prints of these errors: it tells nobody anything. */
export function dropPrintedErrors(output: Pick<Console, "error">): void {
  const print = output.error.bind(output);
  output.error = (...values: unknown[]) => {
    if (values[0] !== `${name}: ${stack}`) print(...values);
  };
}
