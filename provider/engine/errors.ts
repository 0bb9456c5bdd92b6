/** An error of ours: its message is all there is to say. */
export class ProviderError extends Error {
  override readonly name = "ProviderError";
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * For check, diff, read and delete: there the engine prints an error's stack as well, which helps nobody, so
 * it gets an error without one.
 */
export function withoutStack(error: unknown): Error {
  return Object.assign(new Error(messageOf(error)), { stack: "" });
}
