/** An error of the provider's own: its message is all there is to say. */
export class ProviderError extends Error {
  override readonly name: string = "ProviderError";
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Refuses where a guard rail or a check has found a problem. */
export function refuse(...problems: (string | undefined)[]): void {
  const found = problems.filter((problem) => problem !== undefined);
  if (found.length > 0) throw new ProviderError(found.join("\n"));
}
