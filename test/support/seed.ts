/** What the slices of tests that change by the day are drawn from. */
export interface DaySeed {
  /** Such as `2026-11-30`; as `TEST_SEED` it repeats that day's tests. */
  day: string;
  /** One more each day. */
  number: number;
}

const millisecondsOfDay = 24 * 60 * 60 * 1000;

/** Today, in UTC, or the day that `TEST_SEED` says. */
export function daySeed(environment = process.env, now = new Date()): DaySeed {
  const day = environment.TEST_SEED ?? now.toISOString().slice(0, 10);
  const time = Date.parse(`${day}T00:00:00.000Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day)
    throw new Error(`TEST_SEED is a day such as 2026-11-30, and not "${day}".`);
  return { day, number: time / millisecondsOfDay };
}
