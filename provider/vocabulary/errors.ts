/** An error of the provider's own: its message is all there is to say. */
export class ProviderError extends Error {
  override readonly name: string = "ProviderError";

  /** `cause`: what it explains, for those who decide by it. */
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The error itself, or the one that it was made of. */
export function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? error.cause : error;
}

/** Refuses where a guard rail or a check has found a problem. */
export function refuse(...problems: (string | undefined)[]): void {
  const found = problems.filter((problem) => problem !== undefined);
  if (found.length > 0) throw new ProviderError(found.join("\n"));
}
