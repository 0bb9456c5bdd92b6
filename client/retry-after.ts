/** An HTTP date begins with its weekday; Date.parse alone would take `-1` for a day in 2001. */
const httpDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/i;

/**
 * How long an answer asks to wait, in milliseconds, from its headers Retry-After (seconds, or a date by the
 * server's clock) and Date. Whole seconds, rounded up; undefined for anything that is not ahead, so that the
 * client's own waits apply and no tries are used up at once.
 */
export function readRetryAfter(retryAfter: string | null, date: string | null): number | undefined {
  const text = retryAfter?.trim() ?? "";
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : secondsUntil(text, date);
  return seconds > 0 ? Math.ceil(seconds) * 1000 : undefined;
}

function secondsUntil(text: string, date: string | null): number {
  return httpDate.test(text) ? (Date.parse(text) - Date.parse(date ?? "")) / 1000 : Number.NaN;
}
