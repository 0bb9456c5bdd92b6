/** How many removals one run may make: a number, or a share of the people at its start in percent. */
export type RemovalLimit = { count: number } | { percent: number };

const smallestDefault = 3;
const defaultPercent = 25;

/** Reads `5` (people), `25%` or `0.25` (of the people); undefined where it is neither. */
export function parseRemovalLimit(text: string): RemovalLimit | undefined {
  if (/^\d{1,6}$/.test(text)) return { count: Number(text) };
  const percent = /^(\d{1,2}(?:\.\d+)?|100)%$/.exec(text)?.[1];
  if (percent !== undefined) return { percent: Number(percent) };
  return /^0\.\d+$/.test(text) ? { percent: Number(text) * 100 } : undefined;
}

/** How many removals a limit allows among so many people (members and unexpired invites). */
export function removalsAllowed(limit: RemovalLimit | undefined, people: number): number {
  if (limit === undefined) return Math.max(smallestDefault, share(defaultPercent, people));
  return "count" in limit ? limit.count : share(limit.percent, people);
}

/** Rounded down; but what is whole apart from the error of binary fractions is whole. */
function share(percent: number, people: number): number {
  return Math.floor((percent * people) / 100 + 1e-9);
}
