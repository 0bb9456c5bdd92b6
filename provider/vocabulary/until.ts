import { z } from "zod";

const day = 24 * 60 * 60 * 1000;
const datePattern = /^\d{4}-\d{2}-\d{2}$/;
const momentPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * When access ends: a date, which counts to its last moment in UTC, or a moment with its zone. Kept as it was stated.
 */
export const Until = z
  .string()
  .trim()
  .refine(
    (text) => endOf(text) !== undefined,
    "must be a date such as 2027-01-31, or a moment with its zone such as 2027-01-31T17:00:00Z",
  );

/** The first moment at which access has ended; undefined where no end is stated, and for what is neither a date nor a moment. */
export function endOf(until: string | undefined): Date | undefined {
  if (until === undefined) return undefined;
  if (datePattern.test(until)) return isDate(until) ? new Date(Date.parse(until) + day) : undefined;
  const isMoment = momentPattern.test(until) && isDate(until.slice(0, 10));
  const time = isMoment ? Date.parse(until) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time);
}

/** Whether access until then is over; false where no end is stated. */
export function hasEnded(until: string | undefined, now: Date): boolean {
  const end = endOf(until);
  return end !== undefined && now >= end;
}

/** Takes no 31 February: `Date` would make a day in March of it. */
function isDate(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
