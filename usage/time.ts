export const dayMs = 86_400_000;

/** How long a stretch of time is, in milliseconds. */
export function lengthOf({ start, end }: { start: string; end: string }): number {
  return Date.parse(end) - Date.parse(start);
}
