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
 * For check, diff, read and delete: there the engine prints an error's stack as well, which helps nobody, so
 * it gets an error without one.
 */
export function errorWithoutStack(error: unknown): Error {
  return Object.assign(freshError(error), { stack: "" });
}
